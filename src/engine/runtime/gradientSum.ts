/**
 * Gradients of the parts of one batch, added: on the host by a loop, on a device by a program of one node. A batch that fits
 * one run never comes here.
 */
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { f32 } from '../tensor/hostTensor.ts';
import type { DeviceTensor, Executor, Program, Value } from './executor.ts';

/** @param total @param more one array a parameter · @returns new arrays: two outputs of a run may share one */
export function addOnHost(total: readonly Float32Array[], more: readonly Float32Array[]): Float32Array[] {
  return total.map((sum, k) => {
    const added = sum.slice();
    const part = more[k]!;
    for (let i = 0; i < added.length; i++) added[i]! += part[i]!;
    return added;
  });
}

/** Adds flat gradients (size) that lie on the device. Its program is compiled when the first two are to be added. */
export class DeviceGradientSum {
  readonly #executor: Executor;
  readonly #size: number;
  #program: Program | undefined;
  #total: DeviceTensor | undefined;

  constructor(executor: Executor, size: number) {
    this.#executor = executor;
    this.#size = size;
  }

  /**
   * @param gradient an output of another program, copied here before that runs again
   * @param isFirst starts a new sum
   * @returns the sum so far: as an output is, valid until the next call here
   */
  async add(gradient: Value, isFirst: boolean): Promise<Value> {
    this.#program ??= await this.#compile();
    this.#total ??= await this.#executor.upload(f32(new Float32Array(this.#size)));
    const sum = isFirst ? gradient : (await this.#program.run({ total: this.#total, gradient }))['sum']!;
    await this.#executor.write(this.#total, sum);
    return sum;
  }

  async dispose(): Promise<void> {
    if (this.#total) this.#executor.release(this.#total);
    await this.#program?.dispose();
  }

  #compile(): Promise<Program> {
    const graph = new Graph();
    graph.output('sum', ops.add(graph.input('total', [this.#size]), graph.input('gradient', [this.#size])));
    return this.#executor.compile(graph, { name: 'gradient_sum', keepOnDevice: ['sum'] });
  }
}
