/**
 * A world so small that every completion can be listed (3-rlhf-reference.md §3.5): expected reward, KL and the optimum
 * π* ∝ ref·exp(r/β), of value β·log Z, are then exact, and every recipe can be held against them. Two prompts of different
 * taste, equally often; in one variant a host puts a symbol of its own after every call.
 */
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, tokenLogprobs } from '../engine/nn/llama.ts';
import { packedHidden } from '../engine/nn/packed.ts';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createGenerator } from '../engine/runtime/generate.ts';
import { ParamFeeder, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { scalar } from '../engine/tensor/hostTensor.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import { ownValues } from '../rlhf/completionMask.ts';
import type { Drawn, OpenDraw } from '../rlhf/draw.ts';
import { mean, sum } from '../rlhf/numerics.ts';
import { createPackedPass } from '../rlhf/packedPass.ts';
import type { TokenizedExample } from '../rlhf/recipe.ts';

/** Eight symbols: EOS, pad and six letters. */
export const exactConfig: ModelConfig = {
  vocabSize: 8,
  width: 32,
  layers: 1,
  heads: 2,
  mlpWidth: 48,
  contextLength: 8,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

/** C */
export const maxNewTokens = 4;
export const exactPrompts: readonly (readonly number[])[] = [[2], [7]];
/** For what needs one prompt only. */
export const exactPrompt = exactPrompts[0]!;

/** What a prompt likes: letters, and one letter right before another; all like an end. */
interface Taste {
  readonly letters: Readonly<Record<number, number>>;
  readonly pair: readonly [number, number];
}

const tastes: Readonly<Record<number, Taste>> = {
  2: { letters: { 3: 0.5, 4: -0.5, 5: 0.3 }, pair: [3, 5] },
  7: { letters: { 4: 0.6, 3: -0.4, 6: 0.2 }, pair: [6, 4] },
};

export function rewardOf({ promptIds, completionIds }: TokenizedExample): number {
  const { letters, pair } = tastes[promptIds[0]!]!;
  const liked = sum(completionIds.map((id) => letters[id] ?? 0));
  const pairs = completionIds.filter((id, t) => id === pair[0] && completionIds[t + 1] === pair[1]).length;
  return liked + 0.5 * pairs + (completionIds.at(-1) === exactConfig.eosId ? 1 : 0);
}

/** After a CALL the host writes an ANSWER, where there is room. */
const CALL = 5;
const ANSWER = 6;

/**
 * Every completion of both prompts, of up to C tokens: it ends with EOS, or is cut at C. Freely chosen there are
 * 7⁰ + 7¹ + 7² + 7³ + 7⁴ = 2,801 a prompt.
 * @param isHosted with the host's answers in them · @param longest C, where it is another
 */
export function everyCompletion(isHosted = false, longest = maxNewTokens): TokenizedExample[] {
  const { vocabSize, eosId } = exactConfig;
  const grow = (ids: readonly number[], mask: readonly number[]): Omit<TokenizedExample, 'promptIds'>[] => {
    if (ids.at(-1) === eosId || ids.length === longest) {
      return [isHosted ? { completionIds: ids, completionMask: mask } : { completionIds: ids }];
    }
    if (isHosted && ids.at(-1) === CALL) return grow([...ids, ANSWER], [...mask, 0]);
    return Array.from({ length: vocabSize }, (_, id) => grow([...ids, id], [...mask, 1])).flat();
  };
  const completions = grow([], []);
  return exactPrompts.flatMap((promptIds) => completions.map((one) => ({ promptIds, ...one })));
}

/** log π(y) of every completion at a temperature, nats: of the tokens that the policy chose. */
export async function exactLogprobs(
  executor: Executor,
  params: Float32Array,
  completions: readonly TokenizedExample[],
  temperature = 1,
): Promise<number[]> {
  const layout = llamaLayout(exactConfig);
  const pass = await createPackedPass({
    executor,
    name: 'exact_logprobs',
    shape: { batch: 64, length: exactConfig.contextLength, slots: 64 * exactConfig.contextLength },
    padId: exactConfig.padId,
    build(graph, inputs) {
      const policy = bindParams(graph, layout, bindingOf(executor));
      const logits = lmLogits(policy, packedHidden(exactConfig, policy, inputs));
      const scaled = ops.mul(logits, graph.input('inverseTemperature', []));
      return { logprobs: tokenLogprobs(scaled, inputs.targets) };
    },
  });
  const feeder = new ParamFeeder(executor, layout);
  const feeds = { ...(await feeder.feeds(params)), inverseTemperature: scalar(1 / temperature) };
  const columns = await pass.run(completions, feeds);
  await pass.dispose();
  return columns.map(({ logprobs }, i) => sum(ownValues(logprobs, completions[i]!.completionMask)));
}

export interface ExactValues {
  /** Σ π(y) = 1 when nothing was forgotten. */
  readonly totalProbability: number;
  readonly expectedReward: number;
  /** KL(π ‖ ref), nats a completion. */
  readonly kl: number;
}

/** Means over the prompts. @param logprobs @param refLogprobs of the completions, all of both prompts */
export function exactValues(
  completions: readonly TokenizedExample[],
  logprobs: readonly number[],
  refLogprobs: readonly number[],
): ExactValues {
  const weights = logprobs.map((logprob) => Math.exp(logprob) / exactPrompts.length);
  return {
    totalProbability: sum(weights),
    expectedReward: sum(weights.map((weight, i) => weight * rewardOf(completions[i]!))),
    kl: sum(weights.map((weight, i) => weight * (logprobs[i]! - refLogprobs[i]!))),
  };
}

/** Mean over the prompts of β·log Σ ref(y)·exp(r(y)/β): what no policy can exceed in E[r] − β·KL. */
export function optimum(
  completions: readonly TokenizedExample[],
  refLogprobs: readonly number[],
  beta: number,
): number {
  const values = exactPrompts.map((prompt) => {
    const terms = completions.map((one, i) =>
      one.promptIds === prompt ? Math.exp(refLogprobs[i]! + rewardOf(one) / beta) : 0,
    );
    return beta * Math.log(sum(terms));
  });
  return mean(values);
}

/** Draws of a policy with a host: it stops at every call, the host answers, and the policy goes on. */
export const openHostedDraw: OpenDraw = async (options) => {
  const longest = options.promptLength + options.maxNewTokens - 1;
  const generator = await createGenerator({ ...options, promptLength: longest, stopIds: [CALL] });
  return {
    async draw({ prompts, seeds, ...request }) {
      const rows = prompts.map(() => ({ ids: [] as number[], mask: [] as number[], isOpen: true, stopped: false }));
      for (let round = 0; rows.some(({ isOpen }) => isOpen); round++) {
        const open = rows.flatMap(({ isOpen }, row) => (isOpen ? [row] : []));
        const { tokens, stoppedBy } = await generator.generate({
          ...request,
          prompts: open.map((row) => [...prompts[row]!, ...rows[row]!.ids]),
          seeds: open.map((row) => deriveSeed(seeds[row]!, round)),
        });
        open.forEach((index, i) => {
          const row = rows[index]!;
          const own = tokens[i]!.slice(0, options.maxNewTokens - row.ids.length);
          row.ids.push(...own);
          row.mask.push(...own.map(() => 1));
          const isCalling = stoppedBy[i] === CALL && row.ids.length < options.maxNewTokens;
          if (isCalling) {
            row.ids.push(ANSWER);
            row.mask.push(0);
          }
          row.stopped = row.ids.at(-1) === options.config.eosId;
          row.isOpen = isCalling && row.ids.length < options.maxNewTokens;
        });
      }
      return rows.map(({ ids, mask, stopped }): Drawn => ({ completionIds: ids, completionMask: mask, stopped }));
    },
    dispose: () => generator.dispose(),
  };
};
