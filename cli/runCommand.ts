/**
 * `lab run`: an experiment from start to end, with progress, a table and, when asked for, files.
 */
import type { Executor } from '../src/engine/runtime/executor.ts';
import { type Experiment, parseExperiment } from '../src/lab/experiment.ts';
import { packModel } from '../src/lab/modelFolder.ts';
import { presetArms } from '../src/lab/presets.ts';
import { type RunCheckpoint, type RunDocument, type Timing, buildRunDocument } from '../src/lab/runDocument.ts';
import { runExperiment } from '../src/lab/runExperiment.ts';
import { setPath } from '../src/lab/setPath.ts';
import type { EvalSize } from './arguments.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { readExperiment } from './experimentFile.ts';
import { interruptSignal } from './interrupt.ts';
import { loadModelFolder, saveModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { checkWritable, formatEvals, writeJson } from './output.ts';
import { RunProgress } from './runProgress.ts';

export interface RunCommandOptions extends DeviceOptions {
  readonly seed?: number;
  readonly set?: readonly string[];
  readonly evals: EvalSize;
  readonly models?: string;
  readonly arms?: boolean;
  readonly out?: string;
  readonly save?: string;
}

export async function runCommand(what: string, options: RunCommandOptions): Promise<void> {
  const experiments = options.arms ? presetArms(what) : { run: readExperiment(what) };
  const chosen = Object.entries(experiments).map(([arm, experiment]) => [arm, changed(experiment, options)] as const);
  if (options.out !== undefined) checkWritable(options.out);
  const signal = interruptSignal();
  const executor = await openCliDevice(options, chosen[0]![1].threads);
  const documents: [arm: string, document: RunDocument][] = [];
  try {
    for (const [arm, experiment] of chosen) {
      documents.push([arm, await runOne(arm, experiment, executor, signal, options)]);
    }
  } finally {
    await executor.dispose();
  }
  if (options.out === undefined) return;
  const [first] = documents;
  writeJson(options.arms ? { arms: Object.fromEntries(documents) } : first![1], options.out);
}

async function runOne(
  arm: string,
  experiment: Experiment,
  executor: Executor,
  signal: AbortSignal,
  options: RunCommandOptions,
): Promise<RunDocument> {
  const model = loadModelFolder(experiment.model, options.models);
  const head = options.arms ? `${arm}: ` : '';
  process.stderr.write(`${head}${model.summary.name} on ${executor.info.label}, seed ${experiment.seed}\n`);
  const checkpoints: RunCheckpoint[] = [];
  const stages: Timing['stages'] = [];
  const startedAt = performance.now();
  const progress = new RunProgress();
  let params = model.params;
  try {
    const materials = readEvalMaterials();
    for await (const event of runExperiment({
      ...{ experiment, model, executor, signal, materials, evalSize: options.evals },
    })) {
      progress.show(event);
      if (event.type !== 'checkpoint') continue;
      checkpoints.push(event.checkpoint);
      if (event.checkpoint.stage !== 'base') stages.push({ stage: event.checkpoint.stage, seconds: event.seconds });
      if (event.output.kind === 'policy') params = event.output.params;
    }
  } finally {
    progress.stop();
  }
  const totalSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
  if (options.evals !== 'none') process.stdout.write(formatEvals(checkpoints));
  if (options.save !== undefined) {
    const last = checkpoints.at(-1)!;
    const metadata = { stage: last.stage, checkpoint: last.id };
    const { config, tokenizerJson } = model;
    // float32, so that the folder's figures are this run's to the last digit.
    const folder = options.arms ? `${options.save}-${arm}` : options.save;
    saveModelFolder(folder, packModel({ config, tokenizerJson, params, dtype: 'F32', metadata }));
  }
  return buildRunDocument(experiment, checkpoints, { device: executor.info.label, stages, totalSeconds });
}

function changed(experiment: Experiment, { seed, set = [] }: RunCommandOptions): Experiment {
  const seeded = seed === undefined ? experiment : parseExperiment({ ...experiment, seed });
  return set.reduce(setPath, seeded);
}
