/** The header's way to the share dialog, which is fetched when it is first asked for. */
import { lazy, Suspense } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { ModalDialog } from '../controls/ModalDialog.tsx';
import './share.css';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }));

export function ShareButton() {
  return (
    <DialogTrigger>
      <Button className="button button-quiet">Share</Button>
      <ModalDialog title="Share this experiment" size="wide">
        <Suspense fallback={<p className="muted">Making the link …</p>}>
          <ShareDialog />
        </Suspense>
      </ModalDialog>
    </DialogTrigger>
  );
}
