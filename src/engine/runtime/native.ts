/**
 * Native ONNX Runtime in Node (onnxruntime-node, CPU provider): the CLI, pre-training and tests. Never in the page.
 */
import * as ort from 'onnxruntime-node';
import type { Executor } from './executor.ts';
import { hostExecutor } from './ortHost.ts';

/** @param threads intra-op threads (default 2) */
export function openNative({ threads = 2 }: { readonly threads?: number } = {}): Promise<Executor> {
  const info = {
    kind: 'native',
    label: `CPU (native, ${threads} thread${threads === 1 ? '' : 's'})`,
    threads,
  } as const;
  return Promise.resolve(
    hostExecutor(ort, info, {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    }),
  );
}
