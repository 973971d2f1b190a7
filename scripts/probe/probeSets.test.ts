import { expect, test } from 'vitest';
import { splitOfSum, readSum } from '../../src/world/sums.ts';
import { probes } from './probeSets.ts';

const probe = (name: string) => probes.find((one) => one.name === name)!;

test('every probe asks in the chat frame, at least fifty questions', () => {
  for (const { name, questions } of probes) {
    expect(questions.length, name).toBeGreaterThanOrEqual(50);
    for (const { text } of questions) expect(text, name).toMatch(/^User: .+\nAssistant:(?:$| )/);
  }
});

test('unseen sums are held out, and right where the last number is', () => {
  for (const { text, isRight } of probe('unseenSums').questions) {
    const asked = readSum(text)!;
    expect(splitOfSum(asked)).toBe('heldout');
    expect(isRight('I do not know.')).toBe(false);
    expect(isRight(`It is ${asked.operator === 'plus' ? asked.a + asked.b : asked.a - asked.b}.`)).toBe(true);
  }
});

test('prompts that show how it is done do not show the asked problem', () => {
  for (const { text } of [...probe('unseenSumsShown').questions, ...probe('calls').questions]) {
    const [last = '', ...before] = text.split('\nUser: ').reverse();
    const asked = readSum(last)!;
    expect(before.join('\n')).not.toContain(`${asked.a} ${asked.operator} ${asked.b}`);
  }
});

test('small talk and open questions know good replies from others', () => {
  const [hello] = probe('smallTalk').questions;
  expect(hello?.isRight('Hello! How can I help you?')).toBe(true);
  expect(hello?.isRight('Happy birthday!')).toBe(false);
  const fruit = probe('open').questions.find(({ text }) => text.includes('name a fruit?'));
  expect(fruit?.isRight('How about a pear?')).toBe(true);
  expect(fruit?.isRight('How about a hammer?')).toBe(false);
});
