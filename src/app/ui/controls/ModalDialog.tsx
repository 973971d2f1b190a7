/** A dialog over the whole page, closed by its button, by Escape or by a press beside it. */
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './modalDialog.css';

interface ModalDialogProps {
  readonly title: string;
  /** `wide`: for text in two columns; `screen`: all there is, on white, to be seen from afar. */
  readonly size?: 'small' | 'wide' | 'screen';
  /** Outside a DialogTrigger. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

export function ModalDialog({ title, size = 'small', children, ...shown }: ModalDialogProps) {
  return (
    <ModalOverlay className="modal-overlay" data-size={size} isDismissable {...shown}>
      <Modal className={size === 'screen' ? '' : 'popover'}>
        <Dialog className={size === 'screen' ? 'modal-screen' : 'dialog modal-dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
          <Button slot="close" className="button">
            Close
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
