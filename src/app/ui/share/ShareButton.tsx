/** The header's way to the share dialog, which is fetched when it is first asked for. */
import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './share.css';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }));

export function ShareButton() {
  return (
    <DialogTrigger>
      <Button className="button button-quiet">Share</Button>
      <ModalOverlay className="share-overlay" isDismissable>
        <Modal className="popover share-modal">
          <Dialog className="dialog share-dialog">
            <Heading slot="title">Share this experiment</Heading>
            <Suspense fallback={<p className="muted">Making the link …</p>}>
              <ShareDialog />
            </Suspense>
            <Button slot="close" className="button">
              Close
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
