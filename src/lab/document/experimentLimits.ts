/**
 * How large an experiment may be. Every setting has bounds of its own; what stages ask for together is bounded here, so that
 * no link or file starts days of work or more memory than WebAssembly has. Fifty times what any preset asks for is left, ten
 * times of memory, which is sized as if every model were lab-1m.
 */
import { largest } from '../../rlhf/numerics.ts';
import type { StageWork } from '../stages/stageWork.ts';
import { experimentSize } from './experimentSize.ts';

interface Limit {
  readonly of: keyof StageWork;
  /** Of all stages together; of memory, of each, since one runs at a time. */
  readonly most: number;
  readonly says: (amount: number, most: number) => string;
}

const count = (amount: number) => amount.toLocaleString('en');
const GIGABYTE = 1024 * 1024 * 1024;
const gigabytes = (bytes: number) => `${count(Math.round((4 * bytes) / GIGABYTE) / 4)} GB`;

const EXPERIMENT_LIMITS: readonly Limit[] = [
  {
    of: 'trainedTokens',
    most: 200e6,
    says: (n, most) =>
      `the experiment trains on ${count(n)} tokens, of ${count(most)} at most: lower its steps, rows, pairs or updates`,
  },
  {
    of: 'optimizerSteps',
    most: 500e3,
    says: (n, most) =>
      `the experiment takes ${count(n)} optimizer steps, of ${count(most)} at most: lower its steps, epochs, pairs or updates`,
  },
  {
    of: 'completions',
    most: 2e6,
    says: (n, most) =>
      `the experiment draws ${count(n)} completions, of ${count(most)} at most: lower its updates, prompts or completions`,
  },
  {
    of: 'bytes',
    most: 4 * GIGABYTE,
    says: (n, most) =>
      `it takes about ${gigabytes(n)} of memory, of ${gigabytes(most)} at most: lower its rows or length`,
  },
];

/** @returns what is too much, in one sentence, and the index of the stage that asks for most of it; null = nothing */
export function findExcess(
  experiment: Parameters<typeof experimentSize>[0],
): { readonly stage: number; readonly text: string } | null {
  const { stages, whole } = experimentSize(experiment);
  for (const { of, most, says } of EXPERIMENT_LIMITS) {
    if (whole[of] <= most) continue;
    const amounts = stages.map((stage) => stage[of]);
    return { stage: amounts.indexOf(largest(amounts)), text: `must be smaller: ${says(whole[of], most)}` };
  }
  return null;
}
