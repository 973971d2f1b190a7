/**
 * `lab run`: an experiment from start to end, with progress, a table and, when asked for, files.
 */
import { writeFileSync } from 'node:fs';
import { InvalidInputError } from '../src/errors.ts';
import type { Executor } from '../src/engine/runtime/executor.ts';
import { writeLinkFile } from '../src/lab/link/linkFile.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import { packModel } from '../src/lab/model/modelFolder.ts';
import { BASE, makesPolicy } from '../src/lab/pipeline.ts';
import { presetArms } from '../src/lab/document/presets.ts';
import {
  type RunCheckpoint,
  type RunDocument,
  type Timing,
  buildRunDocument,
} from '../src/lab/document/runDocument.ts';
import { runExperiment } from '../src/lab/run/runExperiment.ts';
import { type Arm, type ArmDifference, compareArms, describeDifference } from './armDifferences.ts';
import type { EvalSize } from './arguments.ts';
import { changeArms, type ExperimentChanges } from './changes.ts';
import { describeDryRun } from './dryRun.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { readExperiment } from './experimentFile.ts';
import { interruptSignal } from './interrupt.ts';
import { loadModelFolder, saveModelFolder } from './modelFiles.ts';
import { type DeviceOptions, describeCliDevice, openCliDevice } from './openCliDevice.ts';
import { checkWritable, formatEvals, writeJson } from './output.ts';
import { RunProgress } from './runProgress.ts';
import { SharedResults } from './sharedResults.ts';

export interface RunCommandOptions extends DeviceOptions, ExperimentChanges {
  readonly evals: EvalSize;
  readonly models?: string;
  readonly arms?: boolean;
  readonly out?: string;
  readonly save?: string;
  readonly share?: string;
  readonly dryRun?: boolean;
}

export async function runCommand(what: string, options: RunCommandOptions): Promise<void> {
  const runs = changeArms(options.arms ? presetArms(what).map(readExperiment) : [readExperiment(what)], options);
  const { threads } = runs[0]!.experiment;
  if (options.arms && options.share !== undefined) {
    throw new InvalidInputError('--share writes one run: leave out --arms, or run the arms one by one');
  }
  for (const file of [options.out, options.share]) if (file !== undefined) checkWritable(file);
  if (options.dryRun) {
    for (const run of runs) {
      loadModelFolder(run.experiment.model, options.models);
      process.stdout.write(describeDryRun(run, describeCliDevice(options, threads)));
    }
    return;
  }
  const signal = interruptSignal();
  const executor = await openCliDevice(options, threads);
  const done: Done[] = [];
  let differences: readonly ArmDifference[] = [];
  try {
    for (const run of runs) done.push(await runOne(run, executor, signal, options));
    if (options.arms) {
      const [treatment, ...controls] = done;
      const model = loadModelFolder(treatment!.experiment.model, options.models);
      differences = await compareArms(executor, model, [treatment!, ...controls]);
    }
  } finally {
    await executor.dispose();
  }
  for (const difference of differences) process.stdout.write(describeDifference(difference));
  if (options.out === undefined) return;
  const arms = Object.fromEntries(done.map(({ name, document }) => [name, document]));
  writeJson(options.arms ? { arms, differences } : done[0]!.document, options.out);
}

interface Done extends Arm {
  readonly document: RunDocument;
}

async function runOne(
  run: SharedRun,
  executor: Executor,
  signal: AbortSignal,
  options: RunCommandOptions,
): Promise<Done> {
  const { name, experiment } = run;
  const model = loadModelFolder(experiment.model, options.models);
  const head = options.arms ? `${name}: ` : '';
  process.stderr.write(`${head}${model.summary.name} on ${executor.info.label}, seed ${experiment.seed}\n`);
  const checkpoints: RunCheckpoint[] = [];
  const stages: Timing['stages'] = [];
  const startedAt = performance.now();
  const progress = new RunProgress(experiment);
  const results = new SharedResults(experiment, executor.info);
  let params = model.params;
  try {
    const materials = readEvalMaterials();
    const request = { experiment, model, executor, signal, materials, evalSize: options.evals };
    for await (const event of runExperiment(request)) {
      progress.show(event);
      if (event.type !== 'checkpoint') continue;
      checkpoints.push(event.checkpoint);
      await results.enter(event);
      if (event.checkpoint.stage !== BASE) stages.push({ stage: event.checkpoint.stage, seconds: event.seconds });
      if (event.output.kind === 'policy') params = event.output.params;
    }
  } finally {
    progress.stop();
  }
  const totalSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
  if (options.evals !== 'none') process.stdout.write(formatEvals(checkpoints));
  for (const verdict of results.verdicts(run.digest)) process.stdout.write(`${verdict}\n`);
  if (options.share !== undefined) {
    writeFileSync(options.share, writeLinkFile({ ...run, ...results.results() }));
  }
  if (options.save !== undefined) {
    const last = checkpoints.findLast(({ stage }) => makesPolicy(experiment, stage))!;
    const metadata = { stage: last.stage, checkpoint: last.id };
    const { config, tokenizerJson } = model;
    // float32, so that the folder's figures are this run's to the last digit.
    const folder = options.arms ? `${options.save}-${name}` : options.save;
    saveModelFolder(folder, packModel({ config, tokenizerJson, params, dtype: 'F32', metadata }));
  }
  const timing = { device: executor.info.label, stages, totalSeconds };
  return { name, experiment, params, document: buildRunDocument(experiment, checkpoints, timing) };
}
