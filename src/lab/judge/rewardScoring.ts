/** A reward model at work on texts of any prompt: one shape, as long as the model reads. */
import type { ModelConfig } from '../../engine/nn/config.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import type { TokenizedExample } from '../../rlhf/recipe.ts';
import { type RewardModel, type RewardScorer, createRewardScorer } from '../../rlhf/rewardScorer.ts';
import type { Tokenizer } from '../../world/tokenizer.ts';
import type { LoadedModel } from '../model/modelFolder.ts';

const ROWS = 16;

/** @throws DeviceError, OutOfMemoryError */
export function openRewardScorer(executor: Executor, config: ModelConfig, model: RewardModel): Promise<RewardScorer> {
  const length = config.contextLength;
  const slots = Math.ceil((ROWS * length * 0.7) / 64) * 64;
  return createRewardScorer(executor, config, model, { batch: ROWS, length, slots, sequences: 64 });
}

/** @param prompt as the model is fed it · @param reply its text as generated, leading space included */
export function tokenizeReply(
  tokenizer: Tokenizer,
  prompt: string,
  { text, stopped }: { readonly text: string; readonly stopped: boolean },
): TokenizedExample {
  const ids = tokenizer.encode(text);
  // A reply without any text can only be one that ended at once.
  const completionIds = stopped || ids.length === 0 ? [...ids, tokenizer.eosId] : ids;
  return { promptIds: tokenizer.encode(prompt), completionIds };
}

/** What the reward model makes of two lists of texts. */
export async function scoreBoth(
  executor: Executor,
  { config }: LoadedModel,
  rewardModel: RewardModel,
  mine: readonly TokenizedExample[],
  theirs: readonly TokenizedExample[],
): Promise<readonly [mine: number[], theirs: number[]]> {
  const scorer = await openRewardScorer(executor, config, rewardModel);
  try {
    return [await scorer.score(mine), await scorer.score(theirs)];
  } finally {
    await scorer.dispose();
  }
}
