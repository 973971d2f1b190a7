import { expect, test } from 'vitest';
import { evalMeanings } from '../../world/evals/evalMeanings.ts';
import { policyEvalTable } from './evalTable.ts';

test('the table has every figure of a policy once, with its meaning', () => {
  const rows = policyEvalTable.flatMap((section) => section.rows);
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of Object.keys(evalMeanings)) if (!name.startsWith('rm/')) expect(names).toContain(name);
  for (const { name, meaning } of rows) expect(meaning, name).toMatch(/^\S.{20,}/);
});
