import { expect, test } from 'vitest';
import { openInterpreter } from '../runtime/interpreter.ts';
import { type HostTensor, f32, scalar } from '../tensor/hostTensor.ts';
import { Random } from '../tensor/random.ts';
import { BiasCorrection, adamwDefaults, adamwGraph, adamwInPlace } from './adamw.ts';
import { layoutOf } from './paramLayout.ts';

const layout = layoutOf([
  ['norm', [3]],
  ['matrix', [2, 4]],
]);
const settings = { ...adamwDefaults, weightDecay: 0.1 };

function randomVector(seed: number, scale: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: layout.size }, () => scale * random.normal());
}

test('the layout puts what decays first', () => {
  expect(layout.entries.map(({ name, offset, decay }) => [name, offset, decay])).toEqual([
    ['matrix', 0, true],
    ['norm', 8, false],
  ]);
  expect([layout.decayedSize, layout.size]).toEqual([8, 11]);
});

test('one step by hand: p = 1, g = 0.5, lr = 0.1, no decay on a vector', () => {
  // m̂ = g, v̂ = g², so the step is lr·g/|g| = 0.1
  const one = layoutOf([['x', [1]]]);
  const state = { params: Float32Array.of(1), m: new Float32Array(1), v: new Float32Array(1) };
  const norm = adamwInPlace(state, [Float32Array.of(0.5)], one, settings, {
    learningRate: 0.1,
    ...new BiasCorrection(settings).next(),
  });
  expect(norm).toBeCloseTo(0.5, 12);
  expect(state.params[0]).toBeCloseTo(0.9, 6);
});

test.each([0.05, 30])(
  'the loop equals the graph over three steps (gradients of size %d: below and above the clip)',
  async (size) => {
    const state = { params: randomVector(1, 1), m: new Float32Array(layout.size), v: new Float32Array(layout.size) };
    let onGraph: Record<string, HostTensor> = {
      params: f32(state.params.slice()),
      m: f32(state.m.slice()),
      v: f32(state.v.slice()),
    };
    const program = await openInterpreter().compile(adamwGraph(layout, settings), { name: 'adamw' });
    const corrections = new BiasCorrection(settings);
    for (let step = 0; step < 3; step++) {
      const grad = randomVector(10 + step, size);
      const { correction1, correction2 } = corrections.next();
      const outputs = (await program.run({
        ...onGraph,
        grad: f32(grad),
        learningRate: scalar(0.01),
        correction1: scalar(correction1),
        correction2: scalar(correction2),
      })) as Record<string, HostTensor>;
      onGraph = { params: outputs['newParams']!, m: outputs['newM']!, v: outputs['newV']! };
      const grads = layout.entries.map(({ offset, shape }) =>
        grad.subarray(offset, offset + shape.reduce((a, b) => a * b, 1)),
      );
      const norm = adamwInPlace(state, grads, layout, settings, { learningRate: 0.01, correction1, correction2 });
      expect(norm / Number(outputs['gradNorm']!.data[0])).toBeCloseTo(1, 6);
    }
    state.params.forEach((value, i) => expect(value).toBeCloseTo(Number(onGraph['params']!.data[i]), 5));
    state.v.forEach((value, i) => expect(value).toBeCloseTo(Number(onGraph['v']!.data[i]), 5));
  },
);

test('a gradient that is not finite changes nothing', () => {
  const state = { params: randomVector(1, 1), m: new Float32Array(layout.size), v: new Float32Array(layout.size) };
  const before = state.params.slice();
  const grads = [new Float32Array(8).fill(Number.NaN), new Float32Array(3)];
  const scalars = { learningRate: 0.01, correction1: 1, correction2: 1 };
  expect(adamwInPlace(state, grads, layout, settings, scalars)).toBeNaN();
  expect(state.params).toEqual(before);
  expect(state.m.every((value) => value === 0)).toBe(true);
});
