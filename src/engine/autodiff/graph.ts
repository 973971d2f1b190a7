/**
 * A static graph: nodes in topological order, named outputs. Built by ops.ts, differentiated by backward.ts,
 * run by interpret.ts or emitted by onnx/emit.ts. Shapes are known for every node.
 */
import { GraphError } from '../../errors.ts';
import type { DType, HostTensor } from '../tensor/hostTensor.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Node, Primitive, PrimitiveAttrs } from './primitives.ts';

/** A handle on one node's output. */
export interface Tensor {
  readonly graph: Graph;
  readonly id: number;
  readonly shape: Shape;
  readonly dtype: DType;
}

export class Graph {
  readonly nodes: Node[] = [];
  readonly outputs = new Map<string, number>();
  readonly inputs = new Map<string, number>();

  /** Appends a node. Use the functions of ops.ts, which infer and check the shape. */
  append<P extends Primitive>(
    op: P,
    inputs: readonly Tensor[],
    attrs: PrimitiveAttrs[P],
    shape: Shape,
    dtype: DType,
  ): Tensor {
    for (const tensor of inputs) {
      if (tensor.graph !== this) {
        throw new GraphError(`${op} mixes tensors of two graphs: build all its operands in the same graph`);
      }
    }
    const node: Node<P> = { id: this.nodes.length, op, inputs: inputs.map((tensor) => tensor.id), attrs, shape, dtype };
    this.nodes.push(node);
    return { graph: this, id: node.id, shape, dtype };
  }

  input(name: string, shape: Shape, dtype: DType = 'f32'): Tensor {
    if (this.inputs.has(name)) throw new GraphError(`the graph has an input named "${name}" already: use another name`);
    const tensor = this.append('input', [], { name }, shape, dtype);
    this.inputs.set(name, tensor.id);
    return tensor;
  }

  constant(value: HostTensor): Tensor {
    return this.append('constant', [], { value }, value.shape, value.dtype);
  }

  output(name: string, tensor: Tensor): void {
    if (this.outputs.has(name))
      throw new GraphError(`the graph has an output named "${name}" already: use another name`);
    this.outputs.set(name, tensor.id);
  }

  tensor(id: number): Tensor {
    const { shape, dtype } = this.node(id);
    return { graph: this, id, shape, dtype };
  }

  node(id: number): Node {
    const node = this.nodes[id];
    if (!node) throw new GraphError(`the graph has no node ${id}`);
    return node;
  }

  /** The nodes that some output depends on, in topological order. ORT doesn't remove dead nodes, so nothing else is emitted. */
  liveNodes(): Node[] {
    const live = new Set<number>(this.outputs.values());
    const result: Node[] = [];
    for (let id = this.nodes.length - 1; id >= 0; id--) {
      if (!live.has(id)) continue;
      const node = this.node(id);
      for (const input of node.inputs) live.add(input);
      result.push(node);
    }
    return result.reverse();
  }
}

export function isNode<P extends Primitive>(node: Node, op: P): node is Node<P> {
  return node.op === op;
}
