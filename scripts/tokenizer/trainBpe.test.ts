import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../src/errors.ts';
import { loadTokenizer } from '../../src/world/tokenizer.ts';
import { countWords, specialTokens, toTokenizerJson, trainBpe } from './trainBpe.ts';

const sample =
  'The cat sat on the mat. The dog sat on the log. A cat and a dog, then! What is the capital of France?\n' +
  'Müller isn’t naïve; 12 plus 345 is 357.  Two  spaces.\n\n\tTab.<|endoftext|>The end of the other document.';

describe('trainBpe', () => {
  test('learns the merges one works out by hand', () => {
    // "aaabdaaabac": aa 4 times, then ab (2), then aaab … the textbook example (Gage 1994).
    const bpe = trainBpe(new Map([['aaabdaaabac', 1]]), 258 + 3);
    expect(bpe.merges).toEqual([
      ['a', 'a'],
      ['a', 'b'],
      ['aa', 'ab'],
    ]);
    expect(bpe.vocab.slice(0, 2)).toEqual(specialTokens);
  });

  test('agrees with a plain trainer that recounts everything', () => {
    const counts = countWords(sample);
    expect(trainBpe(counts, 300).merges).toEqual(trainPlainly(counts, 300));
  });

  test('gives the same file twice and never merges over a document boundary', () => {
    const once = JSON.stringify(toTokenizerJson(trainBpe(countWords(sample), 290)));
    expect(JSON.stringify(toTokenizerJson(trainBpe(countWords(sample), 290)))).toBe(once);
    expect([...countWords(sample).keys()].some((word) => word.includes('endoftext'))).toBe(false);
  });

  test('keeps digits single, but for the space before them', () => {
    const { vocab } = trainBpe(countWords('12 plus 345 is 357. 12 and 12 and 12! calc(12*7) '.repeat(5)), 273);
    expect(vocab.filter((token) => /\d/.test(token) && !/^Ġ?\d$/.test(token))).toEqual([]);
    expect(vocab).toContain('Ġ1');
  });

  test('says when a vocabulary is too small or cannot be filled', () => {
    expect(() => trainBpe(countWords(sample), 100)).toThrow(InvalidInputError);
    expect(() => trainBpe(new Map([['ab', 1]]), 400)).toThrow(/pairs for 259 tokens only/);
  });

  test('its file loads and round-trips any text', () => {
    const tokenizer = loadTokenizer(toTokenizerJson(trainBpe(countWords(sample), 320)));
    expect(tokenizer.vocabSize).toBe(320);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

/** Every merge from scratch on lists of token texts: slow, obvious, and written without the trainer's tables. */
function trainPlainly(counts: ReadonlyMap<string, number>, vocabSize: number): string[][] {
  const alphabet = new Map<string, number>();
  specialTokens.forEach((token, id) => alphabet.set(token, id));
  const bytes = Array.from({ length: 256 }, (_, byte) => toPrintable(byte)).sort((a, b) => (a < b ? -1 : 1));
  bytes.forEach((token) => alphabet.set(token, alphabet.size));
  let words = [...counts].map(([word, count]) => ({ tokens: [...Buffer.from(word, 'utf8')].map(toPrintable), count }));
  const merges: string[][] = [];
  while (alphabet.size < vocabSize) {
    const pairs = new Map<string, number>();
    for (const { tokens, count } of words) {
      for (let i = 1; i < tokens.length; i++) {
        const key = `${tokens[i - 1] ?? ''} ${tokens[i] ?? ''}`;
        // A digit joins nothing but one space before it.
        if (/\d/.test(key) && !/^Ġ \d$/.test(key)) continue;
        pairs.set(key, (pairs.get(key) ?? 0) + count);
      }
    }
    const idPair = (key: string) => key.split(' ').map((token) => alphabet.get(token) ?? -1);
    const ranked = [...pairs].sort(([a, x], [b, y]) => {
      const [a0 = 0, a1 = 0] = idPair(a);
      const [b0 = 0, b1 = 0] = idPair(b);
      return y - x || a0 - b0 || a1 - b1;
    });
    const [left = '', right = ''] = (ranked[0]?.[0] ?? '').split(' ');
    merges.push([left, right]);
    alphabet.set(left + right, alphabet.size);
    words = words.map(({ tokens, count }) => {
      const joined: string[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const isPair = tokens[i] === left && tokens[i + 1] === right;
        joined.push(isPair ? left + right : (tokens[i] ?? ''));
        if (isPair) i++;
      }
      return { tokens: joined, count };
    });
  }
  return merges;
}

/** GPT-2's byte alphabet, by its description: printable Latin-1 stays, the rest follow from U+0100 in order. */
function toPrintable(byte: number): string {
  const stays = (b: number) => /^[!-~¡-¬®-ÿ]$/u.test(String.fromCodePoint(b));
  if (stays(byte)) return String.fromCodePoint(byte);
  let rank = 0;
  for (let b = 0; b < byte; b++) if (!stays(b)) rank++;
  return String.fromCodePoint(256 + rank);
}
