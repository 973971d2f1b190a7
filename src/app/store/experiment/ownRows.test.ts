import { expect, it } from 'vitest';
import { initialState } from '../store.ts';
import { describeOwnRows } from './ownRows.ts';

it('says of every stage which of the visitor’s rows it is trained on', () => {
  const { document } = initialState().experiment;
  const label = { id: 'a', prompt: 'Hi?', chosen: 'Hello.', rejected: 'No.', labeler: 'you' } as const;
  const demonstrations = Array.from({ length: 1200 }, () => ({ prompt: 'Hi?', completion: 'Hello.' }));
  const own = { ...document, labels: [label], data: { demonstrations, preferences: [], prompts: ['Name a fruit.'] } };
  const said = ['sft', 'rewardModel', 'rloo'].map((id) => describeOwnRows(own, id));
  expect(said).toEqual(['your 1,200 demonstrations', 'your 1 label, 1 prompt', 'your 1 prompt']);
  expect(describeOwnRows(document, 'sft')).toBe('');
});
