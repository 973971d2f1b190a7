import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { promptOf, say, tools } from '../spec/fixtures.ts';
import { defaultSpec, goldReward } from '../spec/gold.ts';
import { goldGap, pairReplies, splitByPrompt } from './pairs.ts';

const sad = promptOf('smalltalk/sad/train-0');
const hello = promptOf('smalltalk/hello/train-0');

describe('pairReplies', () => {
  test('pairs different texts of a prompt, each two once', () => {
    const drawn = [
      { prompt: sad, replies: [say('one'), say('two'), say('one'), say('three')] },
      { prompt: hello, replies: [say('one'), say('one', { tokens: 9 })] },
    ];
    const pairs = pairReplies(drawn, { random: seededRandom(1) });
    const texts = pairs.map(({ a, b }) => [a.text, b.text].sort().join());
    expect(texts.sort()).toEqual([' one, three', ' one, two', ' three, two']);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(3);
    expect(new Set(pairs.map(({ prompt }) => prompt))).toEqual(new Set([sad]));
  });

  test('a prompt drawn twice counts as one, and as many pairs as wanted are kept', () => {
    const drawn = [
      { prompt: sad, replies: [say('one')] },
      { prompt: sad, replies: [say('two'), say('three')] },
    ];
    expect(pairReplies(drawn, { random: seededRandom(1) })).toHaveLength(3);
    expect(pairReplies(drawn, { random: seededRandom(1), pairsPerPrompt: 2 })).toHaveLength(2);
  });

  test('which reply comes first says nothing', () => {
    const replies = Array.from({ length: 40 }, (_, i) => say(`word ${i}`, { tokens: i }));
    const pairs = pairReplies([{ prompt: sad, replies }], { random: seededRandom(2) });
    const share = pairs.filter(({ a, b }) => a.tokens < b.tokens).length / pairs.length;
    // 780 fair coins: 3 s.e. = 0.054.
    expect(Math.abs(share - 0.5)).toBeLessThan(0.054);
    expect(pairReplies([{ prompt: sad, replies }], { random: seededRandom(2) })).toEqual(pairs);
  });
});

describe('splitByPrompt', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ id: i, prompt: `q${i % 20}` }));

  test('keeps prompts apart and loses no row', () => {
    const { train, heldout } = splitByPrompt(rows, { heldoutShare: 0.2, seed: 3 });
    expect(heldout).toHaveLength(12);
    expect([...train, ...heldout].map(({ id }) => id).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
    const trained = new Set(train.map(({ prompt }) => prompt));
    expect(heldout.filter(({ prompt }) => trained.has(prompt))).toEqual([]);
  });

  test('hangs on the seed and the prompts, not on their order', () => {
    const ids = (list: typeof rows, seed: number) =>
      splitByPrompt(list, { heldoutShare: 0.3, seed })
        .heldout.map(({ id }) => id)
        .sort((a, b) => a - b);
    expect(ids([...rows].reverse(), 4)).toEqual(ids(rows, 4));
    expect(ids(rows, 5)).not.toEqual(ids(rows, 4));
    const pairs = [{ prompt: sad }, { prompt: hello }];
    expect(splitByPrompt(pairs, { heldoutShare: 0.5, seed: 1 }).heldout).toHaveLength(1);
  });
});

test('the gold gap has a sign', () => {
  const pair = { id: 'p', prompt: sad, a: say('I am sorry to hear that.'), b: say('So what?') };
  const gap = goldReward(defaultSpec, sad, pair.a, tools) - goldReward(defaultSpec, sad, pair.b, tools);
  expect(goldGap(defaultSpec, pair, tools)).toBe(gap);
  expect(gap).toBeGreaterThan(0);
  expect(goldGap(defaultSpec, { ...pair, a: pair.b, b: pair.a }, tools)).toBe(-gap);
});
