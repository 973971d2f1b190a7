/**
 * Two policies on the same held-out prompts with the same seeds, at temperature 1: how often gold and the reward model prefer
 * the first, and what both wrote. InstructGPT's figure (Ouyang et al. 2022, §4.1), with programmatic judges.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import { plainSampling } from '../../world/evals/decoding.ts';
import { outcomesOf } from '../../world/evals/goldEvals.ts';
import { goldEvalPrompts } from '../../world/prompts/rlPrompts.ts';
import { goldReward } from '../../world/spec/gold.ts';
import type { CheckTools, Spec } from '../../world/spec/types.ts';
import { type Drawn, toReply } from '../draw/completions.ts';
import { evalCompleter } from './evaluate.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { CompareResult } from '../run/protocol.ts';
import { scoreBoth } from './rewardScoring.ts';

export interface CompareOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Both flat, in ParamLayout order. */
  readonly params: Float32Array;
  readonly against: Float32Array;
  /** Null: no `byRewardModel`. */
  readonly rewardModel: RewardModel | null;
  readonly spec: Spec;
  readonly tools: CheckTools;
  /** Prompts: trained entities in new words, at most as many as there are. */
  readonly count: number;
  readonly seed: number;
}

/** @throws DeviceError, OutOfMemoryError */
export async function comparePolicies(options: CompareOptions): Promise<CompareResult> {
  const { executor, model, rewardModel, spec, tools, count, seed } = options;
  const prompts = goldEvalPrompts({ seed, count }).phrasings;
  const texts = prompts.map(({ text }) => text);
  const [mine, theirs] = await drawBoth(options, texts);
  const goldOf = (replies: readonly Drawn[]) =>
    prompts.map((prompt, i) => goldReward(spec, prompt, toReply(replies[i]!), tools));
  const [gold, goldAgainst] = [goldOf(mine), goldOf(theirs)];
  const scores = rewardModel && (await scoreBoth(executor, model, rewardModel, mine, theirs));
  return {
    byGold: outcomesOf(gold, goldAgainst),
    byRewardModel: scores && outcomesOf(...scores),
    pairs: prompts.map(({ question, family }, i) => ({
      question,
      family,
      text: mine[i]!.text,
      againstText: theirs[i]!.text,
      goldDifference: gold[i]! - goldAgainst[i]!,
    })),
  };
}

async function drawBoth(
  { executor, model, params, against, seed }: CompareOptions,
  texts: readonly string[],
): Promise<[Drawn[], Drawn[]]> {
  const completer = evalCompleter(executor, model);
  try {
    const sampling = plainSampling(seed);
    return [await completer.draw(params, texts, sampling), await completer.draw(against, texts, sampling)];
  } finally {
    await completer.dispose();
  }
}
