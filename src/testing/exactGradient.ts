/** The gradient of a scalar in the exact world's model, as a device computes it. */
import { backward } from '../engine/autodiff/backward.ts';
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { type BoundParams, bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import { namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { exactConfig } from './exactWorld.ts';

/** @returns by parameter, flat in llamaLayout order */
export async function gradientOf(
  executor: Executor,
  params: Float32Array,
  build: (graph: Graph, policy: BoundParams) => Tensor,
  feeds: Feeds,
): Promise<number[]> {
  const layout = llamaLayout(exactConfig);
  const graph = new Graph();
  const policy = bindParams(graph, layout, 'named');
  const gradients = backward(build(graph, policy), policy.tensors);
  layout.entries.forEach(({ name }, i) => graph.output(name, gradients[i]!));
  const program = await executor.compile(graph, { name: 'gradient' });
  const outputs = await program.run({ ...namedParamFeeds(layout, params), ...feeds });
  await program.dispose();
  return layout.entries.flatMap(({ name }) => [...((outputs[name] as HostTensor).data as Float32Array)]);
}
