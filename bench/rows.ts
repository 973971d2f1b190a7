/** What the benchmark measures: one row each, run in a process of its own. */
import { adamwDefaults } from '../src/engine/nn/adamw.ts';
import { lab1m } from '../src/engine/nn/config.ts';
import { lmFeeds, lmLoss } from '../src/engine/nn/languageModel.ts';
import type { PackedShape } from '../src/engine/nn/packed.ts';
import { initParams, llamaLayout } from '../src/engine/nn/paramLayout.ts';
import type { Executor } from '../src/engine/runtime/executor.ts';
import { createGenerator } from '../src/engine/runtime/generate.ts';
import { openNative } from '../src/engine/runtime/native.ts';
import { type TrainStep, createTrainStep } from '../src/engine/runtime/trainStep.ts';
import { openWasm } from '../src/engine/runtime/wasmNode.ts';
import { createSft } from '../src/rlhf/sft.ts';
import { openJaxLlama } from './peers/jaxLlama.ts';
import { openTransformersRollout } from './peers/transformersRollout.ts';
import { LEARNING_RATE, SEED, allPositions, madeUpBatch, madeUpExamples, madeUpPrompts, rollout } from './shapes.ts';

export interface RowSpec {
  readonly name: string;
  readonly device: string;
  readonly threads: number;
  readonly config: string;
  /** Timed repetitions, after `warmUp` untimed ones. */
  readonly n: number;
  readonly warmUp: number;
  /** Prepares, and returns what is timed. */
  readonly prepare: (repetitions: number) => Promise<() => Promise<unknown>>;
}

const open = { native: openNative, wasm: openWasm } as const;
type Ours = keyof typeof open;

const params = (): Float32Array => initParams(lab1m, SEED);

function trainStepOn(executor: Executor, shape: PackedShape): Promise<TrainStep> {
  return createTrainStep({
    executor,
    name: 'bench',
    layout: llamaLayout(lab1m),
    buildLoss: (graph, bound) => lmLoss(graph, lab1m, bound, shape),
    optimizer: adamwDefaults,
    initial: { params: params() },
  });
}

function oursTrainStep(device: Ours, threads: number, batch: number, length: number): RowSpec {
  const shape = allPositions(batch, length);
  return {
    name: 'train-step/lab-1m',
    device,
    threads,
    config: `${batch} × ${length}, every position counts`,
    n: 15,
    warmUp: 3,
    prepare: async () => {
      const train = await trainStepOn(await open[device]({ threads }), shape);
      const feeds = lmFeeds(madeUpBatch(shape), shape);
      return () => train.step(feeds, LEARNING_RATE);
    },
  };
}

function jaxTrainStep(batch: number, length: number): RowSpec {
  const { tokens, targets } = madeUpBatch(allPositions(batch, length));
  return {
    name: 'train-step/lab-1m',
    device: 'peer: jax-js wasm',
    threads: 1,
    config: `${batch} × ${length}, every position counts`,
    n: 15,
    warmUp: 3,
    prepare: async () => {
      const run = await openJaxLlama(lab1m, batch, length, SEED);
      let step = 0;
      return () => run.step(tokens, targets, LEARNING_RATE, ++step);
    },
  };
}

/** The step as the lab takes it: packed pairs, only completion tokens count, learning-rate schedule and all. */
function sftStep(device: Ours, threads: number, length: number): RowSpec {
  return {
    name: 'train-step/lab-1m',
    device,
    threads,
    config: `16 × ${length}, SFT recipe, packed pairs`,
    n: 15,
    warmUp: 3,
    prepare: async (repetitions) => {
      const run = await createSft({
        executor: await open[device]({ threads }),
        config: lab1m,
        params: params(),
        train: madeUpExamples(2000),
        heldout: [],
        settings: {
          steps: repetitions,
          batchSize: 16,
          sequenceLength: length,
          learningRate: LEARNING_RATE,
          warmupFraction: 0.1,
          minLearningRateFraction: 0.1,
          weightDecay: 0.01,
          evalEvery: repetitions,
          packing: true,
          pretrainingShare: 0,
          pretrainingCoef: 0,
        },
        seed: SEED,
      });
      const steps = run.steps();
      return () => steps.next();
    },
  };
}

const rolloutConfig = `${rollout.batch} × ${rollout.maxNewTokens} sampled tokens, prompts of up to ${rollout.promptLength}`;

function oursRollout(device: Ours, threads: number): RowSpec {
  return {
    name: 'rollout/lab-1m',
    device,
    threads,
    config: rolloutConfig,
    n: 7,
    // WebAssembly is compiled again, better, while it runs
    warmUp: 4,
    prepare: async () => {
      const generator = await createGenerator({ executor: await open[device]({ threads }), config: lab1m, ...rollout });
      const prompts = madeUpPrompts();
      const weights = params();
      return () =>
        generator.generate({ params: weights, prompts, temperature: 1, seeds: prompts.map((_, row) => row + 1) });
    },
  };
}

function transformersJsRollout(threads: number): RowSpec {
  return {
    name: 'rollout/lab-1m',
    device: 'peer: transformers.js native',
    threads,
    config: rolloutConfig,
    n: 7,
    // WebAssembly is compiled again, better, while it runs
    warmUp: 4,
    prepare: async () => {
      const peer = await openTransformersRollout(lab1m, threads);
      return () => peer.generate(false);
    },
  };
}

function sessionCreate(device: Ours): RowSpec {
  const shape = allPositions(16, 64);
  return {
    name: 'session-create/lab-1m',
    device,
    threads: 1,
    config: 'training graph of 16 × 64: build, differentiate, emit, open',
    n: 5,
    warmUp: 1,
    prepare: async () => {
      const executor = await open[device]({ threads: 1 });
      return async () => (await trainStepOn(executor, shape)).dispose();
    },
  };
}

/** jax-js traces, differentiates and compiles at the first step; that step is timed once a process. */
function jaxFirstStep(): RowSpec {
  const { tokens, targets } = madeUpBatch(allPositions(16, 64));
  return {
    name: 'session-create/lab-1m',
    device: 'peer: jax-js wasm',
    threads: 1,
    config: 'training graph of 16 × 64: trace, differentiate, compile, and one step',
    n: 1,
    warmUp: 0,
    prepare: async () => {
      const run = await openJaxLlama(lab1m, 16, 64, SEED);
      return () => run.step(tokens, targets, LEARNING_RATE, 1);
    },
  };
}

const devices: readonly (readonly [Ours, number])[] = [
  ['native', 2],
  ['wasm', 1],
  ['wasm', 2],
];

export const rowSpecs: readonly RowSpec[] = [
  ...[64, 128].flatMap((length) => [
    ...devices.map(([device, threads]) => oursTrainStep(device, threads, 16, length)),
    jaxTrainStep(16, length),
  ]),
  ...[64, 128].flatMap((length) => devices.map(([device, threads]) => sftStep(device, threads, length))),
  ...devices.map(([device, threads]) => oursRollout(device, threads)),
  oursRollout('native', 1),
  transformersJsRollout(2),
  transformersJsRollout(1),
  sessionCreate('native'),
  sessionCreate('wasm'),
  jaxFirstStep(),
];
