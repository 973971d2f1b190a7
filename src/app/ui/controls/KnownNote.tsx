/** This very stage was trained before: it can be loaded instead. */
import { Button } from 'react-aria-components';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { loadKnown } from '../../store/run/knownActions.ts';
import { isOpen, openRun, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

export function KnownNote({ id }: { readonly id: StageId }) {
  const known = useLab((state) => state.runs.known[id]);
  const shown = useLab((state) => stageRun(state, id)?.nodeId ?? null);
  const isBusy = useLab((state) => openRun(state)?.phase === 'running' || isOpen(stageRun(state, id)));
  if (!known || known.id === shown || isBusy) return null;
  return (
    <p className="run-hint">
      Trained before with these settings, on {new Date(known.createdAt).toLocaleString()} ({known.device}).{' '}
      <Button className="link-button" onPress={() => void loadKnown(id)}>
        Load it
      </Button>
    </p>
  );
}
