/**
 * Runs an experiment from its base model to its last stage: the core behind the command line and the tests. An async
 * generator, so that whoever pulls decides the pace, shows progress and may stop; weights come out with each checkpoint.
 * The page pulls the same recipe step by step through trainer.ts.
 */
import { AbortedError } from '../errors.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import type { RecipeStep } from '../rlhf/recipe.ts';
import { baseCheckpointId, checkpointId } from './checkpointId.ts';
import { Completer } from './completions.ts';
import { type EvalMaterials, evaluate } from './evaluate.ts';
import { type Experiment, type Stage, sftSettings } from './experiment.ts';
import type { LoadedModel } from './modelFolder.ts';
import { type Evals, type RunCheckpoint, collectMetrics } from './runDocument.ts';
import { toSamplePrompt } from './samplePrompt.ts';
import { createSftStage, hashSftData } from './sftStage.ts';

export interface RunExperimentOptions {
  readonly experiment: Experiment;
  readonly model: LoadedModel;
  readonly executor: Executor;
  /** Stops between two steps or evaluations with an AbortedError. */
  readonly signal?: AbortSignal;
  /** Without them checkpoints carry no evals. */
  readonly evalMaterials?: EvalMaterials;
  /** Default `full`. */
  readonly evalSize?: 'full' | 'quick';
}

export type RunEvent =
  | {
      readonly type: 'stageStarted';
      readonly stage: Stage['kind'];
      readonly index: number;
      readonly totalSteps: number;
    }
  | { readonly type: 'step'; readonly stage: Stage['kind']; readonly step: RecipeStep; readonly stepMs: number }
  /** `what` is in plain words; done of total parts. */
  | {
      readonly type: 'evaluating';
      readonly stage: string;
      readonly what: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'checkpoint'; readonly checkpoint: RunCheckpoint; readonly params: Float32Array };

/** @throws AbortedError when stopped, NonFiniteError, DeviceError, OutOfMemoryError, InvalidInputError */
export async function* runExperiment(options: RunExperimentOptions): AsyncGenerator<RunEvent, void, void> {
  const { experiment, model, executor, signal } = options;
  const completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer, maxBatch: 16 });
  try {
    let parent = await baseCheckpointId(model.config, model.params);
    let params = model.params;
    yield* judge(options, completer, params, { id: parent, stage: 'base', metrics: {} });
    for (const [index, stage] of experiment.stages.entries()) {
      checkNotStopped(signal);
      const settings = sftSettings(stage);
      const { run, data } = await createSftStage({ executor, model, params, settings, seed: experiment.seed });
      const steps: RecipeStep[] = [];
      try {
        yield { type: 'stageStarted', stage: stage.kind, index, totalSteps: settings.steps };
        let before = performance.now();
        for await (const step of run.steps()) {
          steps.push(step);
          yield { type: 'step', stage: stage.kind, step, stepMs: performance.now() - before };
          checkNotStopped(signal);
          before = performance.now();
        }
        params = await run.params();
      } finally {
        await run.dispose();
      }
      const dataHash = await hashSftData(data);
      parent = await checkpointId({
        parentIds: [parent],
        stage: stage.kind,
        settings,
        seed: experiment.seed,
        dataHash,
      });
      yield* judge(options, completer, params, { id: parent, stage: stage.kind, metrics: collectMetrics(steps) });
    }
  } finally {
    await completer.dispose();
  }
}

/** Evals and display completions of one set of weights. */
async function* judge(
  { experiment, model, executor, signal, evalMaterials: materials, evalSize: size = 'full' }: RunExperimentOptions,
  completer: Completer,
  params: Float32Array,
  origin: Pick<RunCheckpoint, 'id' | 'stage' | 'metrics'>,
): AsyncGenerator<RunEvent, void, void> {
  const evals: Evals = {};
  if (materials) {
    for await (const part of evaluate({ executor, model, params, seed: experiment.seed, materials, size })) {
      Object.assign(evals, part.evals);
      yield { type: 'evaluating', stage: origin.stage, what: part.what, done: part.done, total: part.total };
      checkNotStopped(signal);
    }
  }
  const prompts = experiment.displayPrompts.map(toSamplePrompt);
  const completions = await completer.complete(params, prompts, { ...experiment.sampling, seed: experiment.seed });
  checkNotStopped(signal);
  yield {
    type: 'checkpoint',
    params,
    checkpoint: {
      ...origin,
      evals,
      completions: completions.map(({ prompt, family, text, logprob }) => ({ prompt, family, text, logprob })),
    },
  };
}

function checkNotStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError('the run was stopped');
}
