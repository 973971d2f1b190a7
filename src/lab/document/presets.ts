/**
 * Experiments by name. A preset says only how it differs from the defaults.
 */
import { InvalidInputError } from '../../errors.ts';
import { specOf, stageKinds } from '../stages/kinds.ts';
import type { StagePreset } from '../stages/stageKind.ts';
import type { LabelerShares } from '../../world/spec/labeling.ts';
import { type Experiment, type ExperimentInput, parseExperiment } from './experiment.ts';

export interface Preset {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One plain line for menus and help. */
  readonly description: string;
  readonly experiment: ExperimentInput;
  /** Names of presets without its cause: what its effect is held against. */
  readonly controls?: readonly string[];
}

/** Without a KL penalty: what a policy does to a reward when nothing holds it. */
const unbounded = { kind: 'rloo', klCoef: 0, goldEvery: 10, missingEosPenalty: 0 } as const;

/** Its labelers read the spec each in their way; nothing else sets these experiments apart. */
const judgedBy = (labelers: LabelerShares): ExperimentInput => ({
  stages: [{ kind: 'sft' }, { kind: 'rewardModel', labelers }, unbounded],
});

const pipelines: readonly Preset[] = [
  {
    name: 'instructgpt',
    aliases: ['rloo'],
    description: 'The whole pipeline: supervised fine-tuning, a reward model, then RL against it by RLOO.',
    experiment: { stages: [{ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'rloo' }] },
  },
  {
    name: 'overoptimization',
    aliases: [],
    description:
      'RL without a KL penalty against a reward model whose labelers like long replies: the proxy rises, gold falls.',
    experiment: judgedBy({ lengthBiased: 1 }),
    controls: ['overoptimization-unbiased', 'overoptimization-gold'],
  },
  {
    name: 'overoptimization-unbiased',
    aliases: [],
    description: 'Its control by labels: the same RL against a reward model whose labelers have no bias.',
    // Experts alone have none, and are about as sure of their choice as the length-biased are (labelers.ts).
    experiment: judgedBy({ expert: 1 }),
  },
  {
    name: 'overoptimization-gold',
    aliases: [],
    description: 'Its control by reward: the same RL on gold itself, which nothing else here learns from.',
    experiment: { stages: [{ kind: 'sft' }, { ...unbounded, reward: 'gold' }] },
  },
];

/** Pipelines first, then what each kind shows of itself. */
export const PRESETS: readonly Preset[] = [
  ...pipelines,
  ...stageKinds.flatMap((kind) => specOf(kind).presets.map(ofKind)),
];

function ofKind({ name, aliases = [], description, stages }: StagePreset): Preset {
  return { name, aliases, description, experiment: { stages } };
}

export function presetNames(): string[] {
  return PRESETS.flatMap((preset) => [preset.name, ...preset.aliases]);
}

/** @returns the preset's whole experiment · @throws InvalidInputError when there is no such preset */
export function presetExperiment(name: string): Experiment {
  return parseExperiment(findPreset(name).experiment);
}

/** @returns the preset's name, then those of its controls · @throws InvalidInputError when there is no such preset, or it has none */
export function presetArms(name: string): readonly [treatment: string, ...controls: string[]] {
  const preset = findPreset(name);
  if (!preset.controls) {
    const withArms = PRESETS.flatMap((one) => (one.controls ? one.name : []));
    throw new InvalidInputError(`"${name}" has no control arm: --arms works with ${withArms.join(', ')}`);
  }
  return [preset.name, ...preset.controls];
}

function findPreset(name: string): Preset {
  const preset = PRESETS.find((candidate) => candidate.name === name || candidate.aliases.includes(name));
  if (preset) return preset;
  throw new InvalidInputError(`there is no preset called "${name}": use one of ${presetNames().join(', ')}`);
}
