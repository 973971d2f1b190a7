/** The float64 interpreter with a memory of its own, which counts what is open: for tests that all is given back. */
import type { DeviceTensor, Executor } from '../engine/runtime/executor.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';

export interface CountingExecutor extends Executor {
  /** Names of the programs that are compiled and not disposed of. */
  programs(): readonly string[];
  /** Device tensors uploaded and not released. */
  tensors(): number;
}

export function openCounting(): CountingExecutor {
  const inner = openInterpreter();
  const programs = new Set<{ readonly name: string }>();
  const tensors = new Set<DeviceTensor>();
  return {
    ...inner,
    memory: 'device',
    async compile(graph, options) {
      const program = await inner.compile(graph, options);
      const entry = { name: options.name };
      programs.add(entry);
      return {
        run: (feeds) => program.run(feeds),
        dispose: () => {
          programs.delete(entry);
          return program.dispose();
        },
      };
    },
    async upload(value) {
      const tensor = await inner.upload(value);
      tensors.add(tensor);
      return tensor;
    },
    release(tensor) {
      tensors.delete(tensor);
      inner.release(tensor);
    },
    programs: () => Array.from(programs, ({ name }) => name),
    tensors: () => tensors.size,
  };
}
