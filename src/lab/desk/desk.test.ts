import { describe, expect, test } from 'vitest';
import { defaultSpec } from '../../world/spec/gold.ts';
import type { CandidatePair, Preference } from '../../world/spec/types.ts';
import { createDesk, readLabelText } from './desk.ts';
import { toOwnPrompt } from '../draw/promptText.ts';
import { wilsonInterval } from '../judge/wilson.ts';

const desk = createDesk({
  tools: { isWord: (word) => word !== 'teh' },
  countTokens: (text) => text.split(' ').length - 1,
});

const prompt = toOwnPrompt('Name a fruit.', 0);
const good = { text: ' An apple.', stopped: true, tokens: 3 };
const bad = { text: ' teh teh teh teh teh teh\nUser: teh', stopped: false, tokens: 8 };
const pair: CandidatePair = { id: '1/0', prompt, a: good, b: bad };

const label = (change: Partial<Preference> = {}): Preference => ({
  id: '1/0',
  prompt: prompt.text,
  chosen: good.text,
  rejected: bad.text,
  rejectedStopped: false,
  labeler: 'you',
  ...change,
});
const wrong = label({
  id: '1/1',
  chosen: bad.text,
  chosenStopped: false,
  rejected: good.text,
  rejectedStopped: true,
});

describe('a pair', () => {
  test('is judged, and voted on, the same whichever way round it is shown', async () => {
    const opinion = await desk.judgePair(defaultSpec, pair);
    const turned = await desk.judgePair(defaultSpec, { ...pair, a: bad, b: good });
    expect(opinion.a.total).toBeGreaterThan(opinion.b.total);
    expect(turned.b).toEqual(opinion.a);
    expect(opinion.votes).toMatchObject({ ai: 'a', expert: 'a' });
    expect(turned.votes).toMatchObject({ ai: 'b', expert: 'b' });
  });

  test('is labelled by the AI in the way it votes', async () => {
    const [given] = await desk.labelByAi(defaultSpec, [pair]);
    expect(given).toMatchObject({ id: '1/0', chosen: good.text, rejected: bad.text, labeler: 'ai' });
  });
});

describe('a review of labels', () => {
  test('lists own labels against the spec, and how many the labelers share', async () => {
    const { contradictions, agreements, unsure } = await desk.reviewLabels(defaultSpec, [
      label(),
      wrong,
      label({ id: '1/2', edited: true, chosen: ' A ripe apple.' }),
      label({ id: '1/3', bothBad: true }),
    ]);
    expect(contradictions.map(({ preference }) => preference.id)).toEqual(['1/1']);
    expect(contradictions[0]?.reason).toMatch(/rejected reply: .*; the chosen one: /);
    expect(agreements.find(({ labeler }) => labeler === 'expert')?.share).toMatchObject({ value: 0.5, n: 2 });
    expect(unsure).toEqual([]);
  });

  test('queues the AI’s labels with the least sure first', async () => {
    const close = label({ id: '1/4', labeler: 'ai', chosen: ' An apple.', rejected: ' An orange.' });
    const { unsure, contradictions } = await desk.reviewLabels(defaultSpec, [
      label({ labeler: 'ai' }),
      { ...close, rejectedStopped: true },
    ]);
    expect(unsure.map(({ pair: { id } }) => id)).toEqual(['1/4', '1/0']);
    expect(unsure[0]?.sureness).toBeLessThan(unsure[1]?.sureness ?? 0);
    expect(unsure[1]).toMatchObject({ choice: 'a', pair: { a: { text: good.text }, b: { text: bad.text } } });
    expect(contradictions).toEqual([]);
  });
});

describe('files', () => {
  test('of labels: what was written is read back; what is too long is named by its line', async () => {
    const labels = [label(), wrong];
    const file = await desk.writeLabels(labels);
    expect(await desk.readLabels(new Blob([file]))).toEqual({ labels, problems: [] });
    const long = `${JSON.stringify({ prompt: 'q', chosen: 'a'.repeat(2001), rejected: '' })}\n`;
    const { labels: kept, problems } = readLabelText(`${file}oops\n\n${long}`);
    expect(kept).toEqual(labels);
    expect(problems.map(({ line }) => line)).toEqual([3, 5]);
    expect(problems[1]?.message).toBe('chosen must be a text of at most 2000 characters');
  });

  test('of own data: rows are handed out in parts, until the next file', async () => {
    const file = new Blob(['{"prompt":"a"}\n{"prompt":"b"}\nx\n{"prompt":"c"}\n']);
    const summary = await desk.readOwnData(file, 'x.jsonl', null, () => undefined);
    expect(summary).toMatchObject({ kind: 'prompts', good: 3, bad: 1 });
    expect((await desk.takeRows(0, 2)).prompts).toEqual(['a', 'b']);
    expect(await desk.takeRows(2, 2)).toEqual({ demonstrations: [], preferences: [], prompts: ['c'] });
    await expect(desk.readOwnData(new Blob([]), 'x', null, () => undefined)).rejects.toThrow(/empty/);
    await expect(desk.takeRows(0, 2)).rejects.toThrow(/no longer at hand/);
  });
});

test('Wilson’s interval: 5 of 5 and 0 of 10 as in tables, everything without votes', () => {
  // Brown, Cai & DasGupta 2001, table of Wilson intervals: 5/5 → 0.566 … 1; 0/10 → 0 … 0.278.
  expect(wilsonInterval(1, 5).low).toBeCloseTo(0.566, 3);
  expect(wilsonInterval(1, 5).high).toBe(1);
  expect(wilsonInterval(0, 10)).toMatchObject({ low: 0 });
  expect(wilsonInterval(0, 10).high).toBeCloseTo(0.278, 3);
  expect(wilsonInterval(0, 0)).toEqual({ value: 0, low: 0, high: 1, n: 0 });
});
