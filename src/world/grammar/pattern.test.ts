import { expect, test } from 'vitest';
import { compile } from './pattern.ts';

const lists = { glad: 'happy|so glad' };

test('words, options, choices and lists match whole sentences only', () => {
  const pattern = compile('i am [very] (<glad>|well) [to hear (that|it)]', lists);
  for (const words of ['i am well', 'i am very happy', 'i am so glad to hear it'])
    expect(pattern.match(words)).toEqual({});
  for (const words of ['i am', 'well i am well', 'i am well today', 'i am to hear that', 'i amwell']) {
    expect(pattern.match(words)).toBeNull();
  }
});

test('slots take words as they are, and the first way of several that fits', () => {
  const pattern = compile(`
    the capital of {place} is {answer}
    {answer} is the capital of {place}`);
  expect(pattern.match('the capital of costa rica is san jose')).toEqual({ place: 'costa rica', answer: 'san jose' });
  expect(pattern.match('paris is the capital of france')).toEqual({ place: 'france', answer: 'paris' });
  expect(pattern.match('the capital of is paris')).toBeNull();
});

test('signs that regular expressions know are plain here', () => {
  expect(compile('1 + 1 is 2').match('1 + 1 is 2')).toEqual({});
  expect(compile('d.c').match('dxc')).toBeNull();
});

test('a pattern that is none says so when it is first used', () => {
  expect(() => compile('i am (well').match('i am well')).toThrow(SyntaxError);
  expect(() => compile('i am <gald>', lists).match('i am well')).toThrow('there is no list <gald>');
});
