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

/** Linear warm-up, then a straight line from the peak to its final share at the last step. @param step counted from 1 */
export function linearRate({ peak, totalSteps, warmupSteps, finalFraction }: CosineSchedule, step: number): number {
  if (step <= warmupSteps) return (peak * step) / warmupSteps;
  const first = Math.max(1, warmupSteps);
  return peak * (totalSteps > first ? 1 - ((1 - finalFraction) * (step - first)) / (totalSteps - first) : 1);
}
