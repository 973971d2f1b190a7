/** Where the update stands — rollout, score, advantages, minibatches — and what the latest phase has produced. */
import { describePhase, placePhases } from './phases.ts';
import { last } from '../../../lab/curve.ts';
import type { StageProps } from '../face.ts';
import { useSlowRun } from '../../ui/charts/useCurves.ts';

export function PhaseLine({ id: stageId }: StageProps) {
  const run = useSlowRun(stageId);
  const phase = run?.stepPhase ?? null;
  return (
    <div className="phase-line">
      <ol aria-label="Phases of an update">
        {placePhases(phase).map(({ id, label, state }) => (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {label}
          </li>
        ))}
      </ol>
      <p className="muted">
        {describePhase(
          phase,
          run?.step ?? 0,
          (key) => last(run?.series[key])?.value,
          run?.details.rollouts?.rollouts ?? [],
        )}
      </p>
    </div>
  );
}
