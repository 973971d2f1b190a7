/**
 * One optimizer step: run the graph that holds forward and backward pass, then AdamW. Parameters and moments stay where
 * the executor computes; only the loss and a few metrics come back. Knows no recipe: the loss is handed in.
 */
import { NonFiniteError } from '../../errors.ts';
import { backward } from '../autodiff/backward.ts';
import { Graph, type Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { type AdamWSettings, BiasCorrection, adamwGraph, adamwInPlace } from '../nn/adamw.ts';
import { type BoundParams, type ParamBinding, type ParamLayout, bindParams, paramInput } from '../nn/paramLayout.ts';
import { type HostTensor, f32, scalar } from '../tensor/hostTensor.ts';
import { numel } from '../tensor/shape.ts';
import type { DeviceTensor, Executor, Feeds, Program } from './executor.ts';

/** A scalar to minimise and scalars to report, built in `graph` on the bound parameters. */
export interface LossOutputs {
  readonly loss: Tensor;
  readonly metrics: Readonly<Record<string, Tensor>>;
}

export type BuildLoss = (graph: Graph, params: BoundParams) => LossOutputs;

/** Everything needed to go on bit for bit from here. */
export interface TrainState {
  readonly params: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
  readonly steps: number;
}

export interface TrainStepOptions {
  readonly executor: Executor;
  readonly name: string;
  readonly layout: ParamLayout;
  readonly buildLoss: BuildLoss;
  readonly optimizer: AdamWSettings;
  /** Copied. Moments default to zero. */
  readonly initial: { readonly params: Float32Array } | TrainState;
}

export interface StepResult {
  readonly loss: number;
  /** Before clipping. */
  readonly gradNorm: number;
  readonly metrics: Readonly<Record<string, number>>;
}

export interface TrainStep {
  /** @throws NonFiniteError naming step and tensor; the parameters are then as before the step */
  step(feeds: Feeds, learningRate: number): Promise<StepResult>;
  /** The parameters as they are now, as feeds of another program on the same executor bound like this one. */
  paramFeeds(): Feeds;
  state(): Promise<TrainState>;
  dispose(): Promise<void>;
}

export function bindingOf(executor: Executor): ParamBinding {
  return executor.memory === 'host' ? 'named' : 'flat';
}

/** The graph with loss, metrics and gradients: outputs loss, metrics by name, and grad (flat) or grad:<name>. */
export function trainingGraph(layout: ParamLayout, binding: ParamBinding, buildLoss: BuildLoss): Graph {
  const graph = new Graph();
  const params = bindParams(graph, layout, binding);
  const { loss, metrics } = buildLoss(graph, params);
  const grads = backward(loss, params.tensors);
  graph.output('loss', loss);
  for (const [name, tensor] of Object.entries(metrics)) graph.output(name, tensor);
  if (binding === 'flat') {
    graph.output(
      'grad',
      ops.concat(
        grads.map((grad) => ops.reshape(grad, [numel(grad.shape)])),
        0,
      ),
    );
  } else {
    layout.entries.forEach((entry, index) => graph.output(gradOutput(entry.name), grads[index]!));
  }
  return graph;
}

const gradOutput = (name: string) => `grad:${name}`;

/** Views of a flat vector as feeds by name. */
export function namedParamFeeds(layout: ParamLayout, params: Float32Array, prefix = ''): Feeds {
  return Object.fromEntries(
    layout.entries.map(({ name, shape, offset }) => [
      paramInput(name, prefix),
      f32(params.subarray(offset, offset + numel(shape)), shape),
    ]),
  );
}

export interface LossProgram {
  run(feeds: Feeds): Promise<{ readonly loss: number; readonly metrics: Readonly<Record<string, number>> }>;
  dispose(): Promise<void>;
}

/** The loss without the backward pass, for held-out data. Feed it a TrainStep's `paramFeeds`. */
export async function createLossProgram(
  executor: Executor,
  name: string,
  layout: ParamLayout,
  buildLoss: BuildLoss,
): Promise<LossProgram> {
  const graph = new Graph();
  const { loss, metrics } = buildLoss(graph, bindParams(graph, layout, bindingOf(executor)));
  graph.output('loss', loss);
  for (const [metric, tensor] of Object.entries(metrics)) graph.output(metric, tensor);
  const program = await executor.compile(graph, { name });
  return {
    run: async (feeds) => scalarsOf(await program.run(feeds)),
    dispose: () => program.dispose(),
  };
}

export async function createTrainStep(options: TrainStepOptions): Promise<TrainStep> {
  const binding = bindingOf(options.executor);
  const graph = trainingGraph(options.layout, binding, options.buildLoss);
  return binding === 'named' ? hostTrainStep(graph, options) : deviceTrainStep(graph, options);
}

function initialState({ initial, layout }: TrainStepOptions): TrainState {
  const state =
    'm' in initial
      ? initial
      : { ...initial, m: new Float32Array(layout.size), v: new Float32Array(layout.size), steps: 0 };
  return { ...state, params: state.params.slice(), m: state.m.slice(), v: state.v.slice() };
}

async function hostTrainStep(graph: Graph, options: TrainStepOptions): Promise<TrainStep> {
  const { executor, layout, optimizer, name } = options;
  const program = await executor.compile(graph, { name });
  const state = initialState(options);
  const corrections = new BiasCorrection(optimizer, state.steps);
  const paramFeeds = namedParamFeeds(layout, state.params);
  let steps = state.steps;

  return {
    async step(feeds, learningRate) {
      const outputs = (await program.run({ ...paramFeeds, ...feeds })) as Record<string, HostTensor>;
      const result = scalarsOf(outputs);
      steps += 1;
      checkFinite(result.loss, 'loss', steps);
      const grads = layout.entries.map((entry) => outputs[gradOutput(entry.name)]!.data as Float32Array);
      const gradNorm = adamwInPlace(state, grads, layout, optimizer, { learningRate, ...corrections.next() });
      checkFinite(gradNorm, 'gradient norm', steps);
      return { ...result, gradNorm };
    },
    paramFeeds: () => paramFeeds,
    state: () => Promise.resolve({ params: state.params.slice(), m: state.m.slice(), v: state.v.slice(), steps }),
    dispose: () => program.dispose(),
  };
}

async function deviceTrainStep(graph: Graph, options: TrainStepOptions): Promise<TrainStep> {
  const { executor, layout, optimizer, name } = options;
  const program = await executor.compile(graph, { name, keepOnDevice: ['grad'] });
  const update = await executor.compile(adamwGraph(layout, optimizer), {
    name: `${name}_adamw`,
    keepOnDevice: ['newParams', 'newM', 'newV'],
  });
  const start = initialState(options);
  const [params, m, v] = await Promise.all([start.params, start.m, start.v].map((data) => executor.upload(f32(data))));
  const resident = { params: params!, m: m!, v: v! };
  const corrections = new BiasCorrection(optimizer, start.steps);
  let steps = start.steps;

  const readAll = async (tensor: DeviceTensor) => (await executor.read(tensor)).data as Float32Array;
  return {
    async step(feeds, learningRate) {
      const outputs = await program.run({ params: resident.params, ...feeds });
      const result = scalarsOf(outputs);
      steps += 1;
      checkFinite(result.loss, 'loss', steps);
      const { correction1, correction2 } = corrections.next();
      const updated = await update.run({
        ...resident,
        grad: outputs['grad']!,
        learningRate: scalar(learningRate),
        correction1: scalar(correction1),
        correction2: scalar(correction2),
      });
      const gradNorm = Number((updated['gradNorm'] as HostTensor).data[0]);
      checkFinite(gradNorm, 'gradient norm', steps);
      await executor.write(resident.params, updated['newParams']!);
      await executor.write(resident.m, updated['newM']!);
      await executor.write(resident.v, updated['newV']!);
      return { ...result, gradNorm };
    },
    paramFeeds: () => ({ params: resident.params }),
    state: async () => ({
      params: await readAll(resident.params),
      m: await readAll(resident.m),
      v: await readAll(resident.v),
      steps,
    }),
    async dispose() {
      await Promise.all([program, update].map((each: Program) => each.dispose()));
      for (const tensor of Object.values(resident)) executor.release(tensor);
    },
  };
}

function scalarsOf(outputs: Readonly<Record<string, unknown>>): { loss: number; metrics: Record<string, number> } {
  const metrics: Record<string, number> = {};
  for (const [name, value] of Object.entries(outputs)) {
    if (!name.startsWith('grad')) metrics[name] = Number((value as HostTensor).data[0]);
  }
  const { loss = Number.NaN, ...others } = metrics;
  return { loss, metrics: others };
}

function checkFinite(value: number, tensor: string, step: number): void {
  if (!Number.isFinite(value)) {
    throw new NonFiniteError(
      `Step ${step}: the ${tensor} is ${value}. The weights of step ${step - 1} are kept. Lower the learning rate and start again.`,
    );
  }
}
