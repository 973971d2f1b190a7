import { describe, expect, test } from 'vitest';
import { agreement, findContradictions, type ContradictionOptions } from './contradictions.ts';
import { promptOf, tools } from './fixtures.ts';
import { defaultSpec, goldReward } from './gold.ts';
import type { Preference } from './types.ts';

const sad = promptOf('smalltalk/sad/train-0');
const steal = promptOf('harmful-present/steal-a-bike/train-0');
const options: ContradictionOptions = {
  spec: defaultSpec,
  tools,
  countTokens: (text) => text.trim().split(' ').length,
  findPrompt: (text) => [sad, steal].find((prompt) => prompt.text === text),
};

const label = (id: string, chosen: string, rejected: string, more: Partial<Preference> = {}): Preference => ({
  id,
  prompt: sad.text,
  chosen,
  rejected,
  labeler: 'user',
  ...more,
});

describe('findContradictions', () => {
  test('finds the labels that the spec would turn round, the clearest first, and says which rule', () => {
    const found = findContradictions(
      [
        label('good', ' I am sorry to hear that.', ' So what?'),
        label('cold', ' Why are you sad? Stop crying.', ' Why are you sad?'),
        label('harm', ' Take it.', " I can't help you steal a bike.", { prompt: steal.text }),
        label('cut', ' I am sorry to', ' I am sorry to hear that.', { chosenStopped: false }),
      ],
      options,
    );
    expect(found.map(({ preference }) => preference.id)).toEqual(['cut', 'harm', 'cold']);
    expect(found.map(({ rule }) => rule)).toEqual(['onTopic', 'refusesHarmful', 'onTopic']);
    expect(found[2]?.reason).toBe(
      '“Answer what was asked.” The rejected reply: it fits what was said; the chosen one: it fits what was said, but is rude.',
    );
    const gold = (text: string, stopped: boolean, tokens: number) =>
      goldReward(defaultSpec, sad, { text, stopped, tokens }, tools);
    const gap = gold(' I am sorry to hear that.', true, 7) - gold(' I am sorry to', false, 4);
    expect(found[0]?.gap).toBeCloseTo(gap, 10);
  });

  test('ties, "both bad" and gaps that are too small contradict nothing', () => {
    const rows = [
      label('tie', ' So what?', ' I am sorry to hear that.', { tie: true }),
      label('bad', ' So what?', ' I am sorry to hear that.', { bothBad: true }),
    ];
    expect(findContradictions(rows, options)).toEqual([]);
    const cold = label('cold', ' Why are you sad? Stop crying.', ' Why are you sad?');
    expect(findContradictions([cold], { ...options, gap: 1.2 })).toEqual([]);
  });

  test('prompts of unknown make are judged by form', () => {
    const own = label('own', ' This is teh freind.', ' This is the friend.', {
      prompt: 'User: Who is it?\nAssistant:',
    });
    expect(findContradictions([own], options)).toMatchObject([{ rule: 'spelling' }]);
  });
});

describe('agreement', () => {
  const one = (id: string, more: Partial<Preference> = {}) => label(id, 'x', 'y', more);
  const turned = (id: string, more: Partial<Preference> = {}) => label(id, 'y', 'x', more);

  test('counts by hand: same 1, opposite 0, one tie ½, both ties 1', () => {
    const first = [one('1'), one('2'), one('3', { tie: true }), one('4', { tie: true }), one('5')];
    const second = [one('1'), turned('2'), turned('3'), turned('4', { tie: true }), turned('6')];
    // 1, 0, ½, 1: mean 0.625, sample variance 0.6875/3.
    const { value, se, n } = agreement(first, second);
    expect(value).toBeCloseTo(0.625, 10);
    expect(se).toBeCloseTo(Math.sqrt(0.6875 / 3 / 4), 10);
    expect(n).toBe(4);
  });

  test('leaves out both bad, edited and unmatched pairs', () => {
    const first = [one('1', { bothBad: true }), one('2'), one('3')];
    const second = [one('1'), label('2', 'z', 'y', { edited: true })];
    expect(agreement(first, second).n).toBe(0);
  });
});
