/** Learning-rate schedules as functions of the step. Bit-exact on every machine (exactMath.ts). */
import { exactCosSin } from '../tensor/exactMath.ts';

export interface CosineSchedule {
  readonly peak: number;
  readonly totalSteps: number;
  readonly warmupSteps: number;
  /** The last step's rate as a share of the peak. */
  readonly finalFraction: number;
}

/** Linear warm-up, then a half cosine down (Loshchilov & Hutter 2017, eq. 5, without restarts). @param step counted from 1 */
export function cosineRate({ peak, totalSteps, warmupSteps, finalFraction }: CosineSchedule, step: number): number {
  if (step <= warmupSteps) return (peak * step) / warmupSteps;
  const progress = Math.min(1, (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps));
  const [cosine] = exactCosSin(Math.PI * progress);
  return peak * (finalFraction + (1 - finalFraction) * 0.5 * (1 + cosine));
}

/** A straight line from the peak at the first step to its final share at the last. @param step counted from 1 */
export function linearRate(
  { peak, totalSteps, finalFraction }: Omit<CosineSchedule, 'warmupSteps'>,
  step: number,
): number {
  return peak * (totalSteps > 1 ? 1 - ((1 - finalFraction) * (step - 1)) / (totalSteps - 1) : 1);
}
