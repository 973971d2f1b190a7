/**
 * A body graph wrapped in ONNX's Loop, so that a whole rollout is one run. CPU providers only: Loop has no WebGPU kernel.
 */
import { GraphError } from '../../errors.ts';
import type { Graph } from '../autodiff/graph.ts';
import { emitGraph } from './emit.ts';
import { type GraphProto, type TensorProto, encodeModel } from './proto.ts';

export interface LoopModel {
  readonly name: string;
  readonly body: Graph;
  readonly maxSteps: number;
  readonly carried: readonly string[];
  readonly collected: readonly string[];
  readonly condition: string;
}

/** Inputs of the body besides the carried ones come from outside the loop; an input named `step` (i64 scalar) is the iteration. */
export function emitLoop({ name, body, maxSteps, carried, collected, condition }: LoopModel): Uint8Array<ArrayBuffer> {
  const inside = new Set([...carried, 'step']);
  const outer = new Set([...body.inputs.keys()].filter((input) => !inside.has(input)));
  const graph = emitGraph(body, { name: `${name}_body`, contraction: 'matmul', outerScope: outer });
  const info = (input: string) => {
    const id = body.inputs.get(input);
    if (id === undefined) throw new GraphError(`the loop's body has no input "${input}"`);
    const { dtype, shape } = body.node(id);
    return { name: input, dtype, shape };
  };
  const output = (key: string) => {
    const found = graph.outputs.find((value) => value.name === key);
    if (!found) throw new GraphError(`the loop's body has no output "${key}"`);
    return found;
  };
  const bodyProto: GraphProto = {
    ...graph,
    inputs: [
      { name: 'step', dtype: 'i64', shape: [] },
      { name: 'go_on', dtype: 'bool', shape: [] },
      ...carried.map(info),
    ],
    outputs: [output(condition), ...carried.map((key) => output(`${key}:next`)), ...collected.map(output)],
  };
  const live = new Set(body.liveNodes().map((node) => node.id));
  const scalars: TensorProto[] = [
    { name: 'max_steps', dtype: 'i64', shape: [], bytes: new Uint8Array(BigInt64Array.of(BigInt(maxSteps)).buffer) },
    { name: 'start', dtype: 'bool', shape: [], bytes: Uint8Array.of(1) },
  ];
  return encodeModel({
    name,
    nodes: [
      {
        op: 'Loop',
        name: 'loop',
        inputs: ['max_steps', 'start', ...carried.map((key) => `${key}:first`)],
        outputs: [...carried.map((key) => `${key}:last`), ...collected],
        attributes: { body: { kind: 'graph', value: bodyProto } },
      },
    ],
    initializers: scalars,
    inputs: [
      ...carried.map((key) => ({ ...info(key), name: `${key}:first` })),
      ...[...outer].filter((key) => live.has(body.inputs.get(key)!)).map(info),
    ],
    outputs: collected.map((key) => ({ ...output(key), shape: [-1, ...output(key).shape] })),
  });
}
