/** The curves of the SFT run: loss large, the rest as small multiples on the same x axis, one sentence that reads them. */
import { useMemo, useState } from 'react';
import { buildRows, type Row } from '../series/rows.ts';
import { readSftCurve } from '../series/readCurve.ts';
import type { RunRecord } from '../store/state.ts';
import { currentRun, useLab, useLabEvery } from '../store/store.ts';
import { setLogScale, setSmoothing } from '../store/uiActions.ts';
import { Knob } from './Knob.tsx';
import { type ChartLine, MetricChart } from './MetricChart.tsx';
import { Switch } from 'react-aria-components';
import { Term } from './Term.tsx';

/** Each of the charts takes 10 ms and more to draw on a slow machine; oftener than this nobody sees the difference. */
const REDRAW_MS = 500;

/** Kept, not made anew: a chart whose props are the same isn't drawn again. */
const LOSS: readonly ChartLine[] = [
  { key: 'loss', name: 'train', hue: 'var(--sft)', isSmoothed: true },
  { key: 'eval/loss', name: 'held-out', hue: 'var(--sft-strong)', hasDots: true },
];
const ACCURACY: readonly ChartLine[] = [{ key: 'mean_token_accuracy', name: '', hue: 'var(--sft)', isSmoothed: true }];
const RATE: readonly ChartLine[] = [{ key: 'learning_rate', name: '', hue: 'var(--sft)' }];
const NORM: readonly ChartLine[] = [{ key: 'grad_norm', name: '', hue: 'var(--sft)', isSmoothed: true }];
const NO_ROWS: readonly Row[] = [];
const NO_MARKS: readonly number[] = [];

export function ChartsPane() {
  const run = useLabEvery(REDRAW_MS, currentRun);
  const smoothing = useLab((state) => state.ui.smoothing);
  const isLogScale = useLab((state) => state.ui.isLogScale);
  const steps = useLab((state) => state.experiment.document.stages[0]?.steps ?? 1);
  const series = run?.series;
  const built = useMemo(() => buildRows(series ?? {}, smoothing), [series, smoothing]);
  const rows = built.length > 0 ? built : NO_ROWS;
  const marks = run && run.snapshotSteps.length > 0 ? run.snapshotSteps : NO_MARKS;
  // Synced charts redraw each other, all in one task, when one of them gets new rows: not while nobody reads a moving curve.
  const [isRead, setRead] = useState(false);
  const isAtRest = run !== null && ['paused', 'finished', 'failed'].includes(run.phase);
  const shared = { rows, totalSteps: run?.totalSteps ?? steps, isSynced: isRead || isAtRest };
  return (
    <section className="pane charts" aria-label="SFT charts">
      <div className="charts-head">
        <p className="reading" aria-live="off">
          {describe(run)}
        </p>
        <div className="charts-tools">
          <Knob
            label="Smoothing"
            term="smoothing"
            value={smoothing}
            range={{ low: 0, high: 0.95, grain: 0.05, scale: 'linear' }}
            format={(value) => (value === 0 ? 'off' : value.toFixed(2))}
            onChange={setSmoothing}
          />
          <span className="switch-line">
            <Term id="log-scale">Log</Term>
            <Switch className="switch" aria-label="Log scale" isSelected={isLogScale} onChange={setLogScale} />
          </span>
        </div>
      </div>
      <div
        className="chart-grid"
        onPointerEnter={() => setRead(true)}
        onPointerLeave={() => setRead(false)}
        onFocus={() => setRead(true)}
        onBlur={() => setRead(false)}
      >
        <MetricChart
          {...shared}
          title="Loss"
          area="loss"

          lines={LOSS}
          isLogScale={isLogScale}
          marks={marks}
        />
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
