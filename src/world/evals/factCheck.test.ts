import { describe, expect, test } from 'vitest';
import { allItems } from '../prompts/allPrompts.ts';
import { seededRandom } from '../random.ts';
import type { Fact } from '../types.ts';
import { isExact, isHonestlyUnknown, namesSubject } from './factCheck.ts';

const fact = (relation: Fact['relation'], subject: string, answer: string, alsoRight?: string[]): Fact => ({
  id: subject,
  relation,
  subject,
  answer,
  split: 'train',
  ...(alsoRight && { alsoRight }),
});

describe('isExact', () => {
  const france = fact('capital', 'France', 'Paris');
  const hot = fact('opposite', 'hot', 'cold');
  const sum = fact('sum', '2 plus 10', '12');

  test.each<[Fact, string, boolean]>([
    [france, ' The capital of France is Paris.', true],
    [france, ' It is paris.', true],
    [france, ' The capital of France is Rome.', false],
    [france, ' The capital of France is Paris or Rome.', false],
    [france, ' The capital of Italy is Paris.', false],
    [france, ' Parisian life is nice in France.', false],
    [france, '', false],
    [hot, ' The opposite of hot is cold.', true],
    [hot, ' The opposite of hot is cold. Have a nice day!', true],
    [hot, ' The opposite of hot is wet. It is not cold.', false],
    [hot, ' The opposite of hot is hot.', false],
    [hot, ' The opposite of hot is cold, not wet.', false],
    [sum, ' 2 plus 10 is 12.', true],
    [sum, ' 2 plus 10 makes 12 or 2.', false],
    [sum, ' 2 plus 10 is 2.', false],
    [sum, ' 2 plus 10 is 121.', false],
    [fact('kind', 'a dog', 'animal', ['pet', 'mammal']), ' The dog is a mammal.', true],
    [fact('kind', 'a robin', 'bird'), ' A crow is a bird.', false],
    [fact('colour', 'an orange fish', 'orange'), ' An orange fish is orange.', true],
    [fact('capital', 'the Netherlands', 'Amsterdam'), ' Amsterdam is the capital of Netherlands.', true],
    [fact('capital', 'Mexico', 'Mexico City'), ' The capital of Mexico is Mexico City.', true],
    [fact('capital', 'Mexico', 'Mexico City'), ' The capital of Mexico is big.', false],
  ])('%o ·%s → %s', (asked, reply, right) => expect(isExact(asked, reply)).toBe(right));

  test('every demonstration is exact and names its subject', () => {
    const random = seededRandom(5);
    const wrong = allItems
      .map(({ prompt, reply }) => ({ fact: prompt.fact, text: ` ${reply(random)}` }))
      .filter(({ fact: asked, text }) => asked && !(isExact(asked, text) && namesSubject(asked, text)));
    expect(wrong).toEqual([]);
  });
});

describe('isHonestlyUnknown', () => {
  test.each<[string, boolean]>([
    [' I do not know the capital of Zorland.', true],
    [" I don't know.", true],
    [' I have never heard of Zorland.', true],
    [' The capital of Zorland is Zor.', false],
    [' I do not know, but it is Paris.', false],
    [' Zorland.\nUser: What?\nAssistant: I do not know.', false],
  ])('%s → %s', (reply, honest) => expect(isHonestlyUnknown(reply)).toBe(honest));
});
