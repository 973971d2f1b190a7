/**
 * A body graph wrapped in ONNX's Loop, so that a whole rollout is one run. CPU providers only: Loop has no WebGPU kernel.
 */
import { GraphError } from '../../errors.ts';
import type { Graph } from '../autodiff/graph.ts';
import { emitGraph } from './emit.ts';
import { type GraphProto, type TensorProto, type ValueInfo, encodeModel } from './proto.ts';

/** A body graph run again and again, until `condition` is false or `maxSteps` are done. Feeds: the body's other inputs and, as `x:first`, every carried value. */
export interface LoopModel {
  readonly name: string;
  readonly body: Graph;
  readonly maxSteps: number;
  /** Names x for which the body has input `x` and output `x:next`. */
  readonly carried: readonly string[];
  /** Carried values whose last state the model returns. */
  readonly results: readonly string[];
  /** A bool scalar output of the body: go on? */
  readonly condition: string;
}

/** Inputs of the body besides the carried ones come from outside the loop. Model inputs: those, and `x:first` for each carried x. */
export function emitLoop({ name, body, maxSteps, carried, results, condition }: LoopModel): Uint8Array<ArrayBuffer> {
  const outer = new Set([...body.inputs.keys()].filter((input) => !carried.includes(input)));
  const graph = emitGraph(body, { name: `${name}_body`, contraction: 'matmul', outerScope: outer });
  const infoOf = (key: string, ids: ReadonlyMap<string, number>): ValueInfo => {
    const id = ids.get(key);
    if (id === undefined) throw new GraphError(`the body of loop "${name}" has no input or output "${key}"`);
    const { dtype, shape } = body.node(id);
    return { name: key, dtype, shape };
  };
  const bodyProto: GraphProto = {
    ...graph,
    inputs: [
      { name: 'iteration', dtype: 'i64', shape: [] },
      { name: 'went_on', dtype: 'bool', shape: [] },
      ...carried.map((key) => infoOf(key, body.inputs)),
    ],
    outputs: [condition, ...carried.map((key) => `${key}:next`)].map((key) => infoOf(key, body.outputs)),
  };
  const live = new Set(body.liveNodes().map((node) => node.id));
  const limits: TensorProto[] = [
    { name: 'max_steps', dtype: 'i64', shape: [], bytes: new Uint8Array(BigInt64Array.of(BigInt(maxSteps)).buffer) },
    { name: 'go', dtype: 'bool', shape: [], bytes: Uint8Array.of(1) },
  ];
  return encodeModel({
    name,
    nodes: [
      {
        op: 'Loop',
        name: 'loop',
        inputs: ['max_steps', 'go', ...carried.map((key) => `${key}:first`)],
        outputs: carried.map((key) => (results.includes(key) ? key : `${key}:last`)),
        attributes: { body: { kind: 'graph', value: bodyProto } },
      },
    ],
    initializers: limits,
    inputs: [
      ...carried.map((key) => ({ ...infoOf(key, body.inputs), name: `${key}:first` })),
      ...[...outer].filter((key) => live.has(body.inputs.get(key)!)).map((key) => infoOf(key, body.inputs)),
    ],
    outputs: results.map((key) => infoOf(key, body.inputs)),
  });
}
