/**
 * Runs an experiment from its base model to its last stage: the core behind the command line and the tests. An async
 * generator, so that whoever pulls decides the pace, shows progress and may stop; weights come out with each checkpoint.
 * The page pulls the same stages step by step through trainer.ts.
 */
import { AbortedError, InvalidInputError } from '../../errors.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { Evals } from '../document/evals.ts';
import type { Experiment } from '../document/experiment.ts';
import { type RunCheckpoint, type RunEventEntry, collectMetrics } from '../document/runDocument.ts';
import { Completer } from '../draw/completions.ts';
import { toSamplePrompt } from '../draw/samplePrompt.ts';
import { type GoldReplies, type PolicyPart, evaluatePolicy, evaluateRewardModel } from '../judge/checkpointEvals.ts';
import { createCheckTools } from '../judge/checkTools.ts';
import type { EvalMaterials, EvaluatedPart } from '../judge/evaluate.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import {
  BASE,
  inputsOf,
  judgeOf,
  parentIdsOf,
  type PolicyId,
  referenceOf,
  stageNodeId,
  whatLacks,
} from '../pipeline.ts';
import type { AnyStep, StageId } from '../stages/kinds.ts';
import { openStage } from '../stages/openStage.ts';
import type { StageOutput } from '../stages/stageRun.ts';
import { baseCheckpointId } from './checkpointId.ts';
import type { KeptStage, StageKeeper } from './keptStage.ts';

export interface RunExperimentOptions {
  readonly experiment: Experiment;
  readonly model: LoadedModel;
  readonly executor: Executor;
  /** The spelling oracle and held-out text; labelers and gold need the first, evals both. */
  readonly materials: EvalMaterials;
  /** Stops between two steps or evaluations with an AbortedError. */
  readonly signal?: AbortSignal;
  /** Default `full`. */
  readonly evalSize?: 'full' | 'quick' | 'none';
  /** What it finds isn't trained again; what is trained, it keeps. */
  readonly keeper?: StageKeeper | null;
}

export type RunEvent =
  | { readonly type: 'stageStarted'; readonly stage: StageId; readonly totalSteps: number }
  | { readonly type: 'stage'; readonly stage: StageId; readonly step: AnyStep; readonly stepMs: number }
  /** `what` is in plain words; done of total parts. */
  | {
      readonly type: 'evaluating';
      readonly stage: PolicyId;
      readonly what: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'checkpoint';
      readonly checkpoint: RunCheckpoint;
      readonly output: StageOutput;
      /** Wall time of the stage, without its evals. */
      readonly seconds: number;
    };

/** What a stage, or the shipped model, has left. */
interface Trained {
  readonly nodeId: string;
  readonly output: StageOutput;
  /** What a policy wrote when it was judged: later ones are compared with the very same replies. */
  replies: GoldReplies | null;
}

/** @throws AbortedError when stopped, NonFiniteError, DeviceError, OutOfMemoryError, InvalidInputError */
export async function* runExperiment(options: RunExperimentOptions): AsyncGenerator<RunEvent, void, void> {
  const { experiment, model } = options;
  for (const { id } of experiment.stages) {
    const lack = whatLacks(experiment, id);
    if (lack !== null) throw new InvalidInputError(lack);
  }
  const run = new ExperimentRun(options);
  try {
    const baseId = await baseCheckpointId(model.config, model.params);
    run.trained.set(BASE, { nodeId: baseId, output: { kind: 'policy', params: model.params }, replies: null });
    yield* run.close(BASE, { metrics: {}, evals: {} }, 0);
    for (const { id } of experiment.stages) {
      yield* run.complete(id);
    }
  } finally {
    await run.dispose();
  }
}

class ExperimentRun {
  readonly trained = new Map<PolicyId, Trained>();
  readonly #options: RunExperimentOptions;
  readonly #tools: CheckTools;
  readonly #completer: Completer;

  constructor(options: RunExperimentOptions) {
    const { executor, model, materials } = options;
    this.#options = options;
    this.#tools = createCheckTools(materials.dictionary);
    this.#completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer, maxBatch: 16 });
  }

  /** Trains a stage, unless it is kept, and judges it. */
  async *complete(id: StageId): AsyncGenerator<RunEvent, void, void> {
    const { experiment, keeper } = this.#options;
    const parentIds = parentIdsOf(inputsOf(experiment, id), (input) => this.trained.get(input)!.nodeId);
    const nodeId = await stageNodeId(experiment, id, parentIds);
    let finished = keeper?.find(nodeId) ?? null;
    if (!finished) {
      finished = yield* this.#train(id);
      await keeper?.keep(nodeId, finished);
    }
    const { output, course, seconds } = finished;
    this.trained.set(id, { nodeId, output, replies: null });
    yield* this.close(id, course, seconds);
  }

  async *#train(id: StageId): AsyncGenerator<RunEvent, KeptStage, void> {
    const { experiment, model, executor } = this.#options;
    this.#checkNotStopped();
    const startedAt = performance.now();
    const ids = inputsOf(experiment, id);
    const inputs = {
      policies: ids.policies.map((input) => this.#policy(input)),
      rewardModel: this.#rewardModel(ids.rewardModel),
    };
    const stage = await openStage({ executor, model, experiment, id, inputs, tools: this.#tools, resume: null });
    const steps: VisibleStep[] = [];
    let output: StageOutput | null;
    let evals: Evals;
    try {
      yield { type: 'stageStarted', stage: id, totalSteps: stage.totalSteps };
      let before = performance.now();
      for await (const step of stage.steps()) {
        // What is looked at is kept by whoever looks; the document holds numbers.
        if (step.type === 'step') steps.push({ step: step.step, metrics: step.metrics, changes: step.changes ?? {} });
        yield { type: 'stage', stage: id, step, stepMs: performance.now() - before };
        this.#checkNotStopped();
        before = performance.now();
      }
      output = await stage.output();
      evals = stage.evals();
    } finally {
      await stage.dispose();
    }
    if (!output) throw new TypeError(`stage ${id} ended without a result`);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const events = changeEvents(steps);
    const course = { metrics: collectMetrics(steps), evals, ...(events.length > 0 ? { events } : {}) };
    return { stage: id, output, course, seconds, device: executor.info.label };
  }

  /** Evals and display completions of what a stage trained. */
  async *close(id: PolicyId, course: KeptStage['course'], seconds: number): AsyncGenerator<RunEvent, void, void> {
    const { experiment, model } = this.#options;
    const trained = this.trained.get(id)!;
    const { output, nodeId } = trained;
    const evals: Evals = { ...course.evals };
    for await (const part of this.#judge(id, trained)) {
      if (isPolicyPart(part)) trained.replies = part.goldReplies;
      Object.assign(evals, part.evals);
      yield { type: 'evaluating', stage: id, what: part.what, done: part.done, total: part.total };
      this.#checkNotStopped();
    }
    const prompts = output.kind === 'policy' ? experiment.displayPrompts.map(toSamplePrompt) : [];
    const sampling = { ...experiment.sampling, seed: experiment.seed };
    const params = output.kind === 'policy' ? output.params : model.params;
    const drawn = prompts.length > 0 ? await this.#completer.complete(params, prompts, sampling) : [];
    this.#checkNotStopped();
    const completions = drawn.map(({ prompt, family, text, logprob }) => ({ prompt, family, text, logprob }));
    yield { type: 'checkpoint', output, seconds, checkpoint: { ...course, id: nodeId, stage: id, evals, completions } };
  }

  #judge(id: PolicyId, { output }: Trained): AsyncGenerator<EvaluatedPart, void, void> {
    const { experiment, model, executor, materials, evalSize: size = 'full' } = this.#options;
    if (size === 'none') return nothing();
    const { spec, seed } = experiment;
    const shared = { executor, model, tools: this.#tools, spec, seed, size };
    if (output.kind !== 'policy') {
      const [policy] = inputsOf(experiment, id).policies;
      return evaluateRewardModel({ ...shared, policy: this.#policy(policy!), rewardModel: output.model });
    }
    const reference = referenceOf(experiment, id);
    const known = reference === BASE ? null : this.trained.get(reference)!;
    return evaluatePolicy({
      ...shared,
      params: output.params,
      // The base model answers otherwise: nothing is measured against it.
      reference: known && this.#policy(reference),
      rewardModel: this.#rewardModel(judgeOf(experiment, id)),
      materials,
      isPaired: id !== BASE,
      ...(known?.replies ? { referenceReplies: known.replies } : {}),
    });
  }

  #policy(id: PolicyId): Float32Array {
    const output = this.trained.get(id)?.output;
    if (output?.kind !== 'policy') throw new TypeError(`${id} has trained no policy`);
    return output.params;
  }

  #rewardModel(id: StageId | null) {
    const output = id === null ? null : this.trained.get(id)?.output;
    return output && output.kind !== 'policy' ? output.model : null;
  }

  #checkNotStopped(): void {
    if (this.#options.signal?.aborted) throw new AbortedError('the run was stopped');
  }

  dispose(): Promise<void> {
    return this.#completer.dispose();
  }
}

function isPolicyPart(part: EvaluatedPart): part is PolicyPart {
  return 'goldReplies' in part;
}

async function* nothing(): AsyncGenerator<never, void, void> {
  // No evaluation was asked for.
}

interface VisibleStep {
  readonly step: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly changes: Readonly<Record<string, number>>;
}

/** Sliders that were moved while the stage ran. */
function changeEvents(steps: readonly VisibleStep[]): RunEventEntry[] {
  return steps.flatMap(({ step, changes }) =>
    Object.entries(changes).map(([key, value]) => ({ step, key, value: Number(value) })),
  );
}
