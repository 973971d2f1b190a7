/**
 * The float64 interpreter behind the Executor interface: what parity tests compare devices with, and what recipe tests
 * run on. Host memory, float64 all the way, slow.
 */
import type { Graph } from '../engine/autodiff/graph.ts';
import { type Array64, interpret } from '../engine/autodiff/interpret.ts';
import type { DeviceTensor, Executor, Feeds, Value } from '../engine/runtime/executor.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';

interface Kept extends DeviceTensor {
  readonly value: HostTensor;
}

const hostOf = (value: Value): HostTensor => ('onDevice' in value ? (value as Kept).value : value);

const keep = (value: HostTensor): Kept => ({ onDevice: true, dtype: value.dtype, shape: value.shape, value });

/** Any host tensor as float64 numbers. */
export function toArray64({ shape, data }: HostTensor): Array64 {
  return { shape, data: Float64Array.from(data, Number) };
}

function runOn(graph: Graph, feeds: Feeds): Record<string, HostTensor> {
  const inputs = Object.fromEntries(Object.entries(feeds).map(([name, value]) => [name, toArray64(hostOf(value))]));
  return Object.fromEntries(
    Object.entries(interpret(graph, inputs)).map(([name, { shape, data }]) => {
      const { dtype } = graph.node(graph.outputs.get(name)!);
      return [name, { dtype, shape, data: dtype === 'i64' ? BigInt64Array.from(data, BigInt) : data }];
    }),
  );
}

export function openInterpreter(): Executor {
  return {
    info: { kind: 'interpreter', label: 'interpreter (float64)', threads: 1 },
    memory: 'host',
    compile: (graph, { keepOnDevice = [] }) =>
      Promise.resolve({
        run: async (feeds) =>
          Object.fromEntries(
            Object.entries(runOn(graph, feeds)).map(([name, value]) => [
              name,
              keepOnDevice.includes(name) ? keep(value) : value,
            ]),
          ),
        dispose: () => Promise.resolve(),
      }),
    upload: (value) => Promise.resolve(keep({ ...value, data: value.data.slice() })),
    write: async (target, value) => hostOf(target).data.set(hostOf(value).data as never),
    read: (tensor) => Promise.resolve({ ...hostOf(tensor), data: hostOf(tensor).data.slice() }),
    release: () => undefined,
    dispose: () => Promise.resolve(),
  };
}
