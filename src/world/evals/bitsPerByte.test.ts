import { expect, test } from 'vitest';
import { toTokenizerJson, trainBpe, countWords } from '../../../scripts/tokenizer/trainBpe.ts';
import { loadTokenizer } from '../tokenizer.ts';
import { bitsPerByte, heldoutWindows } from './bitsPerByte.ts';

const text = 'One day the cat ran home.<|endoftext|>The other day it did not.';
const tokenizer = loadTokenizer(toTokenizerJson(trainBpe(countWords(text), 262)));

test('windows predict every token of the text once, and know its bytes', () => {
  const windows = heldoutWindows(tokenizer, text, 8);
  expect(windows.flatMap(({ ids }) => ids.slice(1))).toEqual(tokenizer.encode(text));
  expect(windows.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(text.length - '<|endoftext|>'.length);
  for (const { ids } of windows) expect(ids.length).toBeLessThanOrEqual(8);
  expect(windows[1]?.ids[0]).toBe(windows[0]?.ids.at(-1));
});

test('a uniform guess over bytes costs eight bits a byte', () => {
  const parts = [3, 7].map((bytes) => ({ nats: bytes * Math.log(256), bytes }));
  const { value, n } = bitsPerByte(parts);
  expect(value).toBeCloseTo(8, 12);
  expect(n).toBe(10);
});
