import { expect, test } from 'vitest';
import { evalMeanings } from '../../world/evals/evalMeanings.ts';
import { namedRow, policyEvalTable, sharedReference } from './evalTable.ts';

test('the table has every figure of a policy once, with its meaning', () => {
  const rows = policyEvalTable.flatMap((section) => section.rows);
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of Object.keys(evalMeanings)) if (!name.startsWith('rm/')) expect(names).toContain(name);
  for (const { name, meaning } of rows) expect(meaning, name).toMatch(/^\S.{20,}/);
});

test('rows name the checkpoint that a policy was measured against, where it is known', () => {
  const rows = policyEvalTable.flatMap((section) => section.rows);
  const compared = rows.filter(({ name }) => /^(kl\/|gold\/gain|win_rate\/|control\/)/.test(name));
  expect(compared.length).toBeGreaterThan(10);
  for (const row of compared) {
    expect(row.label + row.meaning, row.name).toContain('its reference');
    const named = namedRow(row, 'SFT 3f2a9c');
    expect(named.label + named.meaning, row.name).not.toContain('its reference');
    expect(named.meaning + named.label).toContain('SFT 3f2a9c');
    expect(namedRow(row, null)).toEqual(row);
  }
  expect(
    namedRow(
      rows.find(({ name }) => name === 'kl/k1')!,
      'SFT',
    ).label,
  ).toBe('KL to SFT, k1');
});

test('a reference is named where all have the same', () => {
  expect(sharedReference(['a', 'a'])).toBe('a');
  expect(sharedReference(['a', 'b'])).toBeNull();
  expect(sharedReference(['a', null])).toBeNull();
  expect(sharedReference([null, 'a'])).toBeNull();
  expect(sharedReference([])).toBeNull();
});
