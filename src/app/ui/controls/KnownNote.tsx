/** This very stage was trained before: it can be loaded instead. */
import { Button } from 'react-aria-components';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { loadKnown } from '../../store/run/knownActions.ts';
import { isOpen, openRun, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

export function KnownNote({ kind }: { readonly kind: StageKind }) {
  const known = useLab((state) => state.runs.known[kind]);
  const shown = useLab((state) => stageRun(state, kind)?.nodeId ?? null);
  const isBusy = useLab((state) => openRun(state)?.phase === 'running' || isOpen(stageRun(state, kind)));
  if (!known || known.id === shown || isBusy) return null;
  return (
    <p className="run-hint">
      Trained before with these settings, on {new Date(known.createdAt).toLocaleString()} ({known.device}).{' '}
      <Button className="button button-link" onPress={() => void loadKnown(kind)}>
        Load it
      </Button>
    </p>
  );
}
