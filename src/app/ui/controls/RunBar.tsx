/** Start, pause, step, reset, how far the run is, or what it waits for. On a phone it stays in reach of the thumb. */
import { Button } from 'react-aria-components';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { stageRun, whatIsMissing } from '../../store/run/stageRuns.ts';
import type { RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from './Icon.tsx';
import { KnownNote } from './KnownNote.tsx';
import { RunProgress } from './RunProgress.tsx';

export function RunBar({ id }: { readonly id: StageId }) {
  const phase = useLab((state) => stageRun(state, id)?.phase ?? 'none');
  const isReady = useLab((state) => state.session.problem === null);
  const missing = useLab((state) => whatIsMissing(state, id));
  const isRunning = phase === 'running' || phase === 'pausing';
  const isOver = phase === 'finished' || phase === 'failed' || phase === 'ended';
  const isBusy = phase === 'preparing' || phase === 'ready' || phase === 'pausing';
  const canGo = isReady && missing === null;
  return (
    <div className="run-bar">
      <RunProgress id={id} />
      {missing !== null && !isRunning && (
        <p className="run-hint" id={`${id}-hint`}>
          {missing}
        </p>
      )}
      <KnownNote id={id} />
      <div className="run-buttons">
        {isRunning ? (
          <Button
            className="button button-primary"
            isDisabled={phase === 'pausing'}
            onPress={() => void runActions.pause(id)}
          >
            <Icon name="pause" /> {phase === 'pausing' ? 'Pausing …' : 'Pause'}
          </Button>
        ) : (
          <Button
            className="button button-primary"
            isDisabled={isBusy || !canGo}
            aria-describedby={missing === null ? undefined : `${id}-hint`}
            onPress={() => void runActions.start(id)}
          >
            <Icon name="play" /> {startLabel(phase)}
          </Button>
        )}
        <Button
          className="button"
          isDisabled={isBusy || isRunning || isOver || !canGo}
          onPress={() => void runActions.step(id)}
        >
          <Icon name="step" /> Step
        </Button>
        <Button className="button" isDisabled={phase === 'none'} onPress={() => void runActions.reset(id)}>
          <Icon name="reset" /> Reset
        </Button>
      </div>
    </div>
  );
}

function startLabel(phase: RunRecord['phase'] | 'none'): string {
  if (phase === 'paused') return 'Resume';
  if (phase === 'finished' || phase === 'failed' || phase === 'ended') return 'Train again';
  if (phase === 'preparing' || phase === 'ready') return 'Preparing …';
  return 'Start';
}
