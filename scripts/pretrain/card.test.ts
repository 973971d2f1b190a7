import { expect, test } from 'vitest';
import { modelCard } from './card.ts';
import { plans } from './plans.ts';

test('the card says what the log and the probes say', () => {
  const entry = (step: number) => ({ step, loss: 1.5, heldout: 1.6, rate: 0.001, tokensPerSecond: 8000 });
  const figure = { value: 0.5, se: 0.01, n: 100, meaning: 'facts right' };
  const card = modelCard({
    name: 'lab-1m',
    plan: plans['lab-1m']!,
    parameters: 922_752,
    log: [entry(500), entry(30_000)],
    corpus: { bytes: 30_000_000, tokens: 11_000_000, sha256: 'abc' },
    probes: [{ title: 'final', figures: { facts: figure } }],
    date: '2026-11-30',
    machine: 'a machine',
  });
  expect(card).toMatch(/^---\nlicense: mit\n/);
  expect(card).toContain('| facts right | 50.0 % ± 1.0 |');
  expect(card).toContain('30,000 of 30,000 steps of 16 × 128 tokens = 61.4 M tokens, 5.6 passes');
  expect(card).toContain('| 500 | 1.0 M | 1.5 | 1.6 |');
  expect(card).not.toMatch(/undefined|NaN/);
});
