/** How far a policy is from a reference, and how open it is, on completions it drew itself at temperature 1. */
import type { Executor } from '../../engine/runtime/executor.ts';
import { klK1, klK3, klOfCompletion, sum } from '../../rlhf/numerics.ts';
import { type DivergenceMeter, createDivergenceMeter } from '../../rlhf/policyDivergence.ts';
import type { TokenizedExample } from '../../rlhf/recipe.ts';
import { meanOf, type PerPrompt } from '../../world/evals/statistics.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { Eval } from '../document/evals.ts';

/** Packed rows of a pass over replies. */
const ROWS = 8;

/** `entropy`, and `kl/*` where there is a reference: sums over a completion, one a sample, nats. */
export async function measureDistance(
  executor: Executor,
  model: LoadedModel,
  params: Float32Array,
  reference: Float32Array | null,
  samples: readonly TokenizedExample[],
): Promise<PerPrompt> {
  const meter = await openMeter(executor, model);
  try {
    const measured = await meter.measure(params, reference ?? params, samples);
    const entropy = measured.map((one) => sum(one.entropy));
    if (!reference) return { entropy };
    const estimate = (estimator: (logr: number) => number) =>
      measured.map(({ logprobs, refLogprobs }) => klOfCompletion(estimator, logprobs, refLogprobs));
    const exact = measured.map(({ klExact }) => sum(klExact));
    return { entropy, 'kl/k1': estimate(klK1), 'kl/k3': estimate(klK3), 'kl/exact': exact };
  } finally {
    await meter.dispose();
  }
}

/** Completions that a policy drew at a temperature. */
export interface TemperatureSamples {
  readonly temperature: number;
  readonly samples: readonly TokenizedExample[];
}

/** KL of a policy at each temperature to itself at temperature 1, nats a completion, in the order given. */
export async function temperatureDistances(
  executor: Executor,
  model: LoadedModel,
  params: Float32Array,
  drawn: readonly TemperatureSamples[],
): Promise<Eval[]> {
  const meter = await openMeter(executor, model);
  try {
    const distances: Eval[] = [];
    for (const { temperature, samples } of drawn) {
      const measured = await meter.measure(params, params, samples, temperature);
      distances.push(meanOf(measured.map(({ klExact }) => sum(klExact))));
    }
    return distances;
  } finally {
    await meter.dispose();
  }
}

function openMeter(executor: Executor, { config }: LoadedModel): Promise<DivergenceMeter> {
  const length = config.contextLength;
  const slots = Math.ceil((ROWS * length * 0.6) / 64) * 64;
  return createDivergenceMeter(executor, config, { batch: ROWS, length, slots });
}
