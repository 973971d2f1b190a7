import { expect, test } from 'vitest';
import { findMetric, metrics } from './metrics.ts';

test('no two rows share stage and key', () => {
  const names = metrics.map(({ stage, key }) => `${stage} ${key}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a key is found in its own kind of stage only', () => {
  expect(findMetric('sft', 'loss')).toMatchObject({ key: 'loss', unit: 'nats/token' });
  expect(findMetric('rewardModel', 'loss')).toMatchObject({ key: 'loss', unit: 'nats/pair' });
  expect(findMetric('sft', 'objective/kl')).toBeUndefined();
});

test('a key of a family is found under the family’s row, unless it has a row of its own', () => {
  expect(findMetric('rewardModel', 'eval/accuracy/expert')).toMatchObject({ key: 'eval/accuracy/*' });
  expect(findMetric('rewardModel', 'eval/accuracy')).toMatchObject({ key: 'eval/accuracy' });
  expect(findMetric('ppo', 'eval/accuracy/expert')).toBeUndefined();
  expect(findMetric('rewardModel', 'eval/accurac')).toBeUndefined();
});
