/** A shared run in words: what it would run and what comes with it. For the page's notice and `lab run --dry-run`. */
import type { Experiment } from '../document/experiment.ts';
import { titleOf } from '../pipeline.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { settingsOf, specOf, type StageId } from '../stages/kinds.ts';
import { stageDefaults } from '../stages/stageDefaults.ts';
import { documentDefaults } from './difference.ts';
import type { SharedRun } from './sharedRun.ts';

/** "SFT, 280 steps", then what differs from the defaults. */
export function describeStage(experiment: Experiment, id: StageId): string {
  const stage = experiment.stages.find((one) => one.id === id)!;
  const { size } = specOf(stage.kind);
  const settings: Readonly<Record<string, unknown>> = settingsOf(stage);
  const defaults: Readonly<Record<string, unknown>> = stageDefaults(stage.kind);
  const changed = Object.entries(settings).filter(
    ([key, value]) => key !== size?.setting && canonicalJson(value) !== canonicalJson(defaults[key]),
  );
  return [
    titleOf(experiment, id),
    ...(size ? [count(Number(settings[size.setting]), size.of)] : []),
    ...(stage.from.length > 0 ? [`from ${stage.from.join(' and ')}`] : []),
    ...changed.map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ].join(', ');
}

/** "12 labels, an edited spec, 3 rows of data"; empty where there is nothing of the kind. */
export function describeExtras(experiment: Experiment): readonly string[] {
  const { labels, data, spec } = experiment;
  const rows = data.demonstrations.length + data.preferences.length + data.prompts.length;
  const isSpecEdited = canonicalJson(spec) !== canonicalJson(documentDefaults().document.spec);
  return [
    ...(labels.length > 0 ? [count(labels.length, 'label')] : []),
    ...(rows > 0 ? [`${count(rows, 'row')} of data`] : []),
    ...(isSpecEdited ? ['an edited spec'] : []),
  ];
}

/** "curves of SFT and RL", "a digest of the trained SFT". */
export function describeResults({
  experiment,
  curves,
  digest,
}: Pick<SharedRun, 'experiment' | 'curves' | 'digest'>): readonly string[] {
  const names = (byStage: object) => list(Object.keys(byStage).map((id) => titleOf(experiment, id)));
  return [
    ...(Object.keys(curves).length > 0 ? [`curves of ${names(curves)}`] : []),
    ...(Object.keys(digest).length > 0 ? [`a digest of the trained ${names(digest)}`] : []),
  ];
}

export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}
