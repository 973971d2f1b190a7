/**
 * The settings of every stage, with their bounds and defaults. A stage's settings are what its recipe takes, plus where its
 * data come from. Defaults of SFT: 4-world.md §4.7; of the reward model and PPO: README, "How it is verified".
 */
import { z } from 'zod';
import { simulatedLabelers } from '../../world/spec/types.ts';
import { oneOf, whole, within } from '../../rlhf/fields.ts';
import { ppoSettings } from '../../rlhf/ppoSettings.ts';
import { rewardModelSettings } from '../../rlhf/rewardModelSettings.ts';
import { sftSettings } from '../../rlhf/sftSettings.ts';

/** Supervised fine-tuning. */
export const sftStageSchema = z.strictObject({
  kind: z.literal('sft'),
  ...sftSettings.shape,
  /** Examples the held-out loss is measured on: fewer is faster and noisier. */
  heldoutPairs: whole(16, 2000).default(160),
});

/** Pairs drawn from the policy, judged by labelers, and a reward model of what they prefer. */
export const rewardModelStageSchema = z.strictObject({
  kind: z.literal('rewardModel'),
  ...rewardModelSettings.shape,
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
  /** Passes over the visitor's own labels, after all others: at 10, twenty labels overturn a habit; at 6 they do not. */
  ownLabelEpochs: whole(0, 100).default(10),
});

/** Reinforcement learning by PPO against the reward model (or against gold, as a control). */
export const ppoStageSchema = z.strictObject({
  kind: z.literal('ppo'),
  ...ppoSettings.shape,
  reward: oneOf(['rewardModel', 'gold']).default('rewardModel'),
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
