/** The SFT run: its curves, loss large and the rest as small multiples, and the row it has just learnt from. */
import { useState } from 'react';
import { readSft } from './readSft.ts';
import { stageOf } from '../../store/run/stageRuns.ts';
import type { RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import type { StageProps } from '../face.ts';
import { sftLines } from './lines.ts';
import { ChartsHead, LogSwitch, SmoothingKnob, ViewChoice } from '../../ui/charts/ChartsHead.tsx';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';
import { RowView } from './RowView.tsx';
import './sft.css';

const VIEWS = { curves: 'Curves', row: 'Row' } as const;
type View = keyof typeof VIEWS;

export function SftCharts({ id }: StageProps) {
  const [view, setView] = useState<View>('curves');
  const steps = useLab((state) => stageOf(state, id, 'sft')?.steps ?? 1);
  const isMixed = useLab((state) => (stageOf(state, id, 'sft')?.pretrainingShare ?? 0) > 0);
  const isLogScale = useLab((state) => state.ui.isLogScale);
  const { run, shared, marks, reading } = useCurves(id, steps);
  return (
    <section className="pane charts" aria-label="SFT charts">
      <ChartsHead reading={describe(run)} hasViews>
        <ViewChoice view={view} titles={VIEWS} onChange={setView} />
        {view === 'curves' && <SmoothingKnob />}
        {view === 'curves' && <LogSwitch />}
      </ChartsHead>
      {view === 'row' && <RowView id={id} />}
      {view === 'curves' && (
        <div className="chart-grid chart-grid-sft" data-mixed={isMixed || undefined} {...reading}>
          <MetricChart
            {...shared}
            title="Loss"
            area="loss"
            lines={sftLines.loss}
            isLogScale={isLogScale}
            marks={marks}
          />
          <MetricChart {...shared} title="Token accuracy" area="accuracy" lines={sftLines.accuracy} isFromZero />
          {isMixed && (
            <MetricChart {...shared} title="Pre-training loss" area="pretraining" lines={sftLines.pretraining} />
          )}
          <MetricChart {...shared} title="Gradient norm" area="norm" lines={sftLines.norm} isFromZero isFlat />
          <MetricChart {...shared} title="Learning rate" area="rate" lines={sftLines.rate} isFromZero isFlat />
        </div>
      )}
    </section>
  );
}

function describe(run: RunRecord | null): string {
  if (!run) return 'Press Start: the model learns from demonstrations, and the curves of the run appear here.';
  if (run.phase === 'failed' && run.step === 0) return 'The run stopped before its first step.';
  if (run.phase === 'preparing')
    return 'The training graph is being built: forward and backward pass, then the optimizer.';
  return readSft(run);
}
