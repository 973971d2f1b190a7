/**
 * One optimizer step: run the graph that holds forward and backward pass, then AdamW. Parameters and moments stay where
 * the executor computes; only the loss and a few metrics come back. A batch too large for one run comes in parts, whose
 * gradients are added before the one update. Knows no recipe: the loss is handed in.
 */
import { NonFiniteError } from '../../errors.ts';
import { backward } from '../autodiff/backward.ts';
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { type AdamWSettings, BiasCorrection, adamwGraph, adamwInPlace } from '../nn/adamw.ts';
import { type ParamBinding, type ParamLayout, bindParams } from '../nn/paramLayout.ts';
import { type HostTensor, f32, scalar } from '../tensor/hostTensor.ts';
import { numel } from '../tensor/shape.ts';
import type { DeviceTensor, Executor, Feeds, Value } from './executor.ts';
import { DeviceGradientSum, addOnHost } from './gradientSum.ts';
import { type BuildLoss, type Scalars, addScalars, scalarsOf } from './lossProgram.ts';
import { bindingOf, namedParamFeeds } from './paramFeeder.ts';

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

export interface StepResult extends Scalars {
  /** Before clipping. */
  readonly gradNorm: number;
}

export interface TrainStep {
  /**
   * One optimizer step. Several feeds are the parts of one batch: their losses, metrics and gradients are added, so each
   * part's are to be its share of the whole (a sum over its tokens by the count of all tokens, not of its own).
   * @throws NonFiniteError naming step and tensor; the parameters are then as before the step
   */
  step(feeds: Feeds | readonly Feeds[], learningRate: number): Promise<StepResult>;
  /** The parameters as they are now, as feeds of another program on the same executor bound like this one. */
  paramFeeds(): Feeds;
  state(): Promise<TrainState>;
  dispose(): Promise<void>;
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
      const shares: Scalars[] = [];
      let grads: readonly Float32Array[] = [];
      for (const [index, part] of partsOf(feeds).entries()) {
        const outputs = (await program.run({ ...paramFeeds, ...part })) as Record<string, HostTensor>;
        const own = layout.entries.map((entry) => outputs[gradOutput(entry.name)]!.data as Float32Array);
        grads = index === 0 ? own : addOnHost(grads, own);
        shares.push(scalarsOf(outputs));
      }
      const result = addScalars(shares);
      steps += 1;
      checkFinite(result.loss, 'loss', steps);
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
  const sum = new DeviceGradientSum(executor, layout.size);
  let steps = start.steps;

  const readAll = async (tensor: DeviceTensor) => (await executor.read(tensor)).data as Float32Array;
  return {
    async step(feeds, learningRate) {
      const parts = partsOf(feeds);
      const shares: Scalars[] = [];
      let grad: Value | undefined;
      for (const [index, part] of parts.entries()) {
        const outputs = await program.run({ params: resident.params, ...part });
        grad = parts.length === 1 ? outputs['grad']! : await sum.add(outputs['grad']!, index === 0);
        shares.push(scalarsOf(outputs));
      }
      const result = addScalars(shares);
      steps += 1;
      checkFinite(result.loss, 'loss', steps);
      const { correction1, correction2 } = corrections.next();
      const updated = await update.run({
        ...resident,
        grad: grad!,
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
      await Promise.all([program, update, sum].map((each) => each.dispose()));
      for (const tensor of Object.values(resident)) executor.release(tensor);
    },
  };
}

function partsOf(feeds: Feeds | readonly Feeds[]): readonly Feeds[] {
  const isList = (value: typeof feeds): value is readonly Feeds[] => Array.isArray(value);
  return isList(feeds) ? feeds : [feeds];
}

function checkFinite(value: number, tensor: string, step: number): void {
  if (!Number.isFinite(value)) {
    throw new NonFiniteError(
      `Step ${step}: the ${tensor} is ${value}. The weights of step ${step - 1} are kept. Lower the learning rate and start again.`,
    );
  }
}
