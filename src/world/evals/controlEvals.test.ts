import { describe, expect, it } from 'vitest';
import { goldOfBest, scoreControls } from './controlEvals.ts';

describe('the best of n', () => {
  it('is what the score prefers, whatever gold says; groups of n are averaged', () => {
    const draws = { scores: [1, 3, 2, 0, 9, 8, 7, 6], golds: [0.1, 0.2, 0.3, 0.4, -1, 1, 1, 1] };
    expect(goldOfBest(draws, 4)).toBeCloseTo((0.2 - 1) / 2, 12);
    expect(goldOfBest(draws, 8)).toBe(-1);
    expect(goldOfBest(draws, 1)).toBeCloseTo(3 / 8, 12);
  });
});

describe('what a policy is held against', () => {
  const scored = scoreControls({
    own: [0.5, 0.7],
    reference: [0.2, 0.4],
    controls: { 'sft_t0.5': [0.4, 0.4], sft_greedy: [0.6, 0.5], best_of_4: [0.3, 0.9] },
    phrases: [
      [0.3, 0.3],
      [0.3, 0.6],
    ],
  });

  it('is SFT at the temperature that suits it best', () => {
    expect(scored['control/sft_greedy']!.value).toBeCloseTo(0.55, 12);
    // −.1 and +.2
    expect(scored['control/gain_over_temperature']!.value).toBeCloseTo(0.05, 12);
    expect(scored['control/gain_over_temperature']!.se).toBeCloseTo(0.15, 12);
  });

  it('is the best of n, prompt by prompt', () => {
    expect(scored['control/gain_over_best_of_4']!.value).toBeCloseTo(0, 12);
    expect(Object.keys(scored)).not.toContain('control/gain_over_sft_greedy');
  });

  it('is the phrase that gains most', () => {
    expect(scored['control/phrase_gain']).toMatchObject({ n: 2 });
    expect(scored['control/phrase_gain']!.value).toBeCloseTo(0.15, 12);
  });
});
