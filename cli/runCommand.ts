/**
 * `lab run`: an experiment from start to end, with progress, a table and, when asked for, files.
 */
import { type Experiment, parseExperiment } from '../src/lab/experiment.ts';
import { packModel } from '../src/lab/modelFolder.ts';
import { type RunCheckpoint, buildRunDocument } from '../src/lab/runDocument.ts';
import { runExperiment } from '../src/lab/runExperiment.ts';
import { setPath } from '../src/lab/setPath.ts';
import type { EvalSize } from './arguments.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { readExperiment } from './experimentFile.ts';
import { interruptSignal } from './interrupt.ts';
import { loadModelFolder, saveModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { checkWritable, formatEvals, writeJson } from './output.ts';
import { type Progress, startProgress } from './progress.ts';

export interface RunCommandOptions extends DeviceOptions {
  readonly seed?: number;
  readonly set?: readonly string[];
  readonly evals: EvalSize;
  readonly models?: string;
  readonly out?: string;
  readonly save?: string;
}

export async function runCommand(what: string, options: RunCommandOptions): Promise<void> {
  const experiment = changed(readExperiment(what), options);
  if (options.out !== undefined) checkWritable(options.out);
  const model = loadModelFolder(experiment.model, options.models);
  const judging = options.evals === 'none' ? {} : { evalMaterials: readEvalMaterials(), evalSize: options.evals };
  const signal = interruptSignal();
  const executor = await openCliDevice(options);
  process.stderr.write(`${model.summary.name} on ${executor.info.label}, seed ${experiment.seed}\n`);
  const checkpoints: RunCheckpoint[] = [];
  let params = model.params;
  let progress: Progress | null = null;
  try {
    for await (const event of runExperiment({ experiment, model, executor, signal, ...judging })) {
      switch (event.type) {
        case 'evaluating':
          if (event.done === 1) progress = startProgress(`judging ${event.stage}`, event.total);
          progress?.update(event.done, event.what);
          break;
        case 'checkpoint':
          progress?.stop();
          checkpoints.push(event.checkpoint);
          params = event.params;
          break;
        case 'stageStarted':
          progress = startProgress(`training ${event.stage}`, event.totalSteps);
          break;
        case 'step':
          progress?.update(event.step.step, `${noteOf(event.step.metrics)} · ${event.stepMs.toFixed(0)} ms a step`);
          if (event.step.step === event.step.totalSteps) progress?.stop();
          break;
      }
    }
  } finally {
    progress?.stop();
    await executor.dispose();
  }
  if (options.evals !== 'none') process.stdout.write(formatEvals(checkpoints));
  if (options.out !== undefined) writeJson(buildRunDocument(experiment, checkpoints), options.out);
  if (options.save !== undefined) {
    const last = checkpoints.at(-1)!;
    const metadata = { stage: last.stage, checkpoint: last.id };
    const { config, tokenizerJson } = model;
    // float32, so that the folder's figures are this run's to the last digit.
    saveModelFolder(options.save, packModel({ config, tokenizerJson, params, dtype: 'F32', metadata }));
  }
}

function changed(experiment: Experiment, { seed, set = [] }: RunCommandOptions): Experiment {
  const seeded = seed === undefined ? experiment : parseExperiment({ ...experiment, seed });
  return set.reduce(setPath, seeded);
}

function noteOf(metrics: Readonly<Record<string, number>>): string {
  const loss = metrics['loss'] ?? metrics['eval/loss'];
  return loss === undefined ? '' : `loss ${loss.toFixed(3)}`;
}
