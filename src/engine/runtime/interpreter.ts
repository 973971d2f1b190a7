/**
 * The float64 interpreter as an executor: recipes and decoding in unit tests, and the reference of parity tests. Slow.
 */
import { type Array64, interpret } from '../autodiff/interpret.ts';
import type { HostTensor } from '../tensor/hostTensor.ts';
import type { DeviceTensor, Executor, Value } from './executor.ts';

interface InterpretedTensor extends DeviceTensor {
  value: Array64;
}

export function openInterpreter(): Executor {
  const arrayOf = (value: Value): Array64 =>
    'onDevice' in value
      ? (value as InterpretedTensor).value
      : { shape: value.shape, data: Float64Array.from(value.data, Number) };
  return {
    info: { kind: 'interpreter', label: 'float64 interpreter', threads: 1 },
    memory: 'host',
    compile: (graph, { keepOnDevice = [] }) =>
      Promise.resolve({
        run(feeds) {
          const arrays = Object.fromEntries(Object.entries(feeds).map(([name, value]) => [name, arrayOf(value)]));
          const outputs = Object.entries(interpret(graph, arrays)).map(([name, value]): [string, Value] => {
            const dtype = graph.node(graph.outputs.get(name)!).dtype;
            return keepOnDevice.includes(name)
              ? [name, { onDevice: true, dtype, shape: value.shape, value } as InterpretedTensor]
              : [name, { dtype, ...value }];
          });
          return Promise.resolve(Object.fromEntries(outputs));
        },
        dispose: () => Promise.resolve(),
      }),
    upload: (value) =>
      Promise.resolve({
        onDevice: true,
        dtype: value.dtype,
        shape: value.shape,
        value: arrayOf(value),
      } as InterpretedTensor),
    write(target, value) {
      const { shape, data } = arrayOf(value);
      (target as InterpretedTensor).value = { shape, data: data.slice() };
      return Promise.resolve();
    },
    read: (tensor) => {
      const { shape, data } = arrayOf(tensor);
      return Promise.resolve({ dtype: tensor.dtype, shape, data: data.slice() } satisfies HostTensor);
    },
    release: () => undefined,
    dispose: () => Promise.resolve(),
  };
}
