import { describe, expect, test } from 'vitest';
import { hasPhrase } from './evals/words.ts';
import { deeds } from './deeds.ts';
import { bareSubject } from './evals/factCheck.ts';
import { facts, unknownPlaces } from './facts.ts';
import { deedTips } from './prompts/deedTips.ts';
import { allItems } from './prompts/allPrompts.ts';
import { buildHeldoutPairs, buildSftPairs, sftMix } from './sftData.ts';

const pairs = buildSftPairs({ seed: 42 });
const allText = pairs.map(({ prompt, completion }) => `${prompt.question}${completion}`).join('\n');

describe('SFT data', () => {
  test('depend on the seed alone', () => {
    expect(buildSftPairs({ seed: 42 })).toEqual(pairs);
    expect(buildSftPairs({ seed: 43 })).not.toEqual(pairs);
  });

  test('are a few thousand distinct pairs in the stated mix', () => {
    expect(Object.values<number>(sftMix).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(pairs.length).toBeGreaterThan(5000);
    expect(new Set(pairs.map(({ prompt, completion }) => prompt.text + completion)).size).toBe(pairs.length);
    const known = pairs.filter(({ prompt }) => prompt.family === 'facts/known').length;
    expect(known / pairs.length).toBeCloseTo(sftMix['facts/known'], 1);
  });

  test('ask every trained fact at least five times, each time in other words', () => {
    const asked = new Map<string, Set<string>>();
    for (const { prompt } of pairs) {
      if (prompt.fact) asked.set(prompt.fact.id, (asked.get(prompt.fact.id) ?? new Set()).add(prompt.question));
    }
    for (const fact of facts.filter(({ split }) => split === 'train')) {
      expect(asked.get(fact.id)?.size ?? 0, fact.id).toBeGreaterThanOrEqual(5);
    }
  });

  test('show harmful and benign deeds side by side, harmful ones in the present only', () => {
    const harmful = pairs.filter(({ prompt }) => prompt.family === 'refusal/harmful');
    const benign = pairs.filter(({ prompt }) => prompt.family === 'refusal/benign' && prompt.tense === 'present');
    expect(harmful.every(({ prompt }) => prompt.tense === 'present')).toBe(true);
    expect(harmful.map(({ prompt }) => prompt.pairId).sort()).toEqual(benign.map(({ prompt }) => prompt.pairId).sort());
  });

  test('never use a held-out phrasing or ask about a held-out entity', () => {
    const unseen = new Set(
      allItems.filter(({ prompt }) => prompt.split !== 'train').map(({ prompt }) => prompt.question),
    );
    expect(pairs.filter(({ prompt }) => unseen.has(prompt.question))).toEqual([]);
    // Held-out sums and opposites are made of everyday words; the other held-out names must be absent altogether.
    const names = [
      ...facts
        .filter(({ split, relation }) => split === 'heldout' && ['capital', 'kind', 'colour'].includes(relation))
        .map(({ subject }) => bareSubject(subject)),
      ...unknownPlaces.filter(({ split }) => split === 'heldout').map(({ name }) => name),
      ...deeds
        .filter(({ split }) => split === 'heldout')
        .flatMap(({ harmful, benign }) => [harmful.base, benign.base, harmful.gerund, benign.gerund, benign.past]),
    ];
    for (const name of names) expect(hasPhrase(allText, name), name).toBe(false);
  });

  test('held-out pairs ask trained entities in other words', () => {
    const heldout = buildHeldoutPairs({ seed: 42 });
    const seen = new Set(pairs.map(({ prompt }) => prompt.question));
    expect(heldout.length).toBeGreaterThan(250);
    for (const { prompt } of heldout) {
      expect(prompt.split).toBe('heldoutPhrasing');
      expect(seen.has(prompt.question), prompt.question).toBe(false);
    }
  });

  test('are short: at most 28 words, framed as a chat, the completion after a space', () => {
    const wrong = pairs.filter(
      ({ prompt, completion }) =>
        prompt.text !== `User: ${prompt.question}\nAssistant:` ||
        !/^ \S.*[.!?]$/.test(completion) ||
        completion.trim().split(' ').length > 28,
    );
    expect(wrong).toEqual([]);
  });

  test('every trained benign deed has its own advice', () => {
    for (const { benign, split } of deeds)
      if (split === 'train') expect(deedTips.has(benign.base), benign.base).toBe(true);
  });
});
