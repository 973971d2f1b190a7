/**
 * Averaging policies by their weights: Σ w_i·θ_i / Σ w_i, parameter by parameter. Works between checkpoints that share an
 * ancestor, because they lie in one valley of the loss (Wortsman et al. 2022, "Model soups"). A policy with the whole share
 * comes out bit for bit as it is.
 */
import { InvalidInputError } from '../../../errors.ts';

/**
 * @param policies flat float32, equally long, at least one · @param shares one a policy, at least 0, not all 0
 * @throws InvalidInputError when lengths differ or shares don't fit
 */
export function averageWeights(policies: readonly Float32Array[], shares: readonly number[]): Float32Array {
  const [first] = policies;
  if (!first) throw new InvalidInputError('there is nothing to average: choose two policies');
  const other = policies.find(({ length }) => length !== first.length);
  if (other) {
    throw new InvalidInputError(
      `the policies have ${first.length} and ${other.length} weights: choose policies of the same model`,
    );
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (shares.length !== policies.length || shares.some((share) => !(share >= 0)) || !(total > 0)) {
    throw new InvalidInputError(
      `the shares are ${shares.join(', ')}: give one number of 0 or more for each of ${policies.length} policies, not all 0`,
    );
  }
  const parts = policies.flatMap((params, i) => (shares[i]! > 0 ? [{ params, weight: shares[i]! / total }] : []));
  if (parts.length === 1) return parts[0]!.params.slice();
  const mixed = new Float32Array(first.length);
  for (let i = 0; i < mixed.length; i++) {
    let sum = 0;
    for (const { params, weight } of parts) sum += weight * params[i]!;
    mixed[i] = sum;
  }
  return mixed;
}

/** Mean over the policies of ‖θ_i − θ̄‖ / ‖θ̄‖. */
export function distanceToAverage(policies: readonly Float32Array[], average: Float32Array): number {
  const length = Math.sqrt(squares(average, () => 0));
  const distances = policies.map((params) => Math.sqrt(squares(params, (i) => average[i]!)) / length);
  return distances.reduce((sum, distance) => sum + distance, 0) / policies.length;
}

/** Σ (x_i − origin_i)² */
function squares(values: Float32Array, origin: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i]! - origin(i);
    total += difference * difference;
  }
  return total;
}
