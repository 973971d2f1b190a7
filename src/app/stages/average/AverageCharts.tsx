/** An average has no curve: one sentence says what was mixed and how far apart it lay. */
import { titleOf } from '../../../lab/pipeline.ts';
import { formatShare } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import { inSentence } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { ChartsHead } from '../../ui/charts/ChartsHead.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import type { StageProps } from '../face.ts';
import { useAveraged } from './useAveraged.ts';

export function AverageCharts({ id }: StageProps) {
  const document = useLab(({ experiment }) => experiment.document);
  const names = useAveraged(id).map((policy) => inSentence(titleOf(document, policy)));
  const distance = last(useSlowRun(id)?.series['distance'])?.value;
  return (
    <section className="pane charts" aria-label="Average">
      <ChartsHead reading={describe(names, distance)} />
      <p className="pane-empty">
        Nothing is trained here: every weight of the new policy is the mean of the same weight in each of the others.
        Between policies that come from one ancestor the mean is often as good as the best of them. The lineage measures
        the way between two of them.
      </p>
    </section>
  );
}

function describe(names: readonly string[], distance: number | undefined): string {
  const mixed = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  if (distance === undefined) return `Press Start: ${mixed} become one policy.`;
  return `${mixed} became one policy: they lay ${formatShare(distance)} of their own length away from it.`;
}
