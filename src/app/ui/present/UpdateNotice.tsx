/** A newer version of the page waits. It never takes over by itself, and isn't offered while something trains. */
import { Button } from 'react-aria-components';
import { takeUpdate } from '../../serviceWorker/keepOffline.ts';
import { openRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

export function UpdateNotice() {
  const hasUpdate = useLab((state) => state.offline.hasUpdate);
  const isTraining = useLab((state) => {
    const phase = openRun(state)?.phase;
    return phase !== undefined && phase !== 'paused';
  });
  if (!hasUpdate || isTraining) return null;
  return (
    <p className="notice" role="status">
      <span>A newer version of this page has been loaded. It waits until you reload.</span>
      <Button className="button" onPress={takeUpdate}>
        Reload
      </Button>
    </p>
  );
}
