/**
 * Gold and proxy on the same held-out prompts again and again while RL runs: the curve on which over-optimization shows
 * (Gao, Schulman & Hilton 2022). Prompts and sampling seeds stay the same, so that differences are paired.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import { type Generator, createGenerator } from '../../engine/runtime/generate.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import { largest, mean } from '../../rlhf/numerics.ts';
import type { Completed, RewardFunction } from '../../rlhf/onPolicyTypes.ts';
import { type EvalValue, meanOf } from '../../world/evals/statistics.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { Evals } from '../document/evals.ts';

const ROWS = 64;

export interface GoldProbeOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Token ids of the held-out prompts. */
  readonly promptIds: readonly (readonly number[])[];
  readonly maxNewTokens: number;
  /** Proxy and gold of completions of these prompts. */
  readonly reward: RewardFunction;
  readonly seed: number;
  /** Of a run that goes on. */
  readonly history?: GoldHistory | null;
}

/** What was measured so far: by measurement, then by prompt. */
export interface GoldHistory {
  readonly golds: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
}

export interface GoldProbe {
  /** @returns `eval/gold` and `eval/scores`, means over the prompts */
  measure(params: Float32Array): Promise<Record<string, number>>;
  /** `gold/fall`, `gold/fall_se` and `proxy/rise_se`; nothing before the second measurement. */
  evals(): Evals;
  history(): GoldHistory;
  dispose(): Promise<void>;
}

export async function createGoldProbe(options: GoldProbeOptions): Promise<GoldProbe> {
  const { executor, model, promptIds, maxNewTokens, seed } = options;
  const promptLength = largest(promptIds.map((ids) => ids.length));
  const generator: Generator = await createGenerator({
    executor,
    config: model.config,
    batch: ROWS,
    promptLength,
    maxNewTokens,
  });
  const golds = [...(options.history?.golds ?? [])];
  const scores = [...(options.history?.scores ?? [])];
  return {
    async measure(params) {
      const seeds = promptIds.map((_, i) => deriveSeed(seed, 'gold probe', i));
      const { tokens, stopped } = await generator.generate({ params, prompts: promptIds, temperature: 1, seeds });
      const completed = promptIds.map((ids, i): Completed => ({
        promptIndex: i,
        promptIds: ids,
        completionIds: tokens[i]!,
        stopped: stopped[i]!,
      }));
      const judged = await options.reward(completed);
      golds.push(judged.map(({ gold = 0 }) => gold));
      scores.push(judged.map(({ score }) => score));
      return { 'eval/gold': mean(golds.at(-1)!), 'eval/scores': mean(scores.at(-1)!) };
    },
    evals: () => (golds.length < 2 ? {} : judgeFall(golds, scores)),
    history: () => ({ golds: [...golds], scores: [...scores] }),
    dispose: () => generator.dispose(),
  };
}

/**
 * How far gold fell from its peak to the end, paired by prompt. The peak is chosen on the even prompts and the fall
 * measured on the odd ones, so that the luckiest of several noisy measurements doesn't count as a peak.
 */
export function judgeFall(golds: readonly (readonly number[])[], scores: readonly (readonly number[])[]): Evals {
  const onEven = golds.map((row) => mean(row.filter((_, i) => i % 2 === 0)));
  const peak = onEven.indexOf(largest(onEven));
  const isOdd = (_: number, i: number) => i % 2 === 1;
  const fall = meanOf(golds[peak]!.map((gold, i) => gold - golds.at(-1)![i]!).filter(isOdd));
  const rise = meanOf(
    scores
      .at(-1)!
      .map((score, i) => score - scores[peak]![i]!)
      .filter(isOdd),
  );
  return { 'gold/fall': fall, 'gold/fall_se': inErrors(fall), 'proxy/rise_se': inErrors(rise) };
}

/** A difference in units of its standard error; 0 for no difference at all. */
function inErrors({ value, se, n }: EvalValue): EvalValue {
  return { value: value === 0 ? 0 : value / se, se: 1, n };
}
