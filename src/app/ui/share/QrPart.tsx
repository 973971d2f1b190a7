/** The QR code of a link, small, and large for the projector. */
import { Button, DialogTrigger } from 'react-aria-components';
import { ModalDialog } from '../controls/ModalDialog.tsx';
import { QrCode } from './QrCode.tsx';

/** Characters that cameras read from the back of a room. */
const EASY = 700;
/** Readable from near by; 2,953 is what a code can hold at all. */
const MOST = 1800;

interface QrPartProps {
  readonly link: string;
  readonly bareLink: string | null;
}

export function QrPart({ link, bareLink }: QrPartProps) {
  const text = link.length <= EASY ? link : bareLink;
  if (text === null || text.length > MOST) {
    return (
      <p className="muted">
        A QR code holds {MOST.toLocaleString('en')} characters here, and this link has more: send it.
      </p>
    );
  }
  return (
    <div className="share-qr">
      <QrCode text={text} label="QR code of the link" />
      <div>
        {text !== link && (
          <p className="muted">The code holds the experiment without curves and figures: with them it is too long.</p>
        )}
        <DialogTrigger>
          <Button className="button">Show large</Button>
          <ModalDialog title="Scan to open this experiment" size="screen">
            <QrCode text={text} label="Large QR code of the link" />
          </ModalDialog>
        </DialogTrigger>
      </div>
    </div>
  );
}
