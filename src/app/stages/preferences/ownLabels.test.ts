import { expect, it } from 'vitest';
import { newRun } from '../../store/run/newRun.ts';
import { initialState } from '../../store/store.ts';
import { describeOwnLabels, withoutOwnLabels } from './ownLabels.ts';

it('reads the curves of the pairs without the steps of own labels, and says where those begin', () => {
  const accuracy = [0.8, 0.87, 0, 0].map((value, at) => ({ step: at + 1, value }));
  const run = { ...newRun('r', 'rewardModel', initialState()), series: { accuracy } };
  const ownLabels = { kind: 'ownLabels', from: 3, labels: 12, passes: 10 } as const;
  expect(withoutOwnLabels(run, 'accuracy')).toEqual(accuracy);
  expect(withoutOwnLabels({ ...run, details: { ownLabels } }, 'accuracy')).toEqual(accuracy.slice(0, 2));
  expect(describeOwnLabels(ownLabels)).toBe(
    ' From step 3 on it learns your 12 labels alone: the train figures there are theirs.',
  );
  expect(describeOwnLabels(undefined)).toBe('');
});
