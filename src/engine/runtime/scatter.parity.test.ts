/** Rows that many threads add to: the same sums every time, none lost. ORT's ScatterND fails this (emit.ts, addRows). */
import { expect, it } from 'vitest';
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { interpret } from '../autodiff/interpret.ts';
import type { HostTensor } from '../tensor/hostTensor.ts';
import { openWasm } from './wasmNode.ts';

const [ROWS, WIDTH, COUNT] = [16, 128, 4096];
const RUNS = 60;

it('wasm with two threads adds rows to the same bits in every run', async () => {
  const graph = new Graph();
  const rows = ops.scatterAddRows(graph.input('i', [COUNT], 'i32'), graph.input('u', [COUNT, WIDTH]), ROWS);
  graph.output('sums', rows);
  const indices = Int32Array.from({ length: COUNT }, (_, k) => (k * 7) % 5);
  const updates = Float32Array.from({ length: COUNT * WIDTH }, (_, k) => ((k * 7919) % 1009) / 1009 - 0.5);
  const executor = await openWasm({ threads: 2 });
  try {
    const program = await executor.compile(graph, { name: 'scatter' });
    const feeds = {
      i: { dtype: 'i32', shape: [COUNT], data: indices },
      u: { dtype: 'f32', shape: [COUNT, WIDTH], data: updates },
    } as const;
    const runs: ArrayLike<number>[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { sums } = await program.run(feeds);
      runs.push((sums as HostTensor).data as Float32Array);
    }
    for (const run of runs) expect(run).toEqual(runs[0]);
    const expected = interpret(graph, {
      i: { shape: [COUNT], data: Float64Array.from(indices) },
      u: { shape: [COUNT, WIDTH], data: Float64Array.from(updates) },
    })['sums']!.data;
    const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - runs[0]![i]!)), 0);
    expect(worst).toBeLessThan(1e-3);
  } finally {
    await executor.dispose();
  }
});
