/**
 * Shapes: readonly number lists, and numpy's broadcasting rule. No data.
 */
import { ShapeError } from '../../errors.ts';

export type Shape = readonly number[];

export function numel(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function shapesEqual(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** `f32[2,3]`-style text for messages. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(',')}]`;
}

/** @returns the shape numpy would broadcast `a` and `b` to · @throws ShapeError when an axis differs and neither side is 1 */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const out: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const sizeA = a[axis - rank + a.length] ?? 1;
    const sizeB = b[axis - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new ShapeError(
        `cannot broadcast ${formatShape(a)} with ${formatShape(b)}: sizes ${sizeA} and ${sizeB} at axis ${axis} differ and neither is 1; reshape one of them`,
      );
    }
    out.push(sizeA === 1 ? sizeB : sizeA);
  }
  return out;
}

/** Axes of `from` (left-padded to `to`'s rank) over which a gradient must be summed to undo the broadcast `from` → `to`. */
export function broadcastAxes(from: Shape, to: Shape): number[] {
  const axes: number[] = [];
  for (let axis = 0; axis < to.length; axis++) {
    const size = from[axis - to.length + from.length];
    if (size === undefined || (size === 1 && to[axis] !== 1)) axes.push(axis);
  }
  return axes;
}

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

/** @returns `axis` counted from the front · @throws ShapeError when it lies outside the rank */
export function normalizeAxis(axis: number, rank: number): number {
  const normal = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(normal) || normal < 0 || normal >= rank) {
    throw new ShapeError(
      `axis ${axis} is outside a tensor of rank ${rank}: use an integer from ${-rank} to ${rank - 1}`,
    );
  }
  return normal;
}
