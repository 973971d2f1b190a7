/** What a shared experiment is, in one notice. */
import { describeExtras, describeResults, list } from '../../../lab/link/describe.ts';
import type { SharedRun } from '../../../lab/link/sharedRun.ts';
import { titleOf } from '../../../lab/pipeline.ts';

/** @param setAside the visitor's own labels that now wait */
export function describeOpened(shared: SharedRun, setAside: number): string {
  const { name, experiment } = shared;
  const stages = list(experiment.stages.map(({ id }) => titleOf(experiment, id)));
  const title = name === '' ? 'A shared experiment' : `The shared experiment “${name}”`;
  const extras = [...describeExtras(experiment), ...describeResults(shared)];
  return [
    `${title} is open: ${stages} on ${experiment.model}, seed ${experiment.seed}${extras.length > 0 ? `, with ${list(extras)}` : ''}.`,
    ...(Object.keys(shared.curves).length > 0 ? ['Their curves are thin and dashed behind yours.'] : []),
    ...(setAside > 0
      ? [`Your own ${setAside} labels are set aside in this browser, because labels change what is trained.`]
      : []),
  ].join(' ');
}
