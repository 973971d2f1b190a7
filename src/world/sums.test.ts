import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerOfSum,
  calculatorReply,
  callOfSum,
  nameOfSum,
  readCall,
  readSum,
  readSumAnswer,
  scratchReply,
  scratchSteps,
  splitOfSum,
  type SumProblem,
} from './sums.ts';

const problems = fc
  .record({
    a: fc.integer({ min: 0, max: 99 }),
    b: fc.integer({ min: 0, max: 99 }),
    operator: fc.constantFrom('plus' as const, 'minus' as const),
  })
  .map(({ a, b, operator }): SumProblem => ({ a: Math.max(a, b), b: Math.min(a, b), operator }));

describe('sums', () => {
  test('shows scratch work as at school', () => {
    expect(scratchReply({ a: 38, operator: 'plus', b: 29 })).toBe(
      '8 plus 9 is 17, 3 plus 2 is 5, 5 plus 1 is 6. 38 plus 29 is 67.',
    );
    expect(scratchReply({ a: 58, operator: 'plus', b: 67 })).toBe(
      '8 plus 7 is 15, 5 plus 6 is 11, 11 plus 1 is 12. 58 plus 67 is 125.',
    );
    expect(scratchReply({ a: 52, operator: 'minus', b: 38 })).toBe(
      '12 minus 8 is 4, 5 minus 3 is 2, 2 minus 1 is 1. 52 minus 38 is 14.',
    );
    expect(scratchReply({ a: 12, operator: 'times', b: 7 })).toBe(
      '10 times 7 is 70, 2 times 7 is 14, 70 plus 14 is 84. 12 times 7 is 84.',
    );
    expect(scratchReply({ a: 31, operator: 'plus', b: 5 })).toBe('1 plus 5 is 6. 31 plus 5 is 36.');
    expect(scratchReply({ a: 4, operator: 'plus', b: 3 })).toBe('4 plus 3 is 7.');
  });

  test('writes calls the host can read', () => {
    const problem: SumProblem = { a: 12, operator: 'times', b: 7 };
    expect(calculatorReply(problem)).toBe('calc(12*7) = 84. 12 times 7 is 84.');
    expect(readCall(` ${callOfSum(problem)}`)).toEqual(problem);
    for (const bad of ['calc(12*7', 'calc(12x7)', 'calc()', 'calc(1+)', 'calc(12*7) '])
      expect(readCall(bad)).toBeNull();
  });

  test('every step of the scratch work is right, and its last digits are those of the answer', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        for (const step of scratchSteps(problem)) {
          const read = readSum(step);
          expect(read && answerOfSum(read), step).toBe(readSumAnswer(step));
        }
        expect(readSumAnswer(scratchReply(problem))).toBe(answerOfSum(problem));
        expect(readSum(nameOfSum(problem))).toEqual(problem);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test('holds out one problem in five, the same in both orders', () => {
    let heldout = 0;
    for (let a = 11; a < 100; a++)
      for (let b = 11; b < 100; b++) {
        const split = splitOfSum({ a, operator: 'plus', b });
        expect(splitOfSum({ a: b, operator: 'plus', b: a })).toBe(split);
        for (const step of scratchSteps({ a, operator: 'plus', b }))
          expect(splitOfSum(readSum(step)!), step).toBe('train');
        if (split === 'heldout') heldout++;
      }
    expect(heldout / (89 * 89)).toBeGreaterThan(0.13);
    expect(heldout / (89 * 89)).toBeLessThan(0.23);
  });

  test('reads signs as well as words, and nothing where there is nothing', () => {
    expect(readSum('What is 7 + 5?')).toEqual({ a: 7, operator: 'plus', b: 5 });
    expect(readSum('What is seven plus five?')).toBeNull();
    expect(readSumAnswer('I do not know.')).toBeNull();
  });
});
