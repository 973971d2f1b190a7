/** Trains the stages of an experiment natively and keeps what each made, so that a report may be interrupted. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import type { Executor } from '../../src/engine/runtime/executor.ts';
import type { Experiment } from '../../src/lab/document/experiment.ts';
import type { LoadedModel } from '../../src/lab/model/modelFolder.ts';
import { openStage } from '../../src/lab/stages/openStage.ts';
import type { StageOutput } from '../../src/lab/stages/stageRun.ts';
import type { CheckTools } from '../../src/world/spec/types.ts';

export interface TrainedStage {
  readonly id: string;
  readonly output: StageOutput;
  /** By metric, one value a step that reports it. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  readonly seconds: number;
}

export interface TrainOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly experiment: Experiment;
  readonly tools: CheckTools;
  /** Outputs are kept here, named by everything before them. */
  readonly folder: string;
}

/** @returns the stages in order, trained or as they were kept */
export async function trainStages(options: TrainOptions): Promise<readonly TrainedStage[]> {
  const { model, experiment, folder } = options;
  mkdirSync(folder, { recursive: true });
  const trained: TrainedStage[] = [];
  for (const { id } of experiment.stages) {
    const soFar = experiment.stages.slice(0, trained.length + 1);
    const key = createHash('sha256')
      .update(new Uint8Array(model.params.buffer))
      .update(JSON.stringify([experiment.seed, experiment.spec, soFar]));
    const file = join(folder, `${key.digest('hex').slice(0, 24)}.v8`);
    if (existsSync(file)) trained.push(v8.deserialize(readFileSync(file)) as TrainedStage);
    else {
      const stage = await trainOne(options, id, trained);
      writeFileSync(`${file}.part`, v8.serialize(stage));
      renameSync(`${file}.part`, file);
      trained.push(stage);
    }
  }
  return trained;
}

async function trainOne(
  { executor, model, experiment, tools }: TrainOptions,
  id: string,
  before: readonly TrainedStage[],
): Promise<TrainedStage> {
  const started = performance.now();
  const inputs = { policies: [policyOf(model, before)], rewardModel: rewardModelOf(before) };
  const run = await openStage({ executor, model, experiment, id, tools, inputs, resume: null });
  const curves: Record<string, number[]> = {};
  try {
    for await (const step of run.steps()) {
      if (step.type !== 'step') continue;
      for (const [name, value] of Object.entries(step.metrics)) (curves[name] ??= []).push(value);
    }
    const output = await run.output();
    if (!output) throw new Error(`${id} ended before it had made anything`);
    return { id, output, curves, seconds: (performance.now() - started) / 1000 };
  } finally {
    await run.dispose();
  }
}

/** The newest policy, the base model where there is none. */
export function policyOf(model: LoadedModel, stages: readonly TrainedStage[]): Float32Array {
  const params = stages.flatMap(({ output }) => (output.kind === 'policy' ? [output.params] : []));
  return params.at(-1) ?? model.params;
}

export function rewardModelOf(stages: readonly TrainedStage[]) {
  return stages.flatMap(({ output }) => (output.kind === 'rewardModel' ? [output.model] : [])).at(-1) ?? null;
}
