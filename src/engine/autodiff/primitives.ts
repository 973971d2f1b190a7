/**
 * The closed set of primitives: every graph is made of these and nothing else. What each means is the float64
 * interpreter (interpret.ts); how each is differentiated is the one table in gradients.ts; how each becomes ONNX is
 * onnx/emit.ts. To add one: a row here, a rule there, an emission there; gradcheck and parity tests appear by themselves.
 */
import type { DType, HostTensor } from '../tensor/hostTensor.ts';
import type { Shape } from '../tensor/shape.ts';

type None = Readonly<Record<never, never>>;

/** Attributes by primitive. Axes are non-negative. */
export interface PrimitiveAttrs {
  // leaves
  input: { readonly name: string };
  constant: { readonly value: HostTensor };
  // elementwise, one operand
  neg: None;
  abs: None;
  exp: None;
  log: None;
  sqrt: None;
  reciprocal: None;
  tanh: None;
  sigmoid: None;
  /** log(1 + eˣ) */
  softplus: None;
  /** x · sigmoid(x) */
  silu: None;
  not: None;
  cast: { readonly to: DType };
  stopGradient: None;
  // elementwise, broadcasting
  add: None;
  sub: None;
  mul: None;
  div: None;
  maximum: None;
  minimum: None;
  equal: None;
  less: None;
  greater: None;
  and: None;
  /** condition ? a : b */
  where: None;
  // reductions
  reduceSum: { readonly axes: readonly number[]; readonly keepDims: boolean };
  reduceMax: { readonly axes: readonly number[]; readonly keepDims: boolean };
  reduceSumSquare: { readonly axes: readonly number[]; readonly keepDims: boolean };
  /** over the last axis, kept with size 1 */
  logSumExp: None;
  // linear algebra
  /** (M,K)·(K,N), each side optionally stored transposed */
  matmul: { readonly transA: boolean; readonly transB: boolean };
  /** two operands, every index in at least two of the three terms, none repeated within one */
  einsum: { readonly equation: string };
  // layout
  reshape: None;
  expand: None;
  transpose: { readonly permutation: readonly number[] };
  slice: { readonly starts: readonly number[]; readonly ends: readonly number[] };
  /** zeros around: the adjoint of slice */
  pad: { readonly before: readonly number[]; readonly after: readonly number[] };
  concat: { readonly axis: number };
  // indexing (indices i32 or i64)
  /** rows of a (R, …) table */
  gather: None;
  /** (rows, D) zeros with updates (N, D) added at indices (N): the adjoint of gather */
  scatterAddRows: { readonly rows: number };
  /** a (R, D) table with updates (N, D) in place of the rows at indices (N), none of them twice */
  writeRows: None;
  /** one element of the last axis a row: (…, V), (…, 1) → (…, 1) */
  takeLast: None;
  /** (…, size) zeros with (…, 1) written at indices (…, 1): the adjoint of takeLast */
  scatterLast: { readonly size: number };
  // along the last axis
  softmax: None;
  cumSum: { readonly exclusive: boolean; readonly reverse: boolean };
  sortDescending: None;
  // rotary position embedding on (B, T, H, d) with cos, sin (B, T, d/2); halves convention (Hugging Face Llama)
  rotary: { readonly inverse: boolean };
}

export type Primitive = keyof PrimitiveAttrs;

export interface Node<P extends Primitive = Primitive> {
  readonly id: number;
  readonly op: P;
  readonly inputs: readonly number[];
  readonly attrs: PrimitiveAttrs[P];
  readonly shape: Shape;
  readonly dtype: DType;
}
