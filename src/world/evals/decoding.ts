/** How replies are drawn when a checkpoint is judged: the same for all checkpoints, so that figures are paired. */

export interface EvalSampling {
  readonly temperature: number;
  /** 1 = off. */
  readonly topP: number;
  readonly greedy: boolean;
  readonly maxNewTokens: number;
  readonly seed: number;
}

/** Longest reply: EOS is counted within so many tokens of a question (4-world.md §4.6). */
export const replyTokens = 40;

/** Samples of one prompt in the diversity group. */
export const samplesPerPrompt = 4;

/** The likeliest reply. */
export function greedySampling(seed: number): EvalSampling {
  return { temperature: 1, topP: 1, greedy: true, maxNewTokens: replyTokens, seed };
}

/** A draw from the policy as it is. */
export function plainSampling(seed: number): EvalSampling {
  return { temperature: 1, topP: 1, greedy: false, maxNewTokens: replyTokens, seed };
}
