/**
 * Many replies of one policy at temperature 1, each judged: what the page's pictures of a whole policy are made of (the crowd
 * of replies to one prompt, how often a behaviour shows). The same seed draws the same way from every policy.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import type { RewardScorer } from '../../rlhf/rewardScorer.ts';
import { behavioursOf, detectBehaviours } from '../../world/behaviours/detect.ts';
import { plainSampling } from '../../world/evals/decoding.ts';
import { findPrompt } from '../../world/prompts/selectPrompts.ts';
import { goldEvalPrompts } from '../../world/prompts/rlPrompts.ts';
import { judge } from '../../world/spec/gold.ts';
import type { CheckTools, Spec } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import { toReply } from '../draw/completions.ts';
import { toOwnPrompt } from '../draw/promptText.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { SurveyAsk, SurveyedReply } from '../run/protocol.ts';
import { evalCompleter } from './evaluate.ts';

export interface SurveyOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Flat, in ParamLayout order. */
  readonly params: Float32Array;
  readonly ask: SurveyAsk;
  /** Null: replies have no score. */
  readonly scorer: RewardScorer | null;
  readonly spec: Spec;
  readonly tools: CheckTools;
  readonly seed: number;
}

/** @throws InvalidInputError for a question that leaves no room to answer · DeviceError, OutOfMemoryError */
export async function survey(options: SurveyOptions): Promise<SurveyedReply[]> {
  const { executor, model, params, ask, scorer, spec, tools, seed } = options;
  const prompts = promptsOf(ask, seed);
  const asked = prompts.flatMap((prompt) => new Array<Prompt>(ask.copies).fill(prompt));
  const completer = evalCompleter(executor, model);
  try {
    const drawn = await completer.draw(
      params,
      asked.map(({ text }) => text),
      plainSampling(seed),
    );
    const scores = scorer ? await scorer.score(drawn) : null;
    return drawn.map((one, i): SurveyedReply => {
      const prompt = asked[i]!;
      const { text, stopped } = one;
      const { total, rules } = judge(spec, prompt, toReply(one), tools);
      return {
        question: prompt.question,
        family: prompt.family,
        text,
        stopped,
        gold: total,
        rules,
        score: scores?.[i] ?? null,
        sightings: detectBehaviours(prompt, one),
        possible: behavioursOf(prompt),
      };
    });
  } finally {
    await completer.dispose();
  }
}

function promptsOf(ask: SurveyAsk, seed: number): readonly Prompt[] {
  if ('count' in ask) return goldEvalPrompts({ seed, count: ask.count }).phrasings;
  return [findPrompt(ask.question) ?? toOwnPrompt(ask.question, 0)];
}
