/**
 * Runs an experiment from its base model to its last stage: the core behind the command line and the tests. An async
 * generator, so that whoever pulls decides the pace, shows progress and may stop; weights come out with each checkpoint.
 * The page pulls the same stages step by step through trainer.ts.
 */
import { AbortedError } from '../../errors.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import { createCheckTools } from '../judge/checkTools.ts';
import { baseCheckpointId } from './checkpointId.ts';
import { Completer } from '../draw/completions.ts';
import { type GoldReplies, type PolicyPart, evaluatePolicy, evaluateRewardModel } from '../judge/checkpointEvals.ts';
import type { EvalMaterials, EvaluatedPart } from '../judge/evaluate.ts';
import type { Experiment } from '../document/experiment.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { openStage } from '../stages/openStage.ts';
import { type Evals, type RunCheckpoint, type RunEventEntry, collectMetrics } from '../document/runDocument.ts';
import { toSamplePrompt } from '../draw/samplePrompt.ts';
import { parentsOf, stageNodeId } from '../stages/stageOrigin.ts';
import type { Stage } from '../stages/stageSchemas.ts';
import type { StageOutput, StageStep } from '../stages/stageRun.ts';

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
}

export type RunEvent =
  | {
      readonly type: 'stageStarted';
      readonly stage: Stage['kind'];
      readonly index: number;
      readonly totalSteps: number;
    }
  | { readonly type: 'stage'; readonly stage: Stage['kind']; readonly step: StageStep; readonly stepMs: number }
  /** `what` is in plain words; done of total parts. */
  | {
      readonly type: 'evaluating';
      readonly stage: string;
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

/** What the stages so far have left. */
interface Lineage {
  policyId: string;
  rewardModelId: string | null;
  policy: Float32Array;
  /** The SFT policy, once there is one: what RL is compared with. */
  reference: Float32Array | null;
  /** What it wrote when it was judged: RL is compared with the very same replies. */
  referenceReplies: GoldReplies | null;
  rewardModel: RewardModel | null;
}

/** @throws AbortedError when stopped, NonFiniteError, DeviceError, OutOfMemoryError, InvalidInputError */
export async function* runExperiment(options: RunExperimentOptions): AsyncGenerator<RunEvent, void, void> {
  const { experiment, model, executor, signal } = options;
  const tools = createCheckTools(options.materials.dictionary);
  const completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer, maxBatch: 16 });
  const id = await baseCheckpointId(model.config, model.params);
  const lineage: Lineage = {
    ...{ policyId: id, policy: model.params, reference: null, referenceReplies: null },
    ...{ rewardModelId: null, rewardModel: null },
  };
  try {
    yield* closeStage(
      options,
      completer,
      tools,
      lineage,
      { kind: 'policy', params: model.params },
      {
        id,
        stage: 'base',
        metrics: {},
        evals: {},
      },
      0,
    );
    for (const [index, stage] of experiment.stages.entries()) {
      checkNotStopped(signal);
      const startedAt = performance.now();
      const inputs = { policy: lineage.policy, rewardModel: lineage.rewardModel };
      const run = await openStage({ executor, model, experiment, index, inputs, tools });
      const steps: StageStep[] = [];
      let output: StageOutput;
      let ownEvals: Evals;
      try {
        yield { type: 'stageStarted', stage: stage.kind, index, totalSteps: run.totalSteps };
        let before = performance.now();
        for await (const step of run.steps()) {
          // What is looked at is kept by whoever looks; the document holds numbers.
          steps.push(step.type === 'step' ? withoutDetail(step) : step);
          yield { type: 'stage', stage: stage.kind, step, stepMs: performance.now() - before };
          checkNotStopped(signal);
          before = performance.now();
        }
        output = (await run.output())!;
        ownEvals = run.evals();
      } finally {
        await run.dispose();
      }
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      const parentIds = parentsOf(stage, lineage.policyId, lineage.rewardModelId);
      const nodeId = await stageNodeId(experiment, index, parentIds);
      const taken = steps.flatMap((step) => (step.type === 'step' ? step : []));
      const changes = changeEvents(taken);
      yield* closeStage(
        options,
        completer,
        tools,
        lineage,
        output,
        {
          ...{ id: nodeId, stage: stage.kind, metrics: collectMetrics(taken), evals: ownEvals },
          ...(changes.length > 0 ? { events: changes } : {}),
        },
        seconds,
      );
      if (output.kind === 'rewardModel') Object.assign(lineage, { rewardModel: output.model, rewardModelId: nodeId });
      else Object.assign(lineage, { policy: output.params, policyId: nodeId });
      if (stage.kind === 'sft' && output.kind === 'policy') lineage.reference = output.params;
    }
  } finally {
    await completer.dispose();
  }
}

/** Evals and display completions of what a stage trained. */
async function* closeStage(
  options: RunExperimentOptions,
  completer: Completer,
  tools: CheckTools,
  lineage: Lineage,
  output: StageOutput,
  origin: Omit<RunCheckpoint, 'completions'>,
  seconds: number,
): AsyncGenerator<RunEvent, void, void> {
  const { experiment, model, executor, signal, materials, evalSize: size = 'full' } = options;
  const evals: Evals = { ...origin.evals };
  if (size !== 'none') {
    const shared = { executor, model, tools, spec: experiment.spec, seed: experiment.seed, size };
    const { reference, referenceReplies, rewardModel } = lineage;
    const parts =
      output.kind === 'policy'
        ? evaluatePolicy({
            ...{ ...shared, params: output.params, reference, rewardModel, materials },
            isPaired: origin.stage !== 'base',
            ...(referenceReplies ? { referenceReplies } : {}),
          })
        : evaluateRewardModel({ ...shared, policy: lineage.policy, rewardModel: output.model });
    for await (const part of parts) {
      if (origin.stage === 'sft' && isPolicyPart(part)) lineage.referenceReplies = part.goldReplies;
      Object.assign(evals, part.evals);
      yield { type: 'evaluating', stage: origin.stage, what: part.what, done: part.done, total: part.total };
      checkNotStopped(signal);
    }
  }
  const prompts = output.kind === 'policy' ? experiment.displayPrompts.map(toSamplePrompt) : [];
  const drawn =
    output.kind === 'policy'
      ? await completer.complete(output.params, prompts, { ...experiment.sampling, seed: experiment.seed })
      : [];
  checkNotStopped(signal);
  const completions = drawn.map(({ prompt, family, text, logprob }) => ({ prompt, family, text, logprob }));
  yield { type: 'checkpoint', output, seconds, checkpoint: { ...origin, evals, completions } };
}

function isPolicyPart(part: EvaluatedPart): part is PolicyPart {
  return 'goldReplies' in part;
}

type Step = Extract<StageStep, { type: 'step' }>;

function withoutDetail({ detail: _detail, ...step }: Step): Step {
  return step;
}

/** Sliders that were moved while the stage ran. */
function changeEvents(steps: readonly Step[]): RunEventEntry[] {
  return steps.flatMap(({ step, changes }) =>
    Object.entries(changes ?? {}).map(([key, value]) => ({ step, key, value: Number(value) })),
  );
}

function checkNotStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError('the run was stopped');
}
