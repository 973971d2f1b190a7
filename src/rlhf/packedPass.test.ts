import { expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { scalar } from '../engine/tensor/hostTensor.ts';
import { createPackedPass } from './packedPass.ts';

const PAD = 1;
const shape = { batch: 2, length: 6, slots: 8 };

/** Columns that need no model: the completion token itself, and the position in its document that it is predicted from. */
const openPass = () =>
  createPackedPass({
    executor: openInterpreter(),
    name: 'tokens',
    shape,
    padId: PAD,
    build(graph, { targets, positions, slotRows, batch, length, slots }) {
      const flat = ops.reshape(ops.cast(positions, 'f32'), [batch * length, 1]);
      return {
        token: ops.mul(ops.cast(targets, 'f32'), graph.input('factor', [])),
        position: ops.reshape(ops.gather(flat, slotRows), [slots, 1]),
      };
    },
  });

test('each sequence gets the columns of its own completion tokens, in the order asked for, over several batches', async () => {
  const pass = await openPass();
  // 4 + 3 + 5 + 2 inputs don't fit two rows of 6 next to each other: two batches
  const sequences = [
    { promptIds: [2, 3], completionIds: [4, 5, 0] },
    { promptIds: [2], completionIds: [6, 7, 0] },
    { promptIds: [2, 3, 4], completionIds: [8, 9, 0] },
    { promptIds: [5], completionIds: [10, 0] },
    { promptIds: [5, 5], completionIds: [11, 12, 13, 0] },
  ];
  const columns = await pass.run(sequences, { factor: scalar(10) });
  await pass.dispose();
  columns.forEach(({ token, position }, i) => {
    const { promptIds, completionIds } = sequences[i]!;
    expect(Array.from(token)).toEqual(completionIds.map((id) => 10 * id));
    // y_t is read at position P − 1 + t
    expect(Array.from(position)).toEqual(completionIds.map((_, t) => promptIds.length - 1 + t));
  });
});

test('a sequence longer than a row is refused', async () => {
  const pass = await openPass();
  const longest = { promptIds: [2, 3, 4], completionIds: [5, 6, 7, 0] };
  await expect(pass.run([longest], { factor: scalar(1) })).resolves.toHaveLength(1);
  const tooLong = { promptIds: [2, 3, 4], completionIds: [5, 6, 7, 8, 0] };
  await expect(pass.run([tooLong], { factor: scalar(1) })).rejects.toThrow(/don't fit a row of 6/);
});
