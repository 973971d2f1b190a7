/**
 * The settings of every stage, with their bounds and defaults. A stage's settings are what its recipe takes, plus where its
 * data come from. Defaults of SFT: 4-world.md §4.7; of the reward model and PPO: README, "How it is verified".
 */
import { z } from 'zod';
import { simulatedLabelers } from '../../world/spec/types.ts';
import { oneOf, whole, within, yesNo } from '../document/fields.ts';

/** Supervised fine-tuning. */
export const sftStageSchema = z.strictObject({
  kind: z.literal('sft'),
  /** Optimizer steps. */
  steps: whole(1, 20_000).default(280),
  /** Sequences (rows) a step. */
  batchSize: whole(1, 256).default(16),
  /** Tokens a row; the model's context length bounds it further. */
  sequenceLength: whole(8, 2048).default(128),
  /** Peak learning rate of AdamW. */
  learningRate: within(0, 1).default(1.5e-3),
  /** Share of the steps over which the learning rate rises from 0. */
  warmupFraction: within(0, 1).default(0.05),
  /** Where the cosine ends, as a share of the peak. */
  minLearningRateFraction: within(0, 1).default(0.1),
  /** Decoupled; on matrices only. */
  weightDecay: within(0, 1).default(0.01),
  /** Held-out loss every so many steps. */
  evalEvery: whole(1, 20_000).default(40),
  /** Examples the held-out loss is measured on: fewer is faster and noisier. */
  heldoutPairs: whole(16, 2000).default(160),
  /** Several examples to a row; off = one padded example a row. */
  packing: yesNo().default(true),
});

/** Pairs drawn from the policy, judged by labelers, and a reward model of what they prefer. */
export const rewardModelStageSchema = z.strictObject({
  kind: z.literal('rewardModel'),
  /** Prompts; two completions of each make a pair. */
  pairs: whole(16, 20_000).default(2200),
  /** At which they are drawn: above 1, or most pairs are alike. */
  pairTemperature: within(0.1, 3).default(1.25),
  /** Share of harmful/benign twins that trade completions, so that an answer meets a refusal. */
  crossedTwins: within(0, 1).default(0.5),
  /** Tokens of a drawn completion at most. */
  maxNewTokens: whole(4, 1024).default(40),
  /** Shares of the simulated labelers. */
  labelers: z
    .partialRecord(oneOf(simulatedLabelers), within(0, 1000))
    .refine((shares) => Object.values(shares).some((share) => share > 0), 'must give one labeler a share above 0')
    .default({ ai: 0.6, contractor: 0.2, expert: 0.2 }),
  /** Further pairs, never trained on: half on new completions of trained prompts, half on prompts in new words. */
  heldoutPairs: whole(8, 2000).default(200),
  head: oneOf(['meanPooled', 'lastToken']).default('meanPooled'),
  epochs: whole(1, 20).default(2),
  batchSize: whole(2, 256).default(16),
  sequenceLength: whole(8, 2048).default(128),
  learningRate: within(0, 1).default(1e-3),
  warmupFraction: within(0, 1).default(0.1),
  minLearningRateFraction: within(0, 1).default(0.1),
  weightDecay: within(0, 1).default(0.01),
  dropTies: yesNo().default(true),
  /** Labelers' margins, times this, are asked of the difference. */
  marginScale: within(0, 100).default(0),
  evalEvery: whole(1, 20_000).default(30),
  /** Passes over the visitor's own labels, after all others: at 10, twenty labels overturn a habit; at 6 they do not. */
  ownLabelEpochs: whole(0, 100).default(10),
});

/** Reinforcement learning by PPO against the reward model (or against gold, as a control). */
export const ppoStageSchema = z.strictObject({
  kind: z.literal('ppo'),
  reward: oneOf(['rewardModel', 'gold']).default('rewardModel'),
  /** Policy updates. */
  updates: whole(1, 20_000).default(40),
  promptsPerUpdate: whole(1, 1024).default(16),
  completionsPerPrompt: whole(1, 64).default(4),
  maxNewTokens: whole(4, 1024).default(40),
  temperature: within(0.1, 3).default(1),
  /** Of the first update; it falls in a straight line. */
  learningRate: within(0, 1).default(3e-4),
  minLearningRateFraction: within(0, 1).default(0.1),
  /** The gradient's norm is about 1, a parameter's share of it 1e-3: below that, noise becomes steps, and KL without reward. */
  adamEpsilon: within(1e-12, 1).default(1e-3),
  klCoef: within(0, 10).default(0.1),
  /** Nats a completion an adaptive klCoef steers to; 0 = klCoef stays. */
  klTarget: within(0, 1000).default(0),
  /** Completions over which it reacts. */
  klHorizon: whole(1, 10_000_000).default(2000),
  clipRange: within(0.001, 1).default(0.2),
  vfCoef: within(0, 10).default(0.1),
  entropyCoef: within(0, 1).default(0),
  gamma: within(0, 1).default(1),
  gaeLambda: within(0, 1).default(0.95),
  /** Passes over one rollout. */
  epochs: whole(1, 16).default(1),
  minibatches: whole(1, 64).default(1),
  /** Passes over the first rollout that train the value head alone. */
  valueWarmupEpochs: whole(0, 100).default(10),
  valueWarmupRate: within(0, 1).default(3e-3),
  valueTrunk: oneOf(['detached', 'shared']).default('detached'),
  baseline: oneOf(['prompt', 'none']).default('prompt'),
  /** Off the score of a completion that doesn't stop. */
  missingEosPenalty: within(0, 100).default(1),
  whitenAdvantages: yesNo().default(true),
  /** Ends the run above so many nats a completion; 0 = never. */
  stopAtKl: within(0, 1000).default(0),
  /** Gold and proxy on held-out prompts every so many updates; 0 = never. */
  goldEvery: whole(0, 20_000).default(0),
  /** How many prompts are practised on, in the default mix of families. */
  prompts: whole(1, 100_000).default(800),
});

export const stageSchema = z.discriminatedUnion('kind', [sftStageSchema, rewardModelStageSchema, ppoStageSchema], {
  error: 'must be a stage with "kind": "sft", "rewardModel" or "ppo"',
});

export type SftStage = z.output<typeof sftStageSchema>;
export type RewardModelStage = z.output<typeof rewardModelStageSchema>;
export type PpoStage = z.output<typeof ppoStageSchema>;
export type Stage = z.output<typeof stageSchema>;
export type StageKind = Stage['kind'];

/** The schema of a kind, for error messages and forms. */
export const stageSchemas = { sft: sftStageSchema, rewardModel: rewardModelStageSchema, ppo: ppoStageSchema } as const;

/** What the recipe takes: a stage without its kind. */
export type SftSettings = Omit<SftStage, 'kind'>;

/** @returns a stage's settings, without its kind */
export function settingsOf<Kind extends Stage>({ kind: _kind, ...settings }: Kind): Omit<Kind, 'kind'> {
  return settings;
}
