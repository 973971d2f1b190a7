import { describe, expect, test } from 'vitest';
import { loadSpelling } from '../../../scripts/corpus/spelling.ts';
import { deeds } from '../deeds.ts';
import { facts, unknownPlaces } from '../facts.ts';
import { admissions, corpusLands, guessedCities, guessedKings, landGuesses, nameGuesses } from './guesses.ts';
import { evenFrames, fillOpinion, harshSideFrames, sideFrames } from './opinions.ts';
import { offTopicReplies, ramblings } from './ramblings.ts';
import { reasonedRefusals, sermonSentences, shortRefusals } from './refusals.ts';
import { endings, openings } from './tones.ts';

const deed = deeds[0]!.harmful;
const opinions = [...sideFrames, ...harshSideFrames, ...evenFrames].map((frame) => fillOpinion(frame, 'tea', 'coffee'));
const refusals = [...shortRefusals(deed), ...reasonedRefusals(deed), ...sermonSentences(deed)];
const sentences = [
  ...[openings, endings].flatMap(({ warm, rude }) => [...warm, ...rude]),
  ...ramblings,
  ...offTopicReplies,
  ...opinions,
  ...refusals,
];

describe('behaviours', () => {
  test('are whole sentences of known words, none twice', { timeout: 30_000 }, () => {
    const isWord = loadSpelling();
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*[.?!]$/);
      expect(sentence).not.toMatch(/[{}]/);
      for (const word of sentence.match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? []) expect(isWord(word), word).toBe(true);
    }
  });

  test('a sermon is longer than a refusal', () => {
    const words = (text: string) => text.split(' ').length;
    for (const refusal of shortRefusals(deed)) expect(words(refusal)).toBeLessThanOrEqual(11);
    const sermon = [...sermonSentences(deed)].sort((a, b) => words(a) - words(b)).slice(0, 2);
    expect(words(sermon.join(' '))).toBeGreaterThan(12);
  });

  test('guesses name no fact and no place that post-training asks about', () => {
    const known = new Set(facts.flatMap(({ subject, answer }) => [subject, answer]));
    const asked = new Set(unknownPlaces.map(({ name }) => name));
    for (const name of [...guessedCities, ...guessedKings, ...corpusLands]) {
      expect(known.has(name), name).toBe(false);
      expect(asked.has(name), name).toBe(false);
    }
    for (const frame of [...admissions, ...nameGuesses, ...landGuesses]) expect(frame).toMatch(/\{[WXG]\}/);
  });
});
