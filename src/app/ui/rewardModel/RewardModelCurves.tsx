/** Loss, accuracy, margin, and held-out accuracy by labeler. */
import { useMemo } from 'react';
import { type ChartLine, MetricChart } from '../MetricChart.tsx';
import { useCurves } from '../useCurves.ts';
import { labelerNames } from './labelerNames.ts';

const LOSS: readonly ChartLine[] = [
  { key: 'loss', name: 'train', hue: 'var(--rm)', isSmoothed: true },
  { key: 'eval/loss', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
];
const ACCURACY: readonly ChartLine[] = [
  { key: 'accuracy', name: 'train', hue: 'var(--rm)', isSmoothed: true },
  { key: 'eval/accuracy', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
];
const MARGIN: readonly ChartLine[] = [{ key: 'margin', name: '', hue: 'var(--rm)', isSmoothed: true }];
/** One hue a model: labelers differ by pattern and by name. */
const DASHES = ['', '7 3', '2 3', '7 3 2 3', '1 5', '12 4'];
/** Until the pairs are there nobody knows how many batches they make. */
const PLANNED_STEPS = 200;

export function RewardModelCurves() {
  const { run, shared, marks, reading } = useCurves('rewardModel', PLANNED_STEPS);
  const present = Object.keys(labelerNames).filter((id) => run?.series[`eval/accuracy/${id}`] !== undefined);
  const byLabeler = useLabelerLines(present.join(' '));
  return (
    <div className="chart-grid chart-grid-rm" {...reading}>
      <MetricChart {...shared} title="Loss" area="loss" lines={LOSS} marks={marks} />
      <MetricChart {...shared} title="Accuracy" area="accuracy" lines={ACCURACY} />
      <MetricChart {...shared} title="By labeler" area="labelers" lines={byLabeler} />
      <MetricChart {...shared} title="Margin" area="margin" lines={MARGIN} isFromZero isFlat />
    </div>
  );
}

const NOBODY: readonly ChartLine[] = [{ key: 'eval/accuracy/*', name: '', hue: 'var(--rm-strong)' }];

/** @param present ids with a space between, so that the lines stay the same while the labelers do */
function useLabelerLines(present: string): readonly ChartLine[] {
  return useMemo(() => {
    if (present === '') return NOBODY;
    return present.split(' ').map((id, index): ChartLine => {
      const name = labelerNames[id as keyof typeof labelerNames];
      return { key: `eval/accuracy/${id}`, name, hue: 'var(--rm-strong)', dash: DASHES[index] ?? '', isQuiet: true };
    });
  }, [present]);
}
