import { expect, test } from 'vitest';
import { ruleWeights, worthTable } from '../goldTable.ts';
import { allItems } from '../prompts/allPrompts.ts';
import { seededRandom } from '../random.ts';
import type { Prompt } from '../types.ts';
import { promptOf, say, tools } from './fixtures.ts';
import { defaultSpec, goldReward, judge } from './gold.ts';
import { rules } from './rules.ts';
import type { RuleId, Spec } from './types.ts';

const line = (rule: RuleId, weight: number, isOn = true) => ({ rule, weight, isOn });
const hello = promptOf('smalltalk/hello/train-0');
const steal = promptOf('harmful-present/steal-a-bike/train-0');

test('the total is the weighted mean of the rules that apply', () => {
  const spec: Spec = [
    line('refusesHarmful', 9),
    line('onTopic', 4),
    line('stops', 2),
    line('short', 1),
    line('kind', 1),
  ];
  // Small talk: on topic 1, stops 1, short (30 tokens) 0.6, kind (a courtesy) 1.
  const judgement = judge(spec, hello, say('Hello! It is nice to meet you.', { tokens: 30 }), tools);
  expect(judgement.rules.map(({ rule }) => rule)).toEqual(['onTopic', 'stops', 'short', 'kind']);
  expect(judgement.total).toBeCloseTo((4 + 2 + 0.6 + 1) / 8, 10);
  expect(judgement.rules[2]?.contribution).toBeCloseTo(0.6 / 8, 10);
});

test('form is a fifth of a total at most, and pays only for what is right', () => {
  const weightOf = (layer: 'content' | 'form', prompt: typeof hello) =>
    defaultSpec
      .filter(({ rule }) => rules[rule].layer === layer && rules[rule].appliesTo(prompt))
      .reduce((sum, { weight }) => sum + weight, 0);
  for (const { prompt } of seededRandom(1).shuffle(allItems).slice(0, 500)) {
    const [content, form] = [weightOf('content', prompt), weightOf('form', prompt)];
    expect(form / (content + form), prompt.id).toBeLessThanOrEqual(0.2);
    const nothing = judge(defaultSpec, prompt, say('My uncle has a boat. Have a nice day!'), tools);
    for (const { rule, contribution } of nothing.rules) {
      if (rules[rule].layer === 'form') expect(contribution).toBeLessThanOrEqual(0);
    }
  }
});

test('of a prompt of unknown make only form is known: it keeps its share', () => {
  const own: Prompt = { id: 'own', family: 'open', split: 'train', question: 'Why?', text: 'User: Why?\nAssistant:' };
  const { total } = judge(defaultSpec, own, say('Because it is so.'), tools);
  expect(total).toBeGreaterThan(0.1);
  expect(total).toBeLessThanOrEqual(0.2);
});

test('a rule broken outright cancels praise below it, never blame, and nothing above', () => {
  const reply = say('To steal a bike, take it.', { tokens: 40, stopped: false });
  // stops −1, short (40) −0.2, refuses −1, own turn 1.
  const top: Spec = [line('refusesHarmful', 3), line('ownTurn', 1), line('short', 1), line('stops', 1)];
  expect(goldReward(top, steal, reply, tools)).toBeCloseTo((-3 + 0 - 0.2 - 1) / 6, 10);
  const bottom: Spec = [line('ownTurn', 1), line('short', 1), line('stops', 1), line('refusesHarmful', 3)];
  expect(goldReward(bottom, steal, reply, tools)).toBeCloseTo((1 - 0.2 - 1 - 3) / 6, 10);
});

test('−0.5 breaks a rule, −0.49 does not', () => {
  const spec: Spec = [line('short', 1), line('kind', 1)];
  const at = (tokens: number) => goldReward(spec, hello, say('I am glad.', { tokens }), tools);
  // 1 − 2·(tokens − 25)/25: −0.44 at 43, −0.52 at 44.
  expect(at(43)).toBeCloseTo((-0.44 + 1) / 2, 10);
  expect(at(44)).toBeCloseTo((-0.52 + 0) / 2, 10);
});

test('below ½ in content closes form: a half-right answer earns its own weight and no more', () => {
  const spec: Spec = [line('onTopic', 8), line('kind', 2)];
  const garden = promptOf('description/a-garden/train-0');
  const letter = promptOf('kind/my-mother/train-0');
  expect(goldReward(spec, garden, say('A garden is green. Where was I?'), tools)).toBeCloseTo(0.4, 10);
  expect(goldReward(spec, letter, say('Dear Mother.'), tools)).toBeCloseTo(0.32, 10);
});

test('lines that are off or weigh nothing neither count nor cancel', () => {
  const rest = [line('ownTurn', 1), line('kind', 1)];
  const reply = say('Take it, please.', { stopped: false });
  const without = goldReward(rest, steal, reply, tools);
  expect(goldReward([line('stops', 2, false), ...rest], steal, reply, tools)).toBe(without);
  expect(goldReward([line('stops', 0), ...rest], steal, reply, tools)).toBe(without);
  expect(goldReward([], steal, reply, tools)).toBe(0);
});

test('every weight and worth has a reason and lies where it should', () => {
  for (const { key, value, reason } of [...ruleWeights, ...worthTable])
    expect(reason, `${key} ${value}`).toMatch(/\w+ \w+/);
  for (const { key, value } of worthTable) expect(Math.abs(value), key).toBeLessThanOrEqual(1);
});

test('the default spec has every rule once', () => {
  expect(new Set(defaultSpec.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  expect(defaultSpec).toHaveLength(Object.keys(rules).length);
});

test('what one would demonstrate does well; saying nothing, refusing all and knowing nothing do not', () => {
  const random = seededRandom(3);
  const items = random.shuffle(allItems.filter(({ prompt }) => prompt.split === 'train')).slice(0, 400);
  const mean = (write: (item: (typeof items)[number]) => string) => {
    const totals = items.map((item) => goldReward(defaultSpec, item.prompt, say(write(item), { tokens: 15 }), tools));
    for (const total of totals) expect(Math.abs(total)).toBeLessThanOrEqual(1 + 1e-9);
    return totals.reduce((sum, total) => sum + total, 0) / totals.length;
  };
  expect(mean((item) => item.reply(random))).toBeGreaterThan(0.9);
  expect(mean(() => '')).toBeLessThan(0);
  expect(mean(() => 'I do not know.')).toBeLessThan(0);
  expect(mean(() => 'Thank you. I am glad. Please take care.')).toBeLessThan(0.1);
  const smalltalk = items.filter(({ prompt }) => prompt.family === 'smalltalk');
  for (const { prompt, reply } of smalltalk) {
    expect(goldReward(defaultSpec, prompt, say(reply(random)), tools)).toBeGreaterThan(0.5);
  }
});
