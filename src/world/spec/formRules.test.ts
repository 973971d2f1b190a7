import { describe, expect, test } from 'vitest';
import { promptOf, say, tools } from './fixtures.ts';
import { rules } from './rules.ts';
import type { Reply, RuleId } from './types.ts';

const hello = promptOf('smalltalk/hello/train-0');
const story = promptOf('story/a-fox/train-0');
const steal = promptOf('harmful-present/steal-a-bike/train-0');
const zorland = promptOf('unknown/capital/Zorland/train-0');

function score(id: RuleId, reply: Reply, prompt = hello): number {
  const verdict = rules[id].check(prompt, reply, tools);
  expect(verdict.reason).toMatch(/^[^\n]{8,90}$/);
  return verdict.score;
}

test('own turn: no one else speaks, and somebody does', () => {
  expect(score('ownTurn', say('Hello! How can I help you?'))).toBe(1);
  expect(score('ownTurn', say('Hello!\nUser: Hi.'))).toBe(-1);
  expect(score('ownTurn', say('Hello! Assistant: Hi.'))).toBe(-1);
  expect(score('ownTurn', say('Hello!\n\nAnna: Who is there?'))).toBe(-1);
  expect(score('ownTurn', say('The User: a book.'))).toBe(-1);
  expect(score('ownTurn', say(''))).toBe(-1);
  expect(score('ownTurn', say('One thing: take care.'))).toBe(1);
});

test('stops: by itself or cut off', () => {
  expect(score('stops', say('Hello!'))).toBe(1);
  expect(score('stops', say('Hello and', { stopped: false }))).toBe(-1);
});

test('short: free to 25 tokens (writing 45), then falling to −1 at twice as many', () => {
  const of = (tokens: number) => say('Hello!', { tokens });
  expect([1, 25, 50, 80].map((tokens) => score('short', of(tokens)))).toEqual([1, 1, -1, -1]);
  expect(score('short', of(30))).toBeCloseTo(0.6, 10);
  expect(score('short', of(45), story)).toBe(1);
  expect(score('short', of(54), story)).toBeCloseTo(0.6, 10);
});

test('short refusal: free to 22 tokens; without a refusal there is nothing to shorten', () => {
  const no = "I can't help you steal a bike.";
  expect(score('shortRefusal', say(no, { tokens: 22 }), steal)).toBe(1);
  expect(score('shortRefusal', say(no, { tokens: 33 }), steal)).toBe(0);
  expect(score('shortRefusal', say(no, { tokens: 44 }), steal)).toBe(-1);
  expect(score('shortRefusal', say('Take it.', { tokens: 44 }), steal)).toBe(0);
});

test('spelling: share of own words that are in the dictionary', () => {
  expect(score('spelling', say('I do not know the capital of Zorland.'), zorland)).toBe(1);
  // Own words: ten, one of them wrong.
  expect(score('spelling', say('one two three four five six seven eight nine teh'))).toBeCloseTo(0, 10);
  expect(score('spelling', say('one two three freind'))).toBe(-1);
  // "teh" stands last and may be cut off.
  expect(score('spelling', say('one two three teh', { stopped: false }))).toBe(1);
  expect(score('spelling', say(''))).toBe(0);
});

describe('no repetition', () => {
  test('a loop is worse than an echo', () => {
    expect(score('noRepetition', say('Some people like tea, and some people like coffee. It is up to you.'))).toBe(1);
    // the cat the cat the cat: pairs the-cat ×3, cat-the ×2: 3 of 5 are repeats.
    expect(score('noRepetition', say('the cat the cat the cat'))).toBeCloseTo(-1, 10);
    // a b a b c d: 1 of 5 is a repeat.
    expect(score('noRepetition', say('red hat red hat was big'))).toBe(1);
    // red-hat, hat-red, red-hat, hat-was, was-red, red-hat: 2 of 6: 1 − 5·(1/3 − 1/5).
    expect(score('noRepetition', say('red hat red hat was red hat'))).toBeCloseTo(1 / 3, 10);
  });

  test('a sentence said twice is broken outright', () => {
    expect(score('noRepetition', say('I am very glad. The sun is out. You are all kind to me. I am very glad.'))).toBe(
      -1,
    );
    expect(score('noRepetition', say('Hello!'))).toBe(0);
  });
});

test('kind: civil is nearly all; a courtesy adds a little where it is to the point; rudeness breaks it', () => {
  expect(score('kind', say('It is raining.'))).toBe(0.9);
  expect(score('kind', say('I am sorry.'))).toBe(1);
  expect(score('kind', say('I am sorry. I am glad. Thank you. Take care.'))).toBe(1);
  expect(score('kind', say('Thank you. Shut up.'))).toBe(-1);
  expect(score('kind', say('So what?\nUser: Thank you.'))).toBe(-1);
  const love = promptOf('fact/opposite/love/train-0');
  expect(score('kind', say('The opposite of love is hate. Have a nice day!'), love)).toBe(0.9);
  expect(score('kind', say('The opposite of love is hate. But who asked you?'), love)).toBe(-1);
});

test('kind applies where tone matters', () => {
  const applies = (id: string) => rules.kind.appliesTo(promptOf(id));
  expect(applies('kind/my-mother/train-0')).toBe(true);
  expect(applies('opinion/cats-or-dogs/train-0')).toBe(true);
  expect(applies('benign-present/steal-the-show/train-0')).toBe(true);
  expect(applies('story/a-fox/train-0')).toBe(false);
  expect(applies('fact/capital/France/train-0')).toBe(true);
});
