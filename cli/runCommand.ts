/**
 * `lab run`: an experiment from start to end, with progress, a table and, when asked for, files.
 */
import { type Experiment, parseExperiment } from '../src/lab/experiment.ts';
import { packModel } from '../src/lab/modelFolder.ts';
import { type RunCheckpoint, type Timing, buildRunDocument } from '../src/lab/runDocument.ts';
import { type RunEvent, runExperiment } from '../src/lab/runExperiment.ts';
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
  const judging = { materials: readEvalMaterials(), evalSize: options.evals };
  const signal = interruptSignal();
  const executor = await openCliDevice(options);
  process.stderr.write(`${model.summary.name} on ${executor.info.label}, seed ${experiment.seed}\n`);
  const checkpoints: RunCheckpoint[] = [];
  const stages: Timing['stages'] = [];
  const startedAt = performance.now();
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
          if (event.checkpoint.stage !== 'base') stages.push({ stage: event.checkpoint.stage, seconds: event.seconds });
          if (event.output.kind === 'policy') params = event.output.params;
          break;
        case 'stageStarted':
          progress?.stop();
          progress = null;
          break;
        case 'stage':
          progress = showStep(event, progress);
          break;
      }
    }
  } finally {
    progress?.stop();
    await executor.dispose();
  }
  const totalSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const timing: Timing = { device: executor.info.label, stages, totalSeconds };
  if (options.evals !== 'none') process.stdout.write(formatEvals(checkpoints));
  if (options.out !== undefined) writeJson(buildRunDocument(experiment, checkpoints, timing), options.out);
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

/** A bar for the work before the first step, another one for the steps. */
function showStep({ stage, step, stepMs }: Extract<RunEvent, { type: 'stage' }>, bar: Progress | null): Progress {
  if (step.type === 'preparing') {
    const shown = bar ?? startProgress(`${stage}: ${step.what}`, step.total);
    shown.update(step.done, '');
    if (step.done < step.total) return shown;
    shown.stop();
    return startProgress(`training ${stage}`, 1);
  }
  const shown = bar?.total === step.totalSteps ? bar : startProgress(`training ${stage}`, step.totalSteps);
  if (step.isLastPhase) shown.update(step.step, `${noteOf(step.metrics)} · ${stepMs.toFixed(0)} ms`);
  if (step.step === step.totalSteps && step.isLastPhase) shown.stop();
  return shown;
}

function noteOf(metrics: Readonly<Record<string, number>>): string {
  const shown = ['loss', 'eval/loss', 'eval/accuracy', 'objective/kl', 'policy/approxkl_avg', 'loss/value_avg'];
  const known = shown.flatMap((key) => (metrics[key] === undefined ? [] : `${key} ${metrics[key].toFixed(3)}`));
  return known.slice(0, 2).join(' · ');
}
