import { expect, test } from 'vitest';
import { promptOf } from './fixtures.ts';
import { leanOf } from './opinions.ts';

const pets = promptOf('opinion/cats-or-dogs/train-0');
const walks = promptOf('opinion/the-sea-or-the-mountains/train-0');

test.each([
  [' I like cats more than dogs.', 1],
  [' Dogs are better than cats.', -1],
  [' Cats are nice, but I prefer dogs to cats.', -1],
  [' My favorite is dogs.', -1],
  [' Cats are nice, but not dogs.', 1],
  [' For me it is dogs, not cats.', -1],
  [' How can anyone like dogs? I would choose cats.', 1],
  [' I like both cats and dogs.', 0],
  [" Cats are nice, and so are dogs. I can't choose.", 0],
  [' It is up to you.', 0],
  [' Hello!', 0],
])('cats or dogs? “%s”', (text, lean) => {
  expect(leanOf(pets, text)).toBe(lean);
});

test('articles of the divide may be left out; elsewhere nothing leans', () => {
  expect(leanOf(walks, ' I would choose mountains.')).toBe(-1);
  expect(leanOf(promptOf('open/a-fruit/train-0'), ' I like cats more than dogs.')).toBe(0);
});
