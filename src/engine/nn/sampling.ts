/**
 * Drawing the next token inside the graph: temperature, top-p (Holtzman et al. 2020), and the Gumbel-max trick with uniform
 * numbers fed in from the run's seed, so that sampling needs no random op and no read-back (and the host no logarithms: they
 * took a quarter of a rollout). Token ids are f32: every device has them.
 */
import type { Graph, Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { f32 } from '../tensor/hostTensor.ts';

/** 0 … size − 1 as f32, of shape (size). */
export function iota(graph: Graph, size: number): Tensor {
  return graph.constant(f32(Float32Array.from({ length: size }, (_, index) => index)));
}

/** Standard Gumbel noise of uniforms in (0, 1): arg max of (logits + noise) is a sample of softmax(logits). */
export function gumbel(uniforms: Tensor): Tensor {
  return ops.neg(ops.log(ops.neg(ops.log(uniforms))));
}

/**
 * @param logits (B, V) · @param noise (B, V) Gumbel noise, or zeros for the greedy choice · @param inverseTemperature scalar
 * @param topP scalar; undefined leaves the filter out of the graph · @returns (B, 1) token ids as f32
 */
export function sampleToken(logits: Tensor, noise: Tensor, inverseTemperature: Tensor, topP?: Tensor): Tensor {
  const scaled = ops.mul(logits, inverseTemperature);
  return firstArgMax(ops.add(topP ? keepNucleus(scaled, topP) : scaled, noise));
}

/** Logits outside the smallest set of tokens whose probability reaches `topP` become very low. */
function keepNucleus(logits: Tensor, topP: Tensor): Tensor {
  const probabilities = ops.softmax(logits);
  const sorted = ops.sortDescending(probabilities);
  const isKept = ops.less(ops.cumSum(sorted, { exclusive: true }), topP);
  const smallestKept = ops.neg(ops.reduceMax(ops.where(isKept, ops.neg(sorted), -2), [-1], true));
  return ops.where(ops.less(probabilities, smallestKept), -1e9, logits);
}

/** Index of the first largest element of the last axis, as f32: (B, V) → (B, 1). ONNX's ArgMax gives int64, which WebGPU can hardly use. */
function firstArgMax(x: Tensor): Tensor {
  const size = x.shape.at(-1)!;
  const best = ops.reduceMax(x, [-1], true);
  const fromEnd = ops.sub(ops.scalarOf(x.graph, size - 1), iota(x.graph, size));
  return ops.sub(ops.scalarOf(x.graph, size - 1), ops.reduceMax(ops.where(ops.less(x, best), -1, fromEnd), [-1], true));
}
