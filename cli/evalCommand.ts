/**
 * `lab eval`: every evaluation of one model folder, as JSON.
 */
import { AbortedError } from '../src/errors.ts';
import { evaluate } from '../src/lab/judge/evaluate.ts';
import type { Evals } from '../src/lab/document/evals.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { interruptSignal } from './interrupt.ts';
import { loadModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { writeJson } from './output.ts';
import { type Progress, startProgress } from './progress.ts';
import { checkWritable } from './writeFiles.ts';

export interface EvalCommandOptions extends DeviceOptions {
  readonly seed: number;
  readonly stage?: string;
  readonly out?: string;
}

export async function evalCommand(folder: string, { seed, stage, out, ...device }: EvalCommandOptions): Promise<void> {
  if (out !== undefined) checkWritable(out);
  const model = loadModelFolder(folder);
  const signal = interruptSignal();
  const executor = await openCliDevice(device);
  const evals: Evals = {};
  let progress: Progress | null = null;
  try {
    for await (const part of evaluate({
      executor,
      model,
      params: model.params,
      seed,
      materials: readEvalMaterials(),
    })) {
      progress ??= startProgress(`judging ${model.summary.name}`, part.total);
      progress.update(part.done, part.what);
      Object.assign(evals, part.evals);
      if (signal.aborted) throw new AbortedError('stopped; nothing was written');
    }
  } finally {
    progress?.stop();
    await executor.dispose();
  }
  writeJson({ model: model.summary.name, stage: stage ?? model.metadata['stage'] ?? 'base', seed, evals }, out);
}
