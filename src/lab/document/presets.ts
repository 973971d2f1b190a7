/**
 * Experiments by name. A preset says only how it differs from the defaults.
 */
import { InvalidInputError } from '../../errors.ts';
import { specOf, stageKinds } from '../stages/kinds.ts';
import type { StagePreset } from '../stages/stageKind.ts';
import { type Experiment, type ExperimentInput, parseExperiment } from './experiment.ts';

export interface Preset {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One plain line for menus and help. */
  readonly description: string;
  readonly experiment: ExperimentInput;
  /** The same without the cause: what the effect is held against. */
  readonly control?: ExperimentInput;
}

/** Long training without a KL penalty, at Adam's usual ε: what a policy does to a reward when nothing holds it. */
const unbounded = {
  kind: 'ppo',
  klCoef: 0,
  adamEpsilon: 1e-8,
  updates: 60,
  goldEvery: 10,
  missingEosPenalty: 0,
} as const;

const pipelines: readonly Preset[] = [
  {
    name: 'instructgpt',
    aliases: [],
    description: 'The whole pipeline: supervised fine-tuning, a reward model, then PPO against it.',
    experiment: { stages: [{ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'ppo' }] },
  },
  {
    name: 'overoptimization',
    aliases: [],
    description:
      'RL without a KL penalty against a reward model whose labelers like long replies: the proxy rises, gold falls. Control: the same RL on gold itself.',
    experiment: { stages: [{ kind: 'sft' }, { kind: 'rewardModel', labelers: { lengthBiased: 1 } }, unbounded] },
    control: { stages: [{ kind: 'sft' }, { ...unbounded, reward: 'gold' }] },
  },
];

/** Pipelines first, then what each kind shows of itself. */
export const PRESETS: readonly Preset[] = [
  ...pipelines,
  ...stageKinds.flatMap((kind) => specOf(kind).presets.map(ofKind)),
];

function ofKind({ name, aliases = [], description, stages, control }: StagePreset): Preset {
  return { name, aliases, description, experiment: { stages }, ...(control ? { control: { stages: control } } : {}) };
}

export function presetNames(): string[] {
  return PRESETS.flatMap((preset) => [preset.name, ...preset.aliases]);
}

/** @returns the preset's whole experiment · @throws InvalidInputError when there is no such preset */
export function presetExperiment(name: string): Experiment {
  return parseExperiment(findPreset(name).experiment);
}

/** @throws InvalidInputError when there is no such preset, or it has no control arm */
export function presetArms(name: string): { readonly treatment: Experiment; readonly control: Experiment } {
  const { experiment, control } = findPreset(name);
  if (!control) {
    const withArms = PRESETS.flatMap((preset) => (preset.control ? preset.name : []));
    throw new InvalidInputError(`"${name}" has no control arm: --arms works with ${withArms.join(', ')}`);
  }
  return { treatment: parseExperiment(experiment), control: parseExperiment(control) };
}

function findPreset(name: string): Preset {
  const preset = PRESETS.find((candidate) => candidate.name === name || candidate.aliases.includes(name));
  if (preset) return preset;
  throw new InvalidInputError(`there is no preset called "${name}": use one of ${presetNames().join(', ')}`);
}
