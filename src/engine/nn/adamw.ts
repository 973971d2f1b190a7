/**
 * AdamW with global-norm clipping over flat vectors: the one definition, in primitives. Executors whose memory is the
 * host's use adamwInPlace, the same update as a loop; a test holds the two together.
 * Loshchilov & Hutter 2019, algorithm 2, with ε outside the square root (as PyTorch):
 *   m ← β₁m + (1−β₁)g,  v ← β₂v + (1−β₂)g²,  p ← p − lr·(m̂/(√v̂ + ε) + λp)
 */
import { Graph, type Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import type { ParamLayout } from './paramLayout.ts';

export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** Global gradient norm above which the gradient is scaled down to it. */
  readonly maxGradNorm: number;
}

export const adamwDefaults: AdamWSettings = {
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  weightDecay: 0.01,
  maxGradNorm: 1,
};

/** What changes from step to step; a scalar input each, so moving a slider rebuilds nothing. */
export interface AdamWScalars {
  readonly learningRate: number;
  /** 1/(1 − β₁ᵗ) */
  readonly correction1: number;
  /** 1/(1 − β₂ᵗ) */
  readonly correction2: number;
}

/** Keeps βᵗ by multiplication, so that every machine gets the same corrections. */
export class BiasCorrection {
  #power1 = 1;
  #power2 = 1;
  readonly #settings: AdamWSettings;

  /** @param steps steps taken already (a resumed run) */
  constructor(settings: AdamWSettings, steps = 0) {
    this.#settings = settings;
    for (let step = 0; step < steps; step++) this.next();
  }

  next(): { readonly correction1: number; readonly correction2: number } {
    this.#power1 *= this.#settings.beta1;
    this.#power2 *= this.#settings.beta2;
    return { correction1: 1 / (1 - this.#power1), correction2: 1 / (1 - this.#power2) };
  }
}

/** Inputs params, m, v, grad (size each), learningRate, correction1, correction2; outputs params', m', v' as newParams, newM, newV, and gradNorm. */
export function adamwGraph(layout: ParamLayout, settings: AdamWSettings): Graph {
  const graph = new Graph();
  const vector = (name: string) => graph.input(name, [layout.size]);
  const [params, m, v, grad] = [vector('params'), vector('m'), vector('v'), vector('grad')];
  const [learningRate, correction1, correction2] = ['learningRate', 'correction1', 'correction2'].map((name) =>
    graph.input(name, []),
  ) as [Tensor, Tensor, Tensor];

  const gradNorm = ops.sqrt(ops.reduceSumSquare(grad));
  const scale = ops.minimum(ops.div(ops.scalarOf(graph, settings.maxGradNorm), ops.add(gradNorm, 1e-6)), 1);
  const g = ops.mul(grad, scale);
  const newM = ops.add(ops.mul(m, settings.beta1), ops.mul(g, 1 - settings.beta1));
  const newV = ops.add(ops.mul(v, settings.beta2), ops.mul(ops.mul(g, g), 1 - settings.beta2));
  const denominator = ops.add(ops.sqrt(ops.mul(newV, correction2)), settings.epsilon);
  const direction = ops.div(ops.mul(newM, correction1), denominator);
  const decay = ops.mul(params, decayVector(graph, layout, settings.weightDecay));
  graph.output('newParams', ops.sub(params, ops.mul(ops.add(direction, decay), learningRate)));
  graph.output('newM', newM);
  graph.output('newV', newV);
  graph.output('gradNorm', gradNorm);
  return graph;
}

/** λ on the matrices, 0 on the vectors: (size). */
function decayVector(graph: Graph, layout: ParamLayout, weightDecay: number): Tensor {
  const part = (value: number, size: number) => ops.expand(ops.reshape(ops.scalarOf(graph, value), [1]), [size]);
  const parts = [
    ...(layout.decayedSize > 0 ? [part(weightDecay, layout.decayedSize)] : []),
    ...(layout.decayedSize < layout.size ? [part(0, layout.size - layout.decayedSize)] : []),
  ];
  return ops.concat(parts, 0);
}

export interface OptimizerState {
  readonly params: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
}

/**
 * The same update in place on host memory.
 * @param grads one array an entry of the layout, in its order
 * @returns the gradient norm before clipping; when it isn't finite, nothing was changed
 */
export function adamwInPlace(
  state: OptimizerState,
  grads: readonly Float32Array[],
  layout: ParamLayout,
  settings: AdamWSettings,
  scalars: AdamWScalars,
): number {
  let sumOfSquares = 0;
  for (const grad of grads) for (let i = 0; i < grad.length; i++) sumOfSquares += grad[i]! * grad[i]!;
  const gradNorm = Math.sqrt(sumOfSquares);
  if (!Number.isFinite(gradNorm)) return gradNorm;
  const scale = Math.min(1, settings.maxGradNorm / (gradNorm + 1e-6));

  const { params, m, v } = state;
  const { beta1, beta2, epsilon } = settings;
  const { learningRate, correction1, correction2 } = scalars;
  layout.entries.forEach((entry, index) => {
    const grad = grads[index]!;
    const decay = entry.decay ? settings.weightDecay : 0;
    for (let i = 0, j = entry.offset; i < grad.length; i++, j++) {
      const g = grad[i]! * scale;
      const newM = beta1 * m[j]! + (1 - beta1) * g;
      const newV = beta2 * v[j]! + (1 - beta2) * g * g;
      m[j] = newM;
      v[j] = newV;
      params[j] =
        params[j]! -
        learningRate * ((newM * correction1) / (Math.sqrt(newV * correction2) + epsilon) + decay * params[j]!);
    }
  });
  return gradNorm;
}
