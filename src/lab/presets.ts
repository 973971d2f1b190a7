/**
 * Experiments by name. A preset says only how it differs from the defaults.
 */
import { InvalidInputError } from '../errors.ts';
import { type Experiment, type ExperimentInput, parseExperiment } from './experiment.ts';

export interface Preset {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One plain line for menus and help. */
  readonly description: string;
  readonly experiment: ExperimentInput;
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'instructgpt',
    aliases: [],
    description: 'The whole pipeline: supervised fine-tuning, a reward model, then PPO against it.',
    experiment: { stages: [{ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'ppo' }] },
  },
  {
    name: 'sft',
    aliases: [],
    description: 'Supervised fine-tuning with the default settings.',
    experiment: {},
  },
  {
    name: 'sft-quick',
    aliases: ['quick'],
    description: 'A quarter of the steps, for impatient rooms. Weaker: expect more wrong facts and missed refusals.',
    experiment: { stages: [{ kind: 'sft', steps: 70, learningRate: 2e-3, evalEvery: 20, heldoutPairs: 160 }] },
  },
];

export function presetNames(): string[] {
  return PRESETS.flatMap((preset) => [preset.name, ...preset.aliases]);
}

/** @returns the preset's whole experiment · @throws InvalidInputError when there is no such preset */
export function presetExperiment(name: string): Experiment {
  const preset = PRESETS.find((candidate) => candidate.name === name || candidate.aliases.includes(name));
  if (!preset)
    throw new InvalidInputError(`there is no preset called "${name}": use one of ${presetNames().join(', ')}`);
  return parseExperiment(preset.experiment);
}
