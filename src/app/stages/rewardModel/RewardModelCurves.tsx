/** Loss, accuracy, margin, and held-out accuracy by labeler. */
import { useMemo } from 'react';
import type { LabelerId } from '../../../world/spec/types.ts';
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';
import type { StageProps } from '../face.ts';
import { labelerNames } from '../preferences/labelerNames.ts';
import { anyLabelerLine, labelerLines, rewardModelLines } from './lines.ts';

/** Until the pairs are there nobody knows how many batches they make. */
const PLANNED_STEPS = 200;

export function RewardModelCurves({ id }: StageProps) {
  const { run, shared, marks, reading } = useCurves(id, PLANNED_STEPS);
  const present = Object.keys(labelerNames).filter((labeler) => run?.series[`eval/accuracy/${labeler}`]);
  const byLabeler = useLabelerLines(present.join(' '));
  return (
    <div className="chart-grid chart-grid-rm" {...reading}>
      <MetricChart {...shared} title="Loss" area="loss" lines={rewardModelLines.loss} marks={marks} />
      <MetricChart {...shared} title="Accuracy" area="accuracy" lines={rewardModelLines.accuracy} marks={marks} />
      <MetricChart {...shared} title="By labeler" area="labelers" lines={byLabeler} />
      <MetricChart {...shared} title="Margin" area="margin" lines={rewardModelLines.margin} isFromZero isFlat />
    </div>
  );
}

/** @param present ids with a space between, so that the lines stay the same while the labelers do */
function useLabelerLines(present: string): readonly ChartLine[] {
  return useMemo(() => {
    if (present === '') return anyLabelerLine;
    return labelerLines(present.split(' ') as LabelerId[]);
  }, [present]);
}
