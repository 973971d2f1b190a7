import { expect, test } from 'vitest';
import { readOwnData } from '../../../world/ownData/readOwnData.ts';
import { kinds } from './kinds.ts';

test.each(kinds)('the example of $kind is read without a problem', ({ kind, example }) => {
  const { summary } = readOwnData(new TextEncoder().encode(example), { name: `${kind}.jsonl`, kind: null });
  expect(summary).toMatchObject({ kind, rows: 3, good: 3, bad: 0 });
});
