/** One experiment from start to end, with progress on stderr: what `lab run` makes its outputs of. */
import type { Executor } from '../src/engine/runtime/executor.ts';
import type { Experiment } from '../src/lab/document/experiment.ts';
import {
  type RunCheckpoint,
  type RunDocument,
  type Timing,
  buildRunDocument,
} from '../src/lab/document/runDocument.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import type { LoadedModel } from '../src/lab/model/modelFolder.ts';
import { BASE } from '../src/lab/pipeline.ts';
import type { StageKeeper } from '../src/lab/run/keptStage.ts';
import { runExperiment } from '../src/lab/run/runExperiment.ts';
import type { EvalSize } from './arguments.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { RunProgress } from './runProgress.ts';
import { SharedResults } from './sharedResults.ts';

export interface TrainRunRequest {
  readonly run: SharedRun;
  readonly model: LoadedModel;
  readonly executor: Executor;
  /** Stops between two steps or evaluations. */
  readonly signal: AbortSignal;
  readonly evals: EvalSize;
  /** Null = what is finished is not kept. */
  readonly keeper: StageKeeper | null;
}

export interface TrainedRun {
  readonly name: string;
  readonly experiment: Experiment;
  readonly model: LoadedModel;
  /** Of the last policy: flat, in ParamLayout order. */
  readonly params: Float32Array;
  readonly lastPolicy: RunCheckpoint;
  readonly document: RunDocument;
  /** To be shared: the experiment with its curves and digests. */
  readonly shared: SharedRun;
  /** One sentence for each stage of which the link tells what it came to. */
  readonly verdicts: readonly string[];
}

/** @throws AbortedError when stopped, NonFiniteError, DeviceError, OutOfMemoryError, InvalidInputError */
export async function trainRun({ run, model, executor, signal, evals, keeper }: TrainRunRequest): Promise<TrainedRun> {
  const { name, experiment } = run;
  const checkpoints: RunCheckpoint[] = [];
  const stages: Timing['stages'] = [];
  /** Of stages that an interrupted run had finished. */
  let keptSeconds = 0;
  const startedAt = performance.now();
  const progress = new RunProgress(experiment);
  const results = new SharedResults(experiment, executor.info);
  let last: { readonly policy: RunCheckpoint; readonly params: Float32Array } | null = null;
  try {
    const materials = readEvalMaterials();
    const request = { experiment, model, executor, signal, materials, evalSize: evals, keeper };
    for await (const event of runExperiment(request)) {
      progress.show(event);
      if (event.type !== 'checkpoint') continue;
      checkpoints.push(event.checkpoint);
      await results.enter(event);
      if (event.checkpoint.stage !== BASE) stages.push({ stage: event.checkpoint.stage, seconds: event.seconds });
      if (keeper?.find(event.checkpoint.id)) keptSeconds += event.seconds;
      if (event.output.kind === 'policy') last = { policy: event.checkpoint, params: event.output.params };
    }
  } finally {
    progress.stop();
  }
  const totalSeconds = Math.round((performance.now() - startedAt) / 100 + 10 * keptSeconds) / 10;
  const timing = { device: executor.info.label, stages, totalSeconds };
  return {
    name,
    experiment,
    model,
    // The base model is the first.
    params: last!.params,
    lastPolicy: last!.policy,
    document: buildRunDocument(experiment, checkpoints, timing),
    shared: { ...run, ...results.results() },
    verdicts: results.verdicts(run.digest),
  };
}
