/**
 * A loss as recipes hand it in, and the program that computes it without a backward pass. Its outputs are scalars by name;
 * trainStep.ts adds the gradients.
 */
import { Graph, type Tensor } from '../autodiff/graph.ts';
import { type BoundParams, type ParamLayout, bindParams } from '../nn/paramLayout.ts';
import type { HostTensor } from '../tensor/hostTensor.ts';
import type { Executor, Feeds } from './executor.ts';
import { bindingOf } from './paramFeeder.ts';

/** A scalar to minimise and scalars to report, built in `graph` on the bound parameters. */
export interface LossOutputs {
  readonly loss: Tensor;
  readonly metrics: Readonly<Record<string, Tensor>>;
}

export type BuildLoss = (graph: Graph, params: BoundParams) => LossOutputs;

export interface LossProgram {
  run(feeds: Feeds): Promise<Scalars>;
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

/** Loss and metrics as numbers. */
export interface Scalars {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** @param shares of the parts of a batch, at least one */
export function addScalars([first, ...others]: readonly Scalars[]): Scalars {
  return others.reduce(
    (total, { loss, metrics }) => ({
      loss: total.loss + loss,
      metrics: Object.fromEntries(Object.entries(total.metrics).map(([name, value]) => [name, value + metrics[name]!])),
    }),
    first!,
  );
}

/** Of the outputs of a graph with a loss: all but the gradients. */
export function scalarsOf(outputs: Readonly<Record<string, unknown>>): Scalars {
  const metrics: Record<string, number> = {};
  for (const [name, value] of Object.entries(outputs)) {
    if (!name.startsWith('grad')) metrics[name] = Number((value as HostTensor).data[0]);
  }
  const { loss = Number.NaN, ...others } = metrics;
  return { loss, metrics: others };
}
