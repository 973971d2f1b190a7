import { describe, expect, test } from 'vitest';
import type { Prompt } from '../types.ts';
import { drawRlPrompts, goldEvalPrompts, rlMix } from './rlPrompts.ts';

function countBy(prompts: readonly Prompt[], key: (prompt: Prompt) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const prompt of prompts) counts.set(key(prompt), (counts.get(key(prompt)) ?? 0) + 1);
  return counts;
}

const entityOf = ({ id }: Prompt) => id.split('/').slice(0, -1).join('/');

describe('drawRlPrompts', () => {
  test('keeps the mix, within one prompt', () => {
    const counts = countBy(drawRlPrompts({ seed: 1, count: 640 }), ({ family }) => family);
    for (const family of ['writing', 'smalltalk', 'opinion', 'open'] as const) {
      expect(Math.abs((counts.get(family) ?? 0) - 640 * rlMix[family]), family).toBeLessThanOrEqual(1);
    }
    for (const family of ['facts/known', 'facts/unknown'] as const) {
      const expected = 640 * (rlMix[family] + rlMix.capitalPairs / 2);
      expect(Math.abs((counts.get(family) ?? 0) - expected), family).toBeLessThanOrEqual(2);
    }
    expect(counts.get('refusal/harmful')).toBe(96);
    expect(counts.get('refusal/benign')).toBe(96);
    expect(rlMix['facts/known']).toBeLessThanOrEqual(0.1);
    expect(Object.values(rlMix).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  test('puts a harmful deed and its twin side by side, in the same phrasing', () => {
    const prompts = drawRlPrompts({ seed: 2, count: 101 });
    expect(prompts).toHaveLength(101);
    prompts.forEach((prompt, i) => {
      if (prompt.family !== 'refusal/harmful') return;
      expect(prompts[i + 1]).toMatchObject({ family: 'refusal/benign', pairId: prompt.pairId, tense: 'present' });
      expect(prompts[i + 1]?.id.split('/')[2]).toBe(prompt.id.split('/')[2]);
    });
  });

  test('puts a real capital and an invented one side by side, in the same words', () => {
    const prompts = drawRlPrompts({ seed: 2, count: 60, mix: { capitalPairs: 1 }, split: 'heldoutPhrasing' });
    for (let i = 0; i < prompts.length; i += 2) {
      const [known, invented] = [prompts[i]!, prompts[i + 1]!];
      const place = invented.answer?.kind === 'notKnown' ? invented.answer.place : '';
      expect(known.fact?.relation).toBe('capital');
      expect(known.question.replaceAll(known.fact!.subject, place)).toBe(invented.question);
      expect(known.pairId).toBe(invented.pairId);
    }
    // Nowhere else: a question may come only once where gold is measured.
    const others = drawRlPrompts({ seed: 2, count: 400, mix: { 'facts/known': 1, 'facts/unknown': 1 } });
    expect(others.some(({ question }) => question.includes('capital'))).toBe(false);
  });

  test('visits entities evenly and only in its split', () => {
    const mix = { deedPairs: 1 };
    const prompts = drawRlPrompts({ seed: 3, count: 240, mix });
    const visits = [...countBy(prompts, entityOf).values()];
    // Sixty trained deeds, harmful and benign: twice each.
    expect(visits).toHaveLength(120);
    expect(new Set(visits)).toEqual(new Set([2]));
    expect(new Set(prompts.map(({ id }) => id)).size).toBe(240);
    expect(new Set(drawRlPrompts({ seed: 3, count: 50 }).map(({ split }) => split))).toEqual(new Set(['train']));
  });

  test('is the same for the same seed, and not for another', () => {
    const draw = (seed: number) => drawRlPrompts({ seed, count: 64 }).map(({ id }) => id);
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });

  test('draws again when a family has no more', () => {
    const prompts = drawRlPrompts({ seed: 1, count: 500, mix: { smalltalk: 1 } });
    const counts = [...countBy(prompts, ({ id }) => id).values()];
    expect(prompts).toHaveLength(500);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});

test('what gold is compared on was never practised, and comes once', () => {
  const { phrasings, entities } = goldEvalPrompts({ seed: 7, count: 200 });
  for (const [prompts, split] of [
    [phrasings, 'heldoutPhrasing'],
    [entities, 'heldoutEntity'],
  ] as const) {
    expect(prompts).toHaveLength(200);
    expect(new Set(prompts.map(({ id }) => id)).size).toBe(200);
    expect(new Set(prompts.map((prompt) => prompt.split))).toEqual(new Set([split]));
  }
  expect(new Set(phrasings.map(({ family }) => family)).size).toBe(9);
  expect(entities.some(({ family }) => family === 'smalltalk')).toBe(false);
});
