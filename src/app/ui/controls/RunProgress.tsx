/** How far a run is, in steps and in time. On its own, because it changes with every step and the buttons don't. */
import { ProgressBar } from 'react-aria-components';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { formatDuration } from '../../series/format.ts';
import { estimateSecondsLeft, preparationSecondsLeft } from '../../series/timeLeft.ts';
import { describeAge, stageRun, stageTitle, unitOf } from '../../store/run/stageRuns.ts';
import type { Preparation, RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';

export function RunProgress({ id }: { readonly id: StageId }) {
  const run = useLab((state) => stageRun(state, id));
  const age = useLab((state) => describeAge(state, id));
  const title = useLab((state) => stageTitle(state, id));
  if (!run) return null;
  const { preparation, totalSteps } = run;
  const [done, total] = preparation ? [preparation.done, preparation.total] : [run.step, totalSteps];
  return (
    <ProgressBar className="progress" aria-label={`${title} progress`} value={done} maxValue={Math.max(1, total)}>
      {({ percentage }) => (
        <>
          <span className="progress-text number">{preparation ? countText(preparation) : stepText(run)}</span>
          <span className="progress-text">{preparation ? preparationText(run, preparation) : timeText(run)}</span>
          <span className="progress-track">
            <span className="progress-fill" style={{ '--filled': `${percentage ?? 0}%` }} />
          </span>
          {age !== null && <span className="progress-age">{age}</span>}
        </>
      )}
    </ProgressBar>
  );
}

function countText({ done, total }: Preparation): string {
  return `${done} of ${total}`;
}

function stepText(run: RunRecord): string {
  return run.totalSteps === 0 ? 'not begun' : `${unitOf(run)} ${run.step} of ${run.totalSteps}`;
}

function preparationText({ phase }: RunRecord, preparation: Preparation): string {
  if (phase === 'paused') return `paused while ${preparation.what}`;
  const seconds = preparationSecondsLeft(preparation);
  return `${preparation.what}${seconds === null ? ' …' : `, about ${formatDuration(seconds)} left`}`;
}

function timeText(run: RunRecord): string {
  const { phase, arrivals, step, totalSteps, isMidStep, stepPhase, snapshotSteps } = run;
  switch (phase) {
    case 'preparing':
    case 'ready':
      return 'building the training graph, a few seconds';
    case 'running': {
      if (totalSteps === 0) return 'starting …';
      const seconds = estimateSecondsLeft(arrivals, totalSteps - step + (isMidStep ? 1 : 0));
      return seconds === null ? 'measuring speed …' : `about ${formatDuration(seconds)} left`;
    }
    case 'pausing':
      return stepPhase === null ? 'finishing this step …' : 'finishing this phase …';
    case 'paused':
      return 'paused';
    case 'ended':
      return snapshotSteps.length > 0 ? 'ended early; these weights are kept' : 'ended early';
    case 'finished':
      return 'finished';
    case 'failed':
      return 'stopped';
  }
}
