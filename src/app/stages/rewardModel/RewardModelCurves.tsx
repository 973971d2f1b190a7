/** Loss, accuracy, margin, and held-out accuracy by labeler. */
import { useMemo } from 'react';
import type { LabelerId } from '../../../world/spec/types.ts';
import { labelerLines, rewardModelLines } from '../../ui/charts/chartLines.ts';
import { type ChartLine, MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';
import { labelerNames } from './labelerNames.ts';

/** Until the pairs are there nobody knows how many batches they make. */
const PLANNED_STEPS = 200;

export function RewardModelCurves() {
  const { run, shared, marks, reading } = useCurves('rewardModel', PLANNED_STEPS);
  const present = Object.keys(labelerNames).filter((id) => run?.series[`eval/accuracy/${id}`] !== undefined);
  const byLabeler = useLabelerLines(present.join(' '));
  return (
    <div className="chart-grid chart-grid-rm" {...reading}>
      <MetricChart {...shared} title="Loss" area="loss" lines={rewardModelLines.loss} marks={marks} />
      <MetricChart {...shared} title="Accuracy" area="accuracy" lines={rewardModelLines.accuracy} />
      <MetricChart {...shared} title="By labeler" area="labelers" lines={byLabeler} />
      <MetricChart {...shared} title="Margin" area="margin" lines={rewardModelLines.margin} isFromZero isFlat />
    </div>
  );
}

const NOBODY: readonly ChartLine[] = [{ key: 'eval/accuracy/*', name: '', hue: 'var(--rm-strong)' }];

/** @param present ids with a space between, so that the lines stay the same while the labelers do */
function useLabelerLines(present: string): readonly ChartLine[] {
  return useMemo(() => {
    if (present === '') return NOBODY;
    return labelerLines(present.split(' ') as LabelerId[]);
  }, [present]);
}
