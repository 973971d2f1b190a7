import { describe, expect, it } from 'vitest';
import { meaningOfEval } from '../../world/evals/evalMeanings.ts';
import type { PerPrompt } from '../../world/evals/statistics.ts';
import { checkGate, defaultGate, gateVerdict, isMeasured, runGate } from './gate.ts';
import type { GateRule } from './types.ts';

const higher: GateRule = { id: 'a', eval: 'gold/mean', better: 'higher', tolerance: 0.02, errors: 0 };
const lower: GateRule = { id: 'b', eval: 'refusal/benign', better: 'lower', tolerance: 0.02, errors: 0 };
const of = (value: number, se = 0) => ({ value, se, n: 100 });

function passed(rule: GateRule, candidate: number, mainline: number, se = 0): boolean | null | undefined {
  const measured = (value: number) => ({ evals: { [rule.eval]: of(value, se) } });
  return runGate([rule], measured(candidate), measured(mainline))[0]?.passed;
}

describe('runGate', () => {
  it('lets a rule be missed by its tolerance and no more, in its own direction', () => {
    expect(passed(higher, 0.5, 0.52)).toBe(true);
    expect(passed(higher, 0.499, 0.52)).toBe(false);
    expect(passed(higher, 0.9, 0.1)).toBe(true);
    expect(passed(lower, 0.52, 0.5)).toBe(true);
    expect(passed(lower, 0.521, 0.5)).toBe(false);
    expect(passed(lower, 0.1, 0.9)).toBe(true);
  });

  it('adds standard errors of the difference: 2 · √(0.03² + 0.03²) = 0.0849', () => {
    const rule = { ...higher, errors: 2, tolerance: 0 };
    expect(passed(rule, 0.5, 0.584, 0.03)).toBe(true);
    expect(passed(rule, 0.5, 0.585, 0.03)).toBe(false);
  });

  it('takes the error of the differences where both answered the same prompts', () => {
    const rule = { ...higher, errors: 2, tolerance: 0 };
    // Worse by .1 on every prompt, give or take .1: differences 0 .2 0 .2, s.e. √(.04/3/4) = .0577.
    const mainline = { evals: { 'gold/mean': of(0.5, 0.4) }, perPrompt: { 'gold/mean': [-0.7, 1, 0.9, 0.8] } };
    const candidate = { evals: { 'gold/mean': of(0.4, 0.4) }, perPrompt: { 'gold/mean': [-0.7, 0.8, 0.9, 0.6] } };
    const [result] = runGate([rule], candidate, mainline);
    expect(result?.difference?.worseBy).toBeCloseTo(0.1, 12);
    expect(result?.difference?.se).toBeCloseTo(Math.sqrt(0.04 / 3 / 4), 12);
    expect(result).toMatchObject({ passed: true, difference: { pairedOver: 4 } });
    const unpaired = { worseBy: expect.closeTo(0.1, 12) as number, se: Math.hypot(0.4, 0.4), pairedOver: null };
    const others: readonly (PerPrompt | undefined)[] = [
      undefined,
      {},
      { 'gold/mean': [0.4] },
      { 'gold/mean': [1, 2, 3] },
    ];
    for (const perPrompt of others) {
      expect(runGate([rule], { evals: candidate.evals, perPrompt }, mainline)[0]?.difference).toEqual(unpaired);
    }
  });

  it('refuses what the paired error shows to be worse, though the errors of the two would hide it', () => {
    const rule = { ...higher, errors: 2, tolerance: 0 };
    const mainline = { evals: { 'gold/mean': of(0.5, 0.4) }, perPrompt: { 'gold/mean': [-0.7, 1, 0.9, 0.8] } };
    const candidate = { evals: { 'gold/mean': of(0.4, 0.4) }, perPrompt: { 'gold/mean': [-0.8, 0.9, 0.8, 0.7] } };
    expect(runGate([rule], candidate, mainline)[0]?.passed).toBe(false);
    expect(runGate([rule], { evals: candidate.evals }, mainline)[0]?.passed).toBe(true);
  });

  it('asks for an improvement where the tolerance is negative', () => {
    expect(passed({ ...higher, tolerance: -0.1 }, 0.6, 0.5)).toBe(true);
    expect(passed({ ...higher, tolerance: -0.1 }, 0.59, 0.5)).toBe(false);
  });

  it('decides nothing about what was not measured, and shows the numbers it went by', () => {
    const [candidate, mainline] = [{ 'gold/mean': of(0.5, 0.1) }, { 'refusal/benign': of(0.2) }];
    const results = runGate([higher, lower], { evals: candidate }, { evals: mainline });
    expect(results).toEqual([
      { rule: higher, candidate: { value: 0.5, se: 0.1 }, mainline: null, passed: null },
      { rule: lower, candidate: null, mainline: { value: 0.2, se: 0 }, passed: null },
    ]);
  });
});

describe('gateVerdict', () => {
  const result = (decided: boolean | null) => ({ rule: higher, candidate: null, mainline: null, passed: decided });

  it('fails on one failure, is open while one is open, passes on none', () => {
    expect(gateVerdict([result(true), result(null), result(false)])).toBe(false);
    expect(gateVerdict([result(true), result(null)])).toBeNull();
    expect(gateVerdict([result(true)])).toBe(true);
    expect(gateVerdict([])).toBe(true);
  });
});

describe('isMeasured', () => {
  const wanted = { size: 'quick', seed: 42, spec: 'abc' } as const;

  it('takes only figures of the same size, seed and spec', () => {
    expect(isMeasured({ measuredWith: wanted }, wanted)).toBe(true);
    expect(isMeasured({}, wanted)).toBe(false);
    expect(isMeasured({ measuredWith: { ...wanted, spec: 'other' } }, wanted)).toBe(false);
    expect(isMeasured({ measuredWith: { ...wanted, seed: 1 } }, wanted)).toBe(false);
    expect(isMeasured({ measuredWith: { ...wanted, size: 'full' } }, wanted)).toBe(false);
  });
});

describe('checkGate', () => {
  it('takes the default gate, all of whose evals mean something', () => {
    expect(checkGate(defaultGate)).toBe(defaultGate);
    for (const rule of defaultGate) expect(meaningOfEval(rule.eval)).toBeTypeOf('string');
  });

  it.each([
    ['no such eval', { ...higher, eval: 'gold/meen' }, 'gold/meen'],
    ['no direction', { ...higher, better: 'up' as 'higher' }, 'must be higher or lower'],
    ['no number', { ...higher, tolerance: NaN }, 'tolerance of gold/mean is NaN'],
    ['too many errors', { ...higher, errors: 11 }, 'from 0 to 10'],
    ['negative errors', { ...higher, errors: -1 }, 'from 0 to 10'],
  ])('refuses a rule with %s', (_name, rule, message) => {
    expect(() => checkGate([rule])).toThrow(message);
  });

  it('refuses two rules of one id, and too many', () => {
    expect(() => checkGate([higher, higher])).toThrow('two rules');
    const many = Array.from({ length: 41 }, (_, i) => ({ ...higher, id: String(i) }));
    expect(() => checkGate(many)).toThrow('at most 40');
  });
});
