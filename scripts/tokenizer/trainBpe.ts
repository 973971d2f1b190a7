/**
 * Trains a byte-level BPE vocabulary (Sennrich et al. 2016, algorithm 1; bytes and pre-tokens as GPT-2) and writes it
 * as Hugging Face `tokenizer.json`. Not an encoder: src/world/tokenizer.ts loads the file with an existing library.
 *
 * It works on a table of distinct words, so its cost depends on the vocabulary of the corpus, not on its length.
 * Digits stay single, so that a sum is read digit by digit: a digit may only take the space before it ("Ġ8").
 * Ties go to the pair with the smaller ids, as in Hugging Face's trainer: the result depends on the text alone.
 */
import { InvalidInputError } from '../../src/errors.ts';
import { byteToUnicode, preTokenPattern } from '../../src/world/byteLevel.ts';

/** Ids 0 and 1. Pad is its own token, so that a model can learn to end a turn. */
export const specialTokens: readonly string[] = ['<|endoftext|>', '<|pad|>'];

export interface Bpe {
  /** Token text (in the byte alphabet) by id. */
  readonly vocab: readonly string[];
  /** Pairs of token texts, in the order they were learnt. */
  readonly merges: readonly (readonly [string, string])[];
}

/** Counts pre-tokens. Special tokens in the text separate documents and are not counted. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of text.split(specialTokens[0] ?? '')) {
    for (const [word] of document.matchAll(preTokenPattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param counts how often each pre-token occurs
 * @param vocabSize number of ids, special tokens and the 256 bytes included
 * @throws InvalidInputError when the vocabulary has no room for the bytes, or the text has too few pairs to fill it
 */
export function trainBpe(counts: ReadonlyMap<string, number>, vocabSize: number): Bpe {
  const vocab = [...specialTokens, ...Object.values(byteToUnicode).sort(byCodePoint)];
  if (vocabSize < vocab.length) {
    throw new InvalidInputError(`A vocabulary of ${vocabSize} was asked for · the bytes alone need ${vocab.length}.`);
  }
  const mayMerge = (left: number, right: number): boolean => keepsDigitsSingle(vocab[left] ?? '', vocab[right] ?? '');
  const words = wordTable(counts, new Map(vocab.map((token, id) => [token, id])));
  const pairCounts = new Float64Array(vocabSize * vocabSize);
  for (const word of words) addPairs(pairCounts, word, vocabSize, 1);

  const merges: [string, string][] = [];
  while (vocab.length < vocabSize) {
    const pair = argmax(pairCounts);
    if (!mayMerge(Math.floor(pair / vocabSize), pair % vocabSize)) {
      pairCounts[pair] = -Infinity;
      continue;
    }
    if ((pairCounts[pair] ?? 0) <= 0) {
      throw new InvalidInputError(`The text has pairs for ${vocab.length} tokens only · ${vocabSize} were asked for.`);
    }
    const left = Math.floor(pair / vocabSize);
    const right = pair % vocabSize;
    const merged = vocab.length;
    merges.push([vocab[left] ?? '', vocab[right] ?? '']);
    vocab.push((vocab[left] ?? '') + (vocab[right] ?? ''));
    for (const word of words) {
      if (!holdsPair(word.ids, left, right)) continue;
      addPairs(pairCounts, word, vocabSize, -1);
      word.ids = mergePair(word.ids, left, right, merged);
      addPairs(pairCounts, word, vocabSize, 1);
    }
  }
  return { vocab, merges };
}

/** The file other tools read: `tokenizers.Tokenizer.from_file`, transformers.js. */
export function toTokenizerJson(bpe: Bpe): object {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries(bpe.vocab.map((token, id) => [token, id])),
      merges: bpe.merges,
    },
  };
}

/** May two tokens become one? Not if that token would hold a digit and anything but one space before it. */
export function keepsDigitsSingle(left: string, right: string): boolean {
  return !/[0-9]/.test(left + right) || (left === 'Ġ' && /^[0-9]$/.test(right));
}

interface Word {
  ids: number[];
  readonly count: number;
}

function wordTable(counts: ReadonlyMap<string, number>, idOf: ReadonlyMap<string, number>): Word[] {
  const encoder = new TextEncoder();
  return [...counts].map(([word, count]) => ({
    count,
    ids: Array.from(encoder.encode(word), (byte) => idOf.get(byteToUnicode[byte] ?? '') ?? 0),
  }));
}

function addPairs(pairCounts: Float64Array, word: Word, vocabSize: number, sign: 1 | -1): void {
  const { ids, count } = word;
  for (let i = 0; i + 1 < ids.length; i++) {
    const pair = (ids[i] ?? 0) * vocabSize + (ids[i + 1] ?? 0);
    pairCounts[pair] = (pairCounts[pair] ?? 0) + sign * count;
  }
}

function holdsPair(ids: readonly number[], left: number, right: number): boolean {
  for (let i = 0; i + 1 < ids.length; i++) if (ids[i] === left && ids[i + 1] === right) return true;
  return false;
}

function mergePair(ids: readonly number[], left: number, right: number, merged: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] === left && ids[i + 1] === right) {
      result.push(merged);
      i++;
    } else result.push(ids[i] ?? 0);
  }
  return result;
}

/** The first of the largest. */
function argmax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
