/** Start, pause, step, reset, and how far the run is. On a phone it stays in reach of the thumb. */
import { Button, ProgressBar } from 'react-aria-components';
import { formatDuration } from '../series/format.ts';
import { estimateSecondsLeft } from '../series/timeLeft.ts';
import { runActions } from '../store/sessionActions.ts';
import type { RunRecord } from '../store/state.ts';
import { currentRun, useLab } from '../store/store.ts';
import { Icon } from './Icon.tsx';

export function RunBar() {
  const phase = useLab((state) => currentRun(state)?.phase ?? 'none');
  const isReady = useLab((state) => state.session.problem === null);
  const isRunning = phase === 'running' || phase === 'pausing';
  const isOver = phase === 'finished' || phase === 'failed';
  const isBusy = phase === 'preparing' || phase === 'ready' || phase === 'pausing';
  return (
    <div className="run-bar">
      <RunProgress />
      <div className="run-buttons">
        {isRunning ? (
          <Button
            className="button button-primary"
            isDisabled={phase === 'pausing'}
            onPress={() => void runActions.pause()}
          >
            <Icon name="pause" /> {phase === 'pausing' ? 'Pausing …' : 'Pause'}
          </Button>
        ) : (
          <Button
            className="button button-primary"
            isDisabled={isBusy || !isReady}
            onPress={() => void runActions.start()}
          >
            <Icon name="play" /> {startLabel(phase)}
          </Button>
        )}
        <Button
          className="button"
          isDisabled={isBusy || isRunning || isOver || !isReady}
          onPress={() => void runActions.step()}
        >
          <Icon name="step" /> Step
        </Button>
        <Button className="button" isDisabled={phase === 'none'} onPress={() => void runActions.reset()}>
          <Icon name="reset" /> Reset
        </Button>
      </div>
    </div>
  );
}

function startLabel(phase: RunRecord['phase'] | 'none'): string {
  if (phase === 'paused') return 'Resume';
  if (phase === 'finished' || phase === 'failed') return 'Train again';
  if (phase === 'preparing' || phase === 'ready') return 'Preparing …';
  return 'Start';
}

/** On its own, because it changes with every step and the buttons don't. */
function RunProgress() {
  const run = useLab(currentRun);
  if (!run) return null;
  const { step, totalSteps, phase, arrivals } = run;
  const seconds = phase === 'running' ? estimateSecondsLeft(arrivals, totalSteps - step) : null;
  return (
    <ProgressBar className="progress" aria-label="SFT progress" value={step} maxValue={totalSteps}>
      {({ percentage }) => (
        <>
          <span className="progress-text number">
            step {step} of {totalSteps}
          </span>
          <span className="progress-text">{timeText(phase, seconds)}</span>
          <span className="progress-track">
            <span className="progress-fill" style={{ '--filled': `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}

function timeText(phase: RunRecord['phase'], seconds: number | null): string {
  switch (phase) {
    case 'preparing':
    case 'ready':
      return 'building the training graph, a few seconds';
    case 'running':
      return seconds === null ? 'measuring speed …' : `about ${formatDuration(seconds)} left`;
    case 'pausing':
      return 'finishing this step …';
    case 'paused':
      return 'paused';
    case 'finished':
      return 'finished';
    case 'failed':
      return 'stopped';
  }
}
