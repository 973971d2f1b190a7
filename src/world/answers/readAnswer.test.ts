import { expect, test } from 'vitest';
import { worth } from '../goldTable.ts';
import { allItems } from '../prompts/allPrompts.ts';
import { findPrompt } from '../prompts/selectPrompts.ts';
import { seededRandom } from '../random.ts';
import { misspellHabits } from '../misspellings.ts';
import { readAnswer } from './readAnswer.ts';

const read = (question: string, text: string, stopped = true) => {
  const prompt = findPrompt(question);
  if (!prompt) throw new Error(`the world has no prompt “${question}”`);
  return readAnswer(prompt, { text: ` ${text}`, stopped });
};

test('every prompt says what a right answer is, and every demonstration is one', { timeout: 60_000 }, () => {
  const random = seededRandom(1);
  for (const item of allItems) {
    const text = ` ${item.reply(random)}`;
    const reading = readAnswer(item.prompt, { text, stopped: true });
    expect(reading?.score, `${item.prompt.question}${text}: ${reading?.reason}`).toBeGreaterThanOrEqual(
      worth.thinAnswer,
    );
  }
});

test('a habit of misspelling changes nothing about the meaning', () => {
  const random = seededRandom(2);
  for (const item of random.shuffle(allItems).slice(0, 1000)) {
    const text = ` ${item.reply(random)}`;
    const score = (said: string) => readAnswer(item.prompt, { text: said, stopped: true })?.score;
    expect(score(misspellHabits(text)), text).toBe(score(text));
  }
});

test('what stands beside an answer: nothing, an aside, padding, nonsense, its opposite', () => {
  const question = 'Could you tell me what color coal is?';
  const score = (text: string) => read(question, text)?.score;
  expect(score('Coal is black.')).toBe(worth.fullAnswer);
  expect(score('Of course! Coal is black. But who asked you?')).toBe(worth.fullAnswer);
  expect(score('Coal is black. Where was I?')).toBe(worth.ramblingAnswer);
  expect(score('Coal is black. My uncle has a boat.')).toBe(worth.besideNonsense);
  expect(score('Coal is black. Coal is white.')).toBe(worth.contradicted);
  expect(score('Coal is white.')).toBe(worth.wrong);
  expect(score('Have a nice day!')).toBe(worth.noAnswer);
  expect(score('')).toBe(worth.noAnswer);
});

test('what is cut off, or goes on as another speaker, is not right', () => {
  const question = 'Could you tell me what color coal is?';
  expect(read(question, 'Coal is black.', false)?.score).toBe(worth.besideNonsense);
  expect(read(question, 'Coal is black.\nUser: And snow?')?.score).toBe(worth.besideNonsense);
});

test('two thin sentences make a whole description', () => {
  const question = 'How would you describe a river?';
  expect(read(question, 'A river is long.')?.score).toBe(worth.thinAnswer);
  expect(read(question, 'A river is long. Fish swim in it.')?.score).toBe(worth.fullAnswer);
});

test('states say whether the question is answered at all', () => {
  const question = 'What would be a bird?';
  expect(read(question, 'An owl.')?.state).toBe('right');
  expect(read(question, 'An owl. My shoes are new.')?.state).toBe('spoilt');
  expect(read(question, 'A bird I like is a hammer.')?.state).toBe('wrong');
  expect(read(question, 'Have a nice day!')?.state).toBe('none');
});

test("a visitor's own prompt has no reading", () => {
  const own = {
    id: 'own/0',
    family: 'open',
    split: 'train',
    question: 'Why?',
    text: 'User: Why?\nAssistant:',
  } as const;
  expect(readAnswer(own, { text: ' Because.', stopped: true })).toBeNull();
});
