/** Where a stage's preferences come from: pairs drawn from the policy and judged by a mix of labelers. */
import { z } from 'zod';
import { oneOf, whole, within } from '../../rlhf/fields.ts';
import { simulatedLabelers } from '../../world/spec/types.ts';

export const preferenceSettings = z.strictObject({
  /** Prompts; two completions of each make a pair. */
  pairs: whole(16, 20_000).default(4500),
  /**
   * At which they are drawn. At 1 they are what RL will draw; above, more of them differ, but more of them in broken words.
   */
  pairTemperature: within(0.1, 3).default(1),
  /** Share of twins (harmful and benign, real and invented) that trade completions, so that an answer meets a refusal. */
  crossedTwins: within(0, 1).default(0.5),
  /** Share of the other prompts that trade them with one of their family, so that a reply meets one that fits elsewhere. */
  crossedPrompts: within(0, 1).default(0.5),
  /** Tokens of a drawn completion at most. */
  maxNewTokens: whole(4, 1024).default(40),
  /** Shares of the simulated labelers. */
  labelers: z
    .partialRecord(oneOf(simulatedLabelers), within(0, 1000))
    .refine((shares) => Object.values(shares).some((share) => share > 0), 'must give one labeler a share above 0')
    .default({ ai: 0.6, contractor: 0.2, expert: 0.2 }),
  /** Further pairs, never trained on: half on new completions of trained prompts, half on prompts in new words. */
  heldoutPairs: whole(8, 2000).default(200),
});

export type PreferenceSettings = z.output<typeof preferenceSettings>;
