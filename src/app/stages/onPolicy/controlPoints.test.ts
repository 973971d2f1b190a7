import { describe, expect, it } from 'vitest';
import { controlPoints } from './controlPoints.ts';

const value = (mean: number, se = 0.01) => ({ value: mean, se, n: 200 });

describe('controlPoints', () => {
  const evals = {
    'gold/mean': value(0.7),
    'gold/gain': value(0.1),
    'kl/exact': value(1.44),
    'control/sft_t0.5': value(0.65),
    'control/sft_t0.5_kl': value(4),
    'control/best_of_4': value(0.66, 0.02),
    'control/best_of_4_kl': value(0.64),
    'control/sft_greedy': value(0.68),
    'control/gain_over_best_of_4': value(0.04),
  };

  it('are the reference by its name, the policy, and each control with its distance', () => {
    const points = controlPoints(evals, 'RLOO', 'SFT 2');
    expect(points.map(({ name, way, distance }) => [name, way, distance])).toEqual([
      ['SFT 2', 'policy', 0],
      ['RLOO', 'policy', 1.2],
      ['SFT 2 at T 0.5', 'temperature', 2],
      ['SFT 2, best of 4', 'bestOf', 0.8],
      ['SFT 2, greedy', 'temperature', null],
    ]);
    expect(points[0]!.gold).toBeCloseTo(0.6, 12);
    expect(points[3]).toMatchObject({ gold: 0.66, se: 0.02 });
  });

  it('are none before the policy was measured', () => {
    expect(controlPoints({ 'gold/mean': value(0.7) }, 'RLOO', 'SFT 2')).toEqual([]);
  });
});
