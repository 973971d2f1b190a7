/**
 * The tokenized corpus as one stream of ids, documents ended by EOS, and seeded batches of windows from it.
 */
import type { LmBatch } from '../../src/engine/nn/languageModel.ts';
import type { PackedShape } from '../../src/engine/nn/packed.ts';
import { Random, deriveSeed } from '../../src/engine/tensor/random.ts';

/**
 * Batch `step` of a run: B random windows of T tokens. Documents don't see each other. In half of the rows the EOS before
 * a document belongs to it (as a beginning-of-text mark, so that the model can write unprompted), in the other half
 * documents begin at their first word, as prompts do.
 */
export function windowBatch(
  stream: Uint16Array,
  shape: PackedShape,
  eosId: number,
  seed: number,
  step: number,
): LmBatch {
  const random = new Random(deriveSeed(seed, 'batch', step));
  const { batch, length } = shape;
  const rows = batch * length;
  const out = {
    tokens: new Int32Array(rows),
    positions: new Int32Array(rows),
    segments: new Float32Array(rows),
    slotRows: Int32Array.from({ length: rows }, (_, row) => row),
    targets: new Int32Array(rows),
    weights: new Float32Array(rows).fill(1),
  };
  for (let b = 0; b < batch; b++) {
    const start = random.int(stream.length - length - 1);
    fillRow(out, stream.subarray(start, start + length + 1), b * length, eosId, random.uniform() < 0.5);
  }
  return out;
}

/** Lays `window` (T + 1 ids) into the row that starts at `offset`. */
export function fillRow(out: LmBatch, window: Uint16Array, offset: number, eosId: number, eosBegins: boolean): void {
  let segment = 0;
  let position = 0;
  for (let t = 0; t < window.length - 1; t++) {
    const row = offset + t;
    const isEos = window[t] === eosId;
    const begins = t > 0 && (eosBegins ? isEos : window[t - 1] === eosId);
    if (begins) {
      segment += 1;
      position = 0;
    }
    out.tokens[row] = window[t]!;
    out.positions[row] = position++;
    out.segments[row] = segment;
    out.targets[row] = window[t + 1]!;
    if (isEos && !eosBegins) out.weights[row] = 0;
  }
}
