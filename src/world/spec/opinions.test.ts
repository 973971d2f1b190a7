import { expect, test } from 'vitest';
import { promptOf } from './fixtures.ts';
import { readOpinion } from './opinions.ts';

const pets = promptOf('opinion/cats-or-dogs/train-0');
const walks = promptOf('opinion/the-sea-or-the-mountains/train-0');

test.each([
  [' I like cats more than dogs.', 'sides', 1],
  [' Dogs are better than cats.', 'sides', -1],
  [' Cats are nice, but I prefer dogs to cats.', 'sides', -1],
  [' My favorite is a dog.', 'sides', -1],
  [' A cat is nice.', 'sides', 1],
  [' Cats are nice, but not dogs.', 'sides', 1],
  [' I like both cats and dogs.', 'both', 0],
  [' I like both cats and dogs. I could say more, but I have no time.', 'both', 0],
  [" Cats are nice, and so are dogs. I can't choose.", 'open', 0],
  [' It is up to you.', 'open', 0],
  [' Hello!', 'none', 0],
])('cats or dogs? “%s”', (text, stance, lean) => {
  expect(readOpinion(pets, text)).toMatchObject({ stance, lean });
});

test('articles of the divide may be left out', () => {
  expect(readOpinion(walks, ' I would choose mountains.')).toEqual({ stance: 'sides', side: 'mountains', lean: -1 });
});
