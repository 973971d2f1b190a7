import { expect, it } from 'vitest';
import { formatEval, wholePercent } from './formatEval.ts';

it('writes a figure with one standard error and its unit', () => {
  expect(formatEval({ value: 0.9583, se: 0.0182, n: 120 }, 'share')).toBe('95.8 ± 1.8 %');
  expect(formatEval({ value: -0.1234, se: 0.04, n: 200 }, 'reward')).toBe('−0.12 ± 0.04');
  expect(formatEval({ value: -0.001, se: 0, n: 200 }, 'reward')).toBe('0.00 ± 0.00');
  expect(formatEval({ value: 12.345, se: 0.456, n: 200 }, 'tokens')).toBe('12.3 ± 0.456 tokens');
  expect(formatEval({ value: -0.25, se: 0.5, n: 200 }, 'nats')).toBe('−0.250 ± 0.500 nats');
  expect(wholePercent(0.525)).toBe('53 %');
});
