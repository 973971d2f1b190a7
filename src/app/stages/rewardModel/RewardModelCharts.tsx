/**
 * The reward model's run: a box to probe it, its curves, pairs to vote on, the pair it has just learnt from, how far it can
 * be believed, who labelled, and the runs before.
 */
import { readRewardModelRun } from './readRewardModelRun.ts';
import type { StageProps } from '../face.ts';
import { useStartTitle } from '../useStartTitle.ts';
import type { RunRecord } from '../../store/state.ts';
import { ChartsHead, SmoothingKnob, ViewChoice } from '../../ui/charts/ChartsHead.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { CalibrationView } from './CalibrationView.tsx';
import { LabelingView } from '../preferences/LabelingView.tsx';
import { useViewWithVotes } from '../preferences/useViewWithVotes.ts';
import { VoteView } from '../preferences/VoteView.tsx';
import { ProbeView } from './ProbeView.tsx';
import { RewardModelCurves } from './RewardModelCurves.tsx';
import { ScoredPairView } from './ScoredPairView.tsx';
import { RunsView } from './RunsView.tsx';

const VIEWS = {
  probe: 'Probe',
  curves: 'Curves',
  vote: 'Vote',
  pair: 'Pair',
  calibration: 'Calibration',
  labels: 'Labels',
  runs: 'Runs',
} as const;
type View = keyof typeof VIEWS;

export function RewardModelCharts({ id }: StageProps) {
  const run = useSlowRun(id);
  const { view, setView, stayWithVotes } = useViewWithVotes<View>(run);
  const policy = useStartTitle(id);
  return (
    <section className="pane charts" aria-label="Reward model charts">
      <ChartsHead reading={describe(run, policy)} hasViews>
        <ViewChoice view={view} titles={VIEWS} onChange={setView} />
        {view === 'curves' && <SmoothingKnob />}
      </ChartsHead>
      {view === 'curves' && <RewardModelCurves id={id} />}
      {view === 'vote' && <VoteView id={id} onVote={stayWithVotes} />}
      {view === 'pair' && <ScoredPairView id={id} />}
      {view === 'calibration' && <CalibrationView id={id} />}
      {view === 'labels' && <LabelingView id={id} />}
      {view === 'probe' && <ProbeView id={id} />}
      {view === 'runs' && <RunsView id={id} />}
    </section>
  );
}

/** @param policy whose answers are compared */
function describe(run: RunRecord | null, policy: string): string {
  if (!run)
    return `Press Start: labelers compare answers of the ${policy} model in pairs, and a copy of it learns to tell which they prefer.`;
  const { phase, step, totalSteps, preparation } = run;
  if (phase === 'failed' && step === 0) return 'The run stopped before its first step.';
  if (phase === 'ended' && totalSteps === 0) return 'The run ended before its first step: another stage was started.';
  if (preparation) return `Before training: ${preparation.what}: ${preparation.done} of ${preparation.total}.`;
  if (totalSteps === 0) return `The ${policy} model is about to answer each prompt twice.`;
  return readRewardModelRun(run);
}
