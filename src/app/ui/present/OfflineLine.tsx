/** Whether the page can be used without a network from now on. Says nothing where it can't be kept at all. */
import { Button } from 'react-aria-components';
import { keepFiles } from '../../serviceWorker/keepOffline.ts';
import { useLab } from '../../store/store.ts';

export function OfflineLine() {
  const { phase, problem } = useLab((state) => state.offline);
  if (phase === 'off') return null;
  return (
    <p className="muted" role="status">
      {phase === 'keeping' && 'Storing the page for use without a network …'}
      {phase === 'kept' && 'Stored: this page now works without a network.'}
      {phase === 'failed' && (
        <>
          Not stored for use without a network: {problem}.{' '}
          <Button className="button" onPress={() => void keepFiles()}>
            Store it again
          </Button>
        </>
      )}
    </p>
  );
}
