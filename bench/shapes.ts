/** What every row of the benchmark runs on: the shapes of `lab-1m`, made-up tokens, freshly initialised weights. */
import { lab1m } from '../src/engine/nn/config.ts';
import type { LmBatch } from '../src/engine/nn/languageModel.ts';
import type { PackedShape } from '../src/engine/nn/packed.ts';
import type { TokenizedExample } from '../src/rlhf/recipe.ts';

export const SEED = 1;
export const LEARNING_RATE = 1e-3;

export const rollout = { batch: 16, promptLength: 24, maxNewTokens: 32 } as const;

/** Every position of every row counts in the loss. */
export function allPositions(batch: number, length: number): PackedShape {
  return { batch, length, slots: batch * length };
}

const pseudoToken = (i: number): number => 2 + ((i * 7919) % (lab1m.vocabSize - 2));

export function madeUpBatch({ batch, length }: PackedShape): LmBatch {
  const indices = Int32Array.from({ length: batch * length }, (_, i) => i);
  return {
    tokens: indices.map(pseudoToken),
    positions: indices.map((i) => i % length),
    segments: new Float32Array(batch * length),
    slotRows: indices,
    targets: indices.map((i) => pseudoToken(i + 1)),
    weights: new Float32Array(batch * length).fill(1),
  };
}

/** As long as the lab's own pairs: some 14 prompt and 24 completion tokens. */
export function madeUpExamples(count: number): TokenizedExample[] {
  return Array.from({ length: count }, (_, n) => ({
    promptIds: Array.from({ length: 10 + (n % 9) }, (_, i) => pseudoToken(n * 31 + i)),
    completionIds: [...Array.from({ length: 16 + (n % 17) }, (_, i) => pseudoToken(n * 37 + i)), lab1m.eosId],
  }));
}

export function madeUpPrompts(): number[][] {
  return Array.from({ length: rollout.batch }, (_, n) =>
    Array.from({ length: rollout.promptLength - (n % 8) }, (_, i) => pseudoToken(n * 101 + i)),
  );
}
