/** The curves of the SFT run: loss large, the rest as small multiples on the same x axis, one sentence that reads them. */
import { readSftCurve } from '../series/readCurve.ts';
import { stageOf } from '../store/stageRuns.ts';
import type { RunRecord } from '../store/state.ts';
import { useLab } from '../store/store.ts';
import { ChartsHead, LogSwitch, SmoothingKnob } from './ChartsHead.tsx';
import { type ChartLine, MetricChart } from './MetricChart.tsx';
import { useCurves } from './useCurves.ts';

const LOSS: readonly ChartLine[] = [
  { key: 'loss', name: 'train', hue: 'var(--sft)', isSmoothed: true },
  { key: 'eval/loss', name: 'held-out', hue: 'var(--sft-strong)', hasDots: true },
];
const ACCURACY: readonly ChartLine[] = [{ key: 'mean_token_accuracy', name: '', hue: 'var(--sft)', isSmoothed: true }];
const RATE: readonly ChartLine[] = [{ key: 'learning_rate', name: '', hue: 'var(--sft)' }];
const NORM: readonly ChartLine[] = [{ key: 'grad_norm', name: '', hue: 'var(--sft)', isSmoothed: true }];

export function SftCharts() {
  const steps = useLab((state) => stageOf(state.experiment.document, 'sft')?.steps ?? 1);
  const isLogScale = useLab((state) => state.ui.isLogScale);
  const { run, shared, marks, reading } = useCurves('sft', steps);
  return (
    <section className="pane charts" aria-label="SFT charts">
      <ChartsHead reading={describe(run)}>
        <SmoothingKnob />
        <LogSwitch />
      </ChartsHead>
      <div className="chart-grid chart-grid-sft" {...reading}>
        <MetricChart {...shared} title="Loss" area="loss" lines={LOSS} isLogScale={isLogScale} marks={marks} />
        <MetricChart {...shared} title="Token accuracy" area="accuracy" lines={ACCURACY} isFromZero />
        <MetricChart {...shared} title="Gradient norm" area="norm" lines={NORM} isFromZero isFlat />
        <MetricChart {...shared} title="Learning rate" area="rate" lines={RATE} isFromZero isFlat />
      </div>
    </section>
  );
}

function describe(run: RunRecord | null): string {
  if (!run) return 'Press Start: the model learns from demonstrations, and the curves of the run appear here.';
  if (run.phase === 'failed' && run.step === 0) return 'The run stopped before its first step.';
  if (run.phase === 'preparing')
    return 'The training graph is being built: forward and backward pass, then the optimizer.';
  return readSftCurve({
    loss: run.series['loss'] ?? [],
    heldOut: run.series['eval/loss'] ?? [],
    accuracy: run.series['mean_token_accuracy'] ?? [],
    step: run.step,
    totalSteps: run.totalSteps,
  });
}
