/** Which of the visitor's own rows a stage is trained on. Pure. */
import { stageNamed } from '../../../lab/pipeline.ts';
import type { Experiment } from '../../../lab/document/experiment.ts';
import { settingsOf, specOf, type StageId } from '../../../lab/stages/kinds.ts';

/** "your 120 demonstrations"; '' where it is trained on none. */
export function describeOwnRows(
  { stages, labels, data }: Pick<Experiment, 'stages' | 'labels' | 'data'>,
  id: StageId,
): string {
  const stage = stageNamed({ stages }, id);
  const rows = { ...data, labels };
  const own = specOf(stage.kind)
    .reads(settingsOf(stage))
    .document.flatMap((part) => {
      const count = part === 'spec' ? 0 : rows[part].length;
      return count === 0 ? [] : `${count.toLocaleString('en')} ${count === 1 ? part.slice(0, -1) : part}`;
    });
  return own.length === 0 ? '' : `your ${own.join(', ')}`;
}
