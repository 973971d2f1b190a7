/**
 * Plain values that cross the engine's edge: a dtype, a shape and a typed array. No device, no graph.
 */
import { ShapeError } from '../../errors.ts';
import { type Shape, numel } from './shape.ts';

export type DType = 'f32' | 'i32' | 'i64' | 'bool';

/** Row-major data. `bool` is stored as 0/1 bytes, `i64` as BigInt64Array. */
export interface HostTensor {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly data: Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array;
}

/** @param data length must equal the product of `shape` (default: a vector) */
export function f32(data: ArrayLike<number>, shape: Shape = [data.length]): HostTensor {
  return checked({ dtype: 'f32', shape, data: data instanceof Float32Array ? data : Float32Array.from(data) });
}

export function i32(data: ArrayLike<number>, shape: Shape = [data.length]): HostTensor {
  return checked({ dtype: 'i32', shape, data: data instanceof Int32Array ? data : Int32Array.from(data) });
}

export function scalar(value: number): HostTensor {
  return { dtype: 'f32', shape: [], data: Float32Array.of(value) };
}

function checked(tensor: HostTensor): HostTensor {
  if (tensor.data.length !== numel(tensor.shape)) {
    throw new ShapeError(
      `a tensor of shape [${tensor.shape.join(',')}] needs ${numel(tensor.shape)} values, but ${tensor.data.length} were given: check the shape argument`,
    );
  }
  return tensor;
}
