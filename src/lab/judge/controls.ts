/**
 * Draws and judges what world/evals/controlEvals.ts holds a policy against: the reference at other temperatures, the best of
 * several of its replies by the reward model, its replies with a phrase behind them.
 */
import { exactLog } from '../../engine/tensor/exactMath.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import {
  bestOfCounts,
  controlPhrases,
  controlTemperatures,
  goldOfBest,
  type JudgedDraws,
  scoreControls,
} from '../../world/evals/controlEvals.ts';
import { plainSampling } from '../../world/evals/decoding.ts';
import { meanOf } from '../../world/evals/statistics.ts';
import { goldReward } from '../../world/spec/gold.ts';
import type { CheckTools, Reply, Spec } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import type { Evals } from '../document/evals.ts';
import { type Completer, type Drawn, toReply } from '../draw/completions.ts';
import { largest } from '../../rlhf/numerics.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { type TemperatureSamples, temperatureDistances } from './policyDistance.ts';
import { openRewardScorer } from './rewardScoring.ts';

export interface ControlOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly completer: Completer;
  /** The policy before RL. */
  readonly reference: Float32Array;
  readonly rewardModel: RewardModel;
  readonly spec: Spec;
  readonly tools: CheckTools;
  readonly seed: number;
  readonly prompts: readonly Prompt[];
  /** Of the judged policy at temperature 1: a copy after the other, as GoldReplies. */
  readonly own: readonly Drawn[];
  /** Of the reference at temperature 1, likewise, and greedily: one a prompt. */
  readonly drawn: readonly Drawn[];
  readonly greedy: readonly Drawn[];
}

/** `control/…` @throws DeviceError, OutOfMemoryError */
export async function measureControls(options: ControlOptions): Promise<Evals> {
  const { executor, model, completer, reference, rewardModel, spec, tools, seed, prompts, own, drawn } = options;
  const golds = (replies: readonly Reply[]) =>
    replies.map((reply, i) => goldReward(spec, prompts[i % prompts.length]!, reply, tools));
  const byPrompt = (values: readonly number[]) =>
    prompts.map((_, i) => values.filter((_, at) => at % prompts.length === i));
  const meanByPrompt = (values: readonly number[]) => byPrompt(values).map((copies) => meanOf(copies).value);
  const texts = prompts.map(({ text }) => text);

  const further = copiesOf(texts, furtherDraws(drawn, prompts));
  const more = await completer.draw(reference, further, plainSampling(seed + 2));
  const draws = [...drawn, ...more];
  const scorer = await openRewardScorer(executor, model.config, rewardModel);
  const scores = await scorer.score(draws).finally(() => scorer.dispose());
  const [scoresOf, goldsOf] = [byPrompt(scores), byPrompt(golds(draws.map(toReply)))];
  const judged = prompts.map((_, i): JudgedDraws => ({ scores: scoresOf[i]!, golds: goldsOf[i]! }));

  const controls: Record<string, readonly number[]> = { sft_greedy: golds(options.greedy.map(toReply)) };
  const evals: Evals = {};
  const cooler: TemperatureSamples[] = [];
  for (const temperature of controlTemperatures) {
    const samples = await completer.draw(reference, texts, { ...plainSampling(seed), temperature });
    controls[`sft_t${temperature}`] = golds(samples.map(toReply));
    cooler.push({ temperature, samples });
  }
  const distances = await temperatureDistances(executor, model, reference, cooler);
  cooler.forEach(({ temperature }, i) => (evals[`control/sft_t${temperature}_kl`] = distances[i]!));
  for (const n of bestOfCounts) {
    controls[`best_of_${n}`] = judged.map((one) => goldOfBest(one, n));
    evals[`control/best_of_${n}_kl`] = { value: bestOfKl(n), se: 0, n: prompts.length };
  }
  const first = drawn.slice(0, prompts.length).map(toReply);
  return {
    ...evals,
    ...scoreControls({
      own: meanByPrompt(golds(own.map(toReply))),
      reference: golds(first),
      controls,
      phrases: controlPhrases.map((phrase) => golds(first.map((reply) => withPhrase(reply, phrase, model)))),
    }),
  };
}

/**
 * KL of the best of n to the policy that drew them, nats: a bound, reached where no two draws score the same.
 * Stiennon et al. 2020, app. G.3; Beirami et al. 2024
 */
export function bestOfKl(n: number): number {
  return exactLog(n) - (n - 1) / n;
}

/** Copies of every prompt that the largest n still needs. */
function furtherDraws(drawn: readonly Drawn[], prompts: readonly Prompt[]): number {
  return Math.max(0, largest(bestOfCounts) - drawn.length / prompts.length);
}

function copiesOf(texts: readonly string[], copies: number): string[] {
  return Array.from({ length: copies }, () => texts).flat();
}

/** A reply that was cut has no end to say anything after. */
function withPhrase(reply: Reply, phrase: string, { tokenizer }: LoadedModel): Reply {
  if (!reply.stopped) return reply;
  return { ...reply, text: reply.text + phrase, tokens: reply.tokens + tokenizer.encode(phrase).length };
}
