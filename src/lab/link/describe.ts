/** A shared run in words: what it would run and what comes with it. For the page's notice and `lab run --dry-run`. */
import type { Experiment } from '../document/experiment.ts';
import { type Stage, settingsOf } from '../stages/stageSchemas.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { currentDefaults } from './defaults.ts';
import type { SharedRun } from './sharedRun.ts';
import { stageNames } from './verdict.ts';

/** "SFT, 280 steps", then what differs from the defaults. */
export function describeStage(stage: Stage): string {
  const size =
    stage.kind === 'sft'
      ? count(stage.steps, 'step')
      : stage.kind === 'rewardModel'
        ? count(stage.pairs, 'pair')
        : count(stage.updates, 'update');
  const defaults = currentDefaults().stages[stage.kind] ?? {};
  const sized = ['steps', 'pairs', 'updates'];
  const changed = Object.entries(settingsOf(stage)).filter(
    ([key, value]) => !sized.includes(key) && canonicalJson(value) !== canonicalJson(defaults[key]),
  );
  const words = changed.map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [`${stageNames[stage.kind]}, ${size}`, ...words].join(', ');
}

/** "12 labels, an edited spec, 3 rows of data"; empty where there is nothing of the kind. */
export function describeExtras(experiment: Experiment): readonly string[] {
  const { labels, data, spec } = experiment;
  const rows = data.demonstrations.length + data.preferences.length + data.prompts.length;
  const isSpecEdited = canonicalJson(spec) !== canonicalJson(currentDefaults().document['spec']);
  return [
    ...(labels.length > 0 ? [count(labels.length, 'label')] : []),
    ...(rows > 0 ? [`${count(rows, 'row')} of data`] : []),
    ...(isSpecEdited ? ['an edited spec'] : []),
  ];
}

/** "curves of SFT and RL", "figures to reproduce of SFT". */
export function describeResults({ curves, digest }: Pick<SharedRun, 'curves' | 'digest'>): readonly string[] {
  const name = (stages: object) => list(Object.keys(stages).map((kind) => stageNames[kind as Stage['kind']]));
  return [
    ...(Object.keys(curves).length > 0 ? [`curves of ${name(curves)}`] : []),
    ...(Object.keys(digest).length > 0 ? [`a digest of the trained ${name(digest)}`] : []),
  ];
}

export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}
