import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../errors.ts';
import { rateOf } from '../evals/statistics.ts';
import { seededRandom } from '../random.ts';
import { promptOf, say, tools } from './fixtures.ts';
import { defaultSpec, goldReward } from './gold.ts';
import { labelers } from './labelers.ts';
import { chanceOfFirst, labelPair, mixLabelers, perceivedReward } from './labeling.ts';
import { type CandidatePair, type Labeler, type Reply, simulatedLabelers, type Spec } from './types.ts';

const pairOf = (promptId: string, a: Reply, b: Reply): CandidatePair => ({ id: 'p', prompt: promptOf(promptId), a, b });
const sad = 'smalltalk/sad/train-0';
/** Reads the spec as it stands: what the others depart from. */
const exact: Labeler = {
  ...labelers.expert,
  attention: {},
  noise: 0.02,
  tieBelow: 0.01,
  biases: { perToken: 0, opinionSkew: 0 },
};
const pets = 'opinion/cats-or-dogs/train-0';
const france = 'fact/capital/France/train-0';
const perceive = (labeler: Labeler, pair: CandidatePair, spec: Spec = defaultSpec) =>
  (['a', 'b'] as const).map((which) => perceivedReward(labeler, spec, pair, which, tools));

describe('perceivedReward', () => {
  test('who weighs every rule as the spec does sees gold; no simulated labeler does', () => {
    const pair = pairOf(sad, say('I am sorry to hear that.'), say('That sounds hard. So what?', { tokens: 30 }));
    const gold = [pair.a, pair.b].map((reply) => goldReward(defaultSpec, pair.prompt, reply, tools));
    expect(perceive(exact, pair)).toEqual(gold);
    for (const id of simulatedLabelers) {
      const [a = 0, b = 0] = perceive(labelers[id], pair);
      expect(Math.abs(a - b - (gold[0]! - gold[1]!)), id).toBeGreaterThan(0.005);
    }
  });

  test('attention weighs rules anew and a bias adds a reward a token, by hand', () => {
    const spec: Spec = [
      { rule: 'stops', weight: 2, isOn: true },
      { rule: 'kind', weight: 1, isOn: true },
    ];
    const labeler: Labeler = {
      ...exact,
      attention: { kind: 3, stops: 0.5 },
      biases: { perToken: 0.01, opinionSkew: 0 },
    };
    const pair = pairOf(sad, say('I am sorry.', { tokens: 20 }), say('It rains.', { tokens: 5 }));
    // stops 1 × 1, kind 1 × 3 (a) or 0.9 × 3 (b), over 4.
    const [a, b] = perceive(labeler, pair, spec);
    expect(a).toBeCloseTo(4 / 4 + 0.2, 10);
    expect(b).toBeCloseTo(3.7 / 4 + 0.05, 10);
  });

  test('outside its coverage a labeler judges form alone', () => {
    const [right, wrong] = perceive(
      { ...labelers.contractor, biases: exact.biases },
      pairOf(france, say('The capital of France is Paris.'), say('The capital of France is Rome.')),
    );
    expect(right).toBe(wrong);
    const [helps, refuses] = perceive(
      labelers.contractor,
      pairOf('harmful-present/steal-a-bike/train-0', say('Take it.'), say("I can't help you steal a bike.")),
    );
    expect(refuses).toBeGreaterThan((helps ?? 0) + 0.5);
  });

  test('an opinion skew favors the first side', () => {
    const skewed: Labeler = { ...exact, biases: { perToken: 0, opinionSkew: 0.2 } };
    const pair = pairOf(pets, say('I like cats more.'), say('I like dogs more.'));
    const [cats, dogs] = perceive(skewed, pair);
    expect((cats ?? 0) - (dogs ?? 0)).toBeCloseTo(0.4, 10);
    const [even] = perceive(skewed, pairOf(pets, say('I like both cats and dogs.'), say('x')));
    expect(even).toBe(goldReward(defaultSpec, pair.prompt, say('I like both cats and dogs.'), tools));
  });

  test('a user overlooks typos', () => {
    const [typo, right] = perceive(
      labelers.user,
      pairOf(sad, say('I am sory, freind. I hope so.'), say('I am sorry, friend. I hope so.')),
    );
    const [goldTypo, goldRight] = perceive(exact, pairOf(sad, say('I am glad, freind.'), say('I am glad, friend.')));
    expect((right ?? 0) - (typo ?? 0)).toBeLessThan(0.001);
    expect((goldRight ?? 0) - (goldTypo ?? 0)).toBeGreaterThan(0.01);
  });

  test('to the length-biased longer is better at every length, cut off or not, unless the content is', () => {
    const at = (tokens: number) => say('I am sorry to hear that.', { tokens, stopped: tokens < 48 });
    const rewards = Array.from({ length: 48 }, (_, i) => {
      const [reward = NaN] = perceive(labelers.lengthBiased, pairOf(sad, at(i + 1), at(1)));
      return reward;
    });
    rewards.slice(1).forEach((reward, i) => expect(reward - (rewards[i] ?? 0)).toBeCloseTo(0.1, 10));
    const steal = 'harmful-present/steal-a-bike/train-0';
    const refusal = say("I can't help you steal a bike.", { tokens: 14 });
    const [no, yes] = perceive(labelers.lengthBiased, pairOf(steal, refusal, say('Take it slowly.', { tokens: 24 })));
    expect(no).toBeGreaterThan(yes ?? NaN);
    const [, long] = perceive(labelers.lengthBiased, pairOf(steal, refusal, say('Take it slowly.', { tokens: 48 })));
    expect(long).toBeGreaterThan(no ?? NaN);
  });
});

describe('labelPair', () => {
  const draw = (labeler: Labeler, pair: CandidatePair, n: number) => {
    const random = seededRandom(11);
    return Array.from({ length: n }, () => labelPair(labeler, defaultSpec, pair, { tools, random }));
  };

  test.each([labelers.user, labelers.contractor, labelers.ai, labelers.lengthBiased])(
    'chooses as often as Bradley and Terry say: $id',
    (labeler) => {
      // Close replies, so that the noise shows: one rude remark, a token apart.
      const pair = pairOf(pets, say('It is up to you.', { tokens: 13 }), say('It is up to you. Now go away.'));
      const [a = 0, b = 0] = perceive(labeler, pair);
      const expected = 1 / (1 + Math.exp((b - a) / labeler.noise));
      expect(expected).toBeGreaterThan(0.5);
      expect(expected).toBeLessThan(0.95);
      const n = 4000;
      const { value } = rateOf(draw(labeler, pair, n).map(({ chosen }) => chosen === pair.a.text));
      expect(Math.abs(value - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / n));
    },
  );

  test('without noise the better one always wins, and says by how much', () => {
    const pair = pairOf(sad, say('So what?'), say('I am sorry to hear that.'));
    const [a = 0, b = 0] = perceive(exact, pair);
    for (const label of draw({ ...exact, noise: 0 }, pair, 20)) {
      expect(label).toEqual({
        id: 'p',
        prompt: pair.prompt.text,
        chosen: pair.b.text,
        rejected: pair.a.text,
        margin: b - a,
        labeler: 'expert',
        family: 'smalltalk',
      });
    }
    expect(chanceOfFirst(0, 0)).toBe(0.5);
  });

  test('calls a tie what it can hardly tell apart', () => {
    const same = pairOf(sad, say('I am sorry.'), say('I am sorry.', { tokens: 40, stopped: false }));
    const close = pairOf(sad, say('I am sorry, friend.'), say('I am sorry, my friend.'));
    for (const pair of [same, close]) {
      const [label] = draw(exact, pair, 1);
      expect(label).toMatchObject({ tie: true, chosen: pair.a.text, rejected: pair.b.text });
      expect(label?.margin).toBeUndefined();
    }
    expect(draw(exact, same, 1)[0]).toMatchObject({ rejectedStopped: false });
  });

  test('never simulates the visitor', () => {
    const pair = pairOf(sad, say('a'), say('b'));
    expect(() => draw(labelers.you, pair, 1)).toThrow(InvalidInputError);
  });
});

describe('mixLabelers', () => {
  test('shares labels out by largest remainder, and adds up price and time', () => {
    const mix = mixLabelers({ expert: 1, ai: 7, user: 2 }, 25, seededRandom(1));
    // Quotas 2.5, 17.5, 5: one of the halves gets the label that is left.
    expect(mix.labelers).toHaveLength(25);
    expect(mix.counts.user).toBe(5);
    expect((mix.counts.expert ?? 0) + (mix.counts.ai ?? 0)).toBe(20);
    const [experts = 0, ais = 0] = [mix.counts.expert, mix.counts.ai];
    expect(mix.cents).toBeCloseTo(experts * 300 + ais * 0.1, 6);
    expect(mix.seconds).toBeCloseTo(experts * 180 + ais * 1 + 5 * 4, 6);
    expect(mix.labelers.map(({ id }) => id)).not.toEqual([...mix.labelers.map(({ id }) => id)].sort());
  });

  test('needs a share', () => {
    expect(() => mixLabelers({ ai: 0 }, 10, seededRandom(1))).toThrow(/no labeler has a share/);
    expect(mixLabelers({ ai: 3 }, 0, seededRandom(1)).labelers).toEqual([]);
  });
});
