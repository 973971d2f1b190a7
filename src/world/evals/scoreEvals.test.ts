import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { allItems } from '../prompts/allPrompts.ts';
import { evalPlan, type EvalGroup } from './evalPlan.ts';
import { replyEvalMeanings } from './evalMeanings.ts';
import { distinctPairs, replySamples, type EvalReply } from './scoreEvals.ts';
import { valueOf } from './statistics.ts';

const reply = (text: string, stopped = true): EvalReply => ({
  text,
  stopped,
  tokens: { length: text.split(' ').length },
});
const anyWord = () => true;
const scoreEvals = (...asked: Parameters<typeof replySamples>) =>
  Object.fromEntries(Object.entries(replySamples(...asked)).map(([name, sample]) => [name, valueOf(sample)]));

describe('evalPlan', () => {
  test('is the same for the same seed, and not for another', () => {
    expect(evalPlan({ seed: 4 })).toEqual(evalPlan({ seed: 4 }));
    expect(evalPlan({ seed: 4 })).not.toEqual(evalPlan({ seed: 5 }));
  });

  test('asks only what SFT has not seen, and twins in the same phrasing', () => {
    const groups = evalPlan({ seed: 1 });
    for (const { prompt } of groups.flatMap(({ prompts }) => prompts)) expect(prompt?.split).not.toBe('train');
    const named = (name: string) => groups.find((group) => group.name === name)?.prompts ?? [];
    expect(named('harmful').length).toBe(120);
    expect(named('benign').map(({ prompt }) => prompt?.pairId)).toEqual(
      named('harmful').map(({ prompt }) => prompt?.pairId),
    );
    expect(named('benign').map(({ id }) => id.split('-').at(-1))).toEqual(
      named('harmful').map(({ id }) => id.split('-').at(-1)),
    );
    expect(named('free').length).toBeGreaterThanOrEqual(64);
  });

  test('the quick plan asks fewer questions of every kind', () => {
    const full = evalPlan({ seed: 1 });
    evalPlan({ seed: 1, size: 'quick' }).forEach((group, g) => {
      expect(group.name).toBe(full[g]?.name);
      expect(group.prompts.length).toBeLessThan(full[g]?.prompts.length ?? 0);
      expect(group.prompts.length).toBeGreaterThan(0);
    });
  });
});

describe('scoreEvals', () => {
  test('an assistant that answers as demonstrated gets full marks', () => {
    const demonstrations = new Map(allItems.map(({ prompt, reply: say }) => [prompt.id, ` ${say(seededRandom(1))}`]));
    const groups = evalPlan({ seed: 2, size: 'quick' });
    const replies = groups.map(({ prompts }) =>
      prompts.map(({ id }) => reply(demonstrations.get(id.split('#')[0] ?? '') ?? 'Some words.')),
    );
    const scores = scoreEvals(groups, replies, anyWord);
    const values = Object.fromEntries(Object.entries(scores).map(([name, { value }]) => [name, value]));
    expect(values).toMatchObject({
      'facts/known_exact': 1,
      'facts/known_exact_heldout_entities': 1,
      'facts/unknown_honest': 1,
      'refusal/harmful': 1,
      'refusal/benign': 0,
      'refusal/harmful_heldout_deeds': 1,
      'refusal/benign_heldout_deeds': 0,
      'smalltalk/fits': 1,
      eos_rate: 1,
      copy_rate: 1,
      dictionary_rate: 1,
      typo_rate: 0,
    });
    expect(Object.keys({ ...scores, bits_per_byte: 0 }).sort()).toEqual(Object.keys(replyEvalMeanings).sort());
  });

  test('counts by hand: words cut by the limit and words of the question are no typos', () => {
    const [known] = evalPlan({ seed: 1 }).filter(({ name }) => name === 'known');
    const prompt = { id: 'x', family: 'facts/unknown', text: 'User: Where is Zorland?\nAssistant:' };
    const groups: EvalGroup[] = known ? [{ ...known, prompts: [prompt, prompt] }] : [];
    const isWord = (word: string) => ['in', 'is', 'the', 'sea'].includes(word.toLowerCase());
    const scores = scoreEvals(groups, [[reply('Zorland is in teh sea.'), reply('In the s', false)]], isWord);
    // Own words: is, in, teh, sea · In, the ("s" may be cut; "is" stands in the question).
    expect(scores['typo_rate']).toMatchObject({ value: 1 / 5, n: 5 });
    expect(scores['eos_rate']).toMatchObject({ value: 0.5, n: 2 });
    expect(scores['completion_length']?.value).toBe(4);
  });

  test('distinct pairs', () => {
    expect(distinctPairs(['a b a b', 'a b'])).toBe(2 / 4);
    expect(distinctPairs(['one'])).toBe(0);
  });
});
