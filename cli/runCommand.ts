/**
 * `lab run`: an experiment from start to end, with progress, a table and, when asked for, files.
 */
import path from 'node:path';
import { AbortedError, InvalidInputError } from '../src/errors.ts';
import { presetArms } from '../src/lab/document/presets.ts';
import { writeLinkFile } from '../src/lab/link/linkFile.ts';
import { packModel } from '../src/lab/model/modelFolder.ts';
import { type ArmDifference, compareArms, describeDifference } from './armDifferences.ts';
import type { EvalSize } from './arguments.ts';
import { changeArms, type ExperimentChanges } from './changes.ts';
import { describeDryRun } from './dryRun.ts';
import { readExperiment } from './experimentFile.ts';
import { interruptSignal } from './interrupt.ts';
import { loadModelFolder, saveModelFolder } from './modelFiles.ts';
import { type DeviceOptions, describeCliDevice, openCliDevice } from './openCliDevice.ts';
import { formatEvals, writeJson } from './output.ts';
import { checkOutputs, OutputWriter, type RunOutputOptions, saveFolder } from './runOutputs.ts';
import { StageFolder } from './stageFolder.ts';
import { type TrainedRun, trainRun } from './trainRun.ts';
import { writeFile } from './writeFiles.ts';

export interface RunCommandOptions extends DeviceOptions, ExperimentChanges, RunOutputOptions {
  readonly evals: EvalSize;
  readonly models?: string;
  readonly dryRun?: boolean;
  /** As --out, and goes on from the stages that are kept beside it. */
  readonly resume?: string;
}

export async function runCommand(what: string, given: RunCommandOptions): Promise<void> {
  const options = { ...given, ...outputFile(given) };
  const { out, share, evals } = options;
  const shared = changeArms(options.arms ? presetArms(what).map(readExperiment) : [readExperiment(what)], options);
  const { threads } = shared[0]!.experiment;
  if (options.arms && share !== undefined) {
    throw new InvalidInputError('--share writes one run: leave out --arms, or run the arms one by one');
  }
  const names = shared.map(({ name }) => name);
  checkOutputs(options, names);
  const runs = shared.map((run) => ({ run, model: loadModelFolder(run.experiment.model, options.models) }));
  const device = describeCliDevice(options, threads);
  const isResumed = options.resume !== undefined;
  const kept = out === undefined ? null : await StageFolder.open({ out, isResumed, runs, device });
  if (kept && isResumed) process.stderr.write(`going on from ${kept.stages.join(', ')}\n`);
  if (options.dryRun) {
    for (const { run } of runs) process.stdout.write(describeDryRun(run, device));
    return;
  }
  const signal = interruptSignal();
  const executor = await openCliDevice(options, threads);
  const outputs = new OutputWriter();
  const trained: TrainedRun[] = [];
  let differences: readonly ArmDifference[] = [];
  try {
    for (const { run, model } of runs) {
      const head = options.arms ? `${run.name}: ` : '';
      process.stderr.write(`${head}${model.summary.name} on ${executor.info.label}, seed ${run.experiment.seed}\n`);
      const arm = await trainRun({ run, model, executor, signal, evals, keeper: kept });
      trained.push(arm);
      // An arm's folder needn't wait for the other arms.
      if (options.arms) outputs.write(() => savePolicy(arm, options));
    }
    if (options.arms) {
      const [treatment, ...controls] = trained;
      differences = await compareArms(executor, treatment!.model, [treatment!, ...controls]);
    }
  } catch (error) {
    if (error instanceof AbortedError) throw new AbortedError(`the run was stopped; ${whatIsKept(kept, out)}`);
    if (kept?.advice) process.stderr.write(`${kept.advice}\n`);
    throw error;
  } finally {
    await executor.dispose();
  }
  const first = trained[0]!;
  const arms = Object.fromEntries(trained.map(({ name, document }) => [name, document]));
  if (out !== undefined) {
    outputs.write(() => writeJson(options.arms ? { arms, differences } : first.document, out));
  }
  if (share !== undefined) outputs.write(() => writeFile(share, writeLinkFile(first.shared)));
  if (!options.arms) outputs.write(() => savePolicy(first, options));
  for (const run of trained) printRun(run, options);
  for (const difference of differences) process.stdout.write(describeDifference(difference));
  // What could not be written can be made again from them.
  if (!outputs.hasFailed) kept?.remove();
  outputs.finish(kept?.advice ?? null);
}

/** Where the run document goes. @throws InvalidInputError when --out and --resume disagree */
function outputFile({ out, resume }: RunCommandOptions): { readonly out?: string } {
  const file = resume ?? out;
  if (file !== undefined && out !== undefined && path.resolve(file) !== path.resolve(out)) {
    throw new InvalidInputError(`--resume ${file} writes ${file}: leave out --out, or name the same file`);
  }
  return file === undefined ? {} : { out: file };
}

function whatIsKept(kept: StageFolder | null, out: string | undefined): string {
  if (out === undefined) return 'nothing is kept: no --out was asked for';
  return kept?.advice ?? 'nothing is kept: no stage was finished';
}

function savePolicy({ name, model, params, lastPolicy }: TrainedRun, options: RunOutputOptions): void {
  const folder = saveFolder(options, name);
  if (folder === null) return;
  const { config, tokenizerJson } = model;
  const metadata = { stage: lastPolicy.stage, checkpoint: lastPolicy.id };
  // float32, so that the folder's figures are this run's to the last digit.
  saveModelFolder(folder, packModel({ config, tokenizerJson, params, dtype: 'F32', metadata }));
}

function printRun({ document, verdicts }: TrainedRun, { evals }: RunCommandOptions): void {
  if (evals !== 'none') process.stdout.write(formatEvals(document.checkpoints));
  for (const verdict of verdicts) process.stdout.write(`${verdict}\n`);
}
