/**
 * Einsum equations of two operands, and the equations of their gradients. Only contractions whose every index stands in
 * at least two of the three terms: exactly those whose gradients are again such contractions.
 */
import { ShapeError } from '../../errors.ts';
import type { Shape } from '../tensor/shape.ts';

export interface ParsedEinsum {
  readonly left: string;
  readonly right: string;
  readonly output: string;
  readonly sizes: ReadonlyMap<string, number>;
  readonly outputShape: Shape;
}

export function parseEinsum(equation: string, a: Shape, b: Shape): ParsedEinsum {
  const match = /^([a-z]+),([a-z]+)->([a-z]+)$/.exec(equation);
  const [left, right, output] = [match?.[1] ?? '', match?.[2] ?? '', match?.[3] ?? ''];
  const sizes = new Map<string, number>();
  let fits = match !== null && left.length === a.length && right.length === b.length;
  for (const [term, shape] of [
    [left, a],
    [right, b],
  ] as const) {
    [...term].forEach((index, axis) => {
      const size = shape[axis] ?? -1;
      if ((sizes.get(index) ?? size) !== size) fits = false;
      sizes.set(index, size);
    });
    if (new Set(term).size !== term.length) fits = false;
  }
  for (const index of new Set(left + right + output)) {
    if ([left, right, output].filter((term) => term.includes(index)).length < 2) fits = false;
  }
  if (!fits) {
    throw new ShapeError(
      `einsum "${equation}" of [${a.join(',')}] and [${b.join(',')}]: sizes must agree and each index stand in two of the three terms`,
    );
  }
  return { left, right, output, sizes, outputShape: [...output].map((index) => sizes.get(index)!) };
}

/** Equations that give the gradients of both operands from (gradient of output, other operand). */
export function einsumGradients(equation: string): { readonly left: string; readonly right: string } {
  const [operands, output] = equation.split('->') as [string, string];
  const [left, right] = operands.split(',') as [string, string];
  return { left: `${output},${right}->${left}`, right: `${output},${left}->${right}` };
}
