/** The run of DPO: what its rewards do, the pair it has just learnt from, and who labelled. */
import type { RunRecord } from '../../store/state.ts';
import { ChartsHead, SmoothingKnob, ViewChoice } from '../../ui/charts/ChartsHead.tsx';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves, useSlowRun } from '../../ui/charts/useCurves.ts';
import type { StageProps } from '../face.ts';
import { useStartTitle } from '../useStartTitle.ts';
import { LabelingView } from '../preferences/LabelingView.tsx';
import { useViewWithVotes } from '../preferences/useViewWithVotes.ts';
import { VoteView } from '../preferences/VoteView.tsx';
import './dpo.css';
import { dpoLines } from './lines.ts';
import { PairView } from './PairView.tsx';
import { readDpoRun } from './readDpoRun.ts';

const VIEWS = { curves: 'Curves', vote: 'Vote', pair: 'Pair', labels: 'Labels' } as const;
type View = keyof typeof VIEWS;

/** Until the pairs are there nobody knows how many batches they make. */
const PLANNED_STEPS = 80;

export function DpoCharts({ id }: StageProps) {
  const run = useSlowRun(id);
  const { view, setView, stayWithVotes } = useViewWithVotes<View>(run);
  const start = useStartTitle(id);
  return (
    <section className="pane charts" aria-label="DPO charts">
      <ChartsHead reading={describe(run, start)} hasViews>
        <ViewChoice view={view} titles={VIEWS} onChange={setView} />
        {view === 'curves' && <SmoothingKnob />}
      </ChartsHead>
      {view === 'curves' && <DpoCurves id={id} />}
      {view === 'vote' && <VoteView id={id} onVote={stayWithVotes} />}
      {view === 'pair' && <PairView id={id} />}
      {view === 'labels' && <LabelingView id={id} />}
    </section>
  );
}

function DpoCurves({ id }: StageProps) {
  const { shared, marks, reading } = useCurves(id, PLANNED_STEPS);
  return (
    <div className="chart-grid chart-grid-dpo" {...reading}>
      <MetricChart {...shared} title="Rewards" area="rewards" lines={dpoLines.rewards} marks={marks} />
      <MetricChart {...shared} title="Margin" area="margin" lines={dpoLines.margin} marks={marks} isFromZero />
      <MetricChart {...shared} title="Loss" area="loss" lines={dpoLines.loss} isFlat />
      <MetricChart {...shared} title="Accuracy" area="accuracy" lines={dpoLines.accuracy} marks={marks} isFlat />
      <MetricChart {...shared} title="Log-probs" area="logprobs" lines={dpoLines.logprobs} isFlat />
    </div>
  );
}

/** @param start whose answers are compared, and which the policy is held to */
function describe(run: RunRecord | null, start: string): string {
  if (!run) {
    return `Press Start: answers of the ${start} model are compared in pairs, and a copy of it learns to prefer what labelers do.`;
  }
  const { phase, step, totalSteps, preparation } = run;
  if (phase === 'failed' && step === 0) return 'The run stopped before its first step.';
  if (phase === 'ended' && totalSteps === 0) return 'The run ended before its first step: another stage was started.';
  if (preparation) return `Before training: ${preparation.what}: ${preparation.done} of ${preparation.total}.`;
  if (totalSteps === 0) return `The ${start} model is about to answer each prompt twice.`;
  return readDpoRun(run);
}
