import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../document/experiment.ts';
import { describeExtras, describeResults, describeStage } from './describe.ts';
import { stageDigest, weightsDigest } from './digest.ts';
import { shareCurves, thinCurve } from './shareCurves.ts';
import { judgeReproduction } from './verdict.ts';

const cpu = { label: 'CPU (wasm, 2 threads)', threads: 2 };

describe('thinCurve', () => {
  it('keeps few points as they are, to four digits', () => {
    expect(
      thinCurve([
        { step: 0, value: 1 / 3 },
        { step: 25, value: 2 },
      ]),
    ).toEqual({ steps: [0, 25], values: [0.3333, 2] });
  });
  it('averages windows of many, and ends where the curve ends', () => {
    const points = Array.from({ length: 128 }, (_, i) => ({ step: i + 1, value: i }));
    const { steps, values } = thinCurve(points);
    expect(steps).toHaveLength(64);
    expect(steps.slice(0, 2)).toEqual([2, 4]);
    expect(values.slice(0, 2)).toEqual([0.5, 2.5]);
    expect(steps.at(-1)).toBe(128);
  });
  it('spreads windows evenly where they don’t divide', () => {
    const { steps } = thinCurve(Array.from({ length: 100 }, (_, i) => ({ step: i, value: 0 })));
    expect(new Set(steps).size).toBe(64);
    expect(Math.max(...steps.slice(1).map((step, i) => step - steps[i]!))).toBeLessThanOrEqual(2);
  });
  it('takes what charts draw, and no value that is no number', () => {
    const point = [{ step: 1, value: 2 }];
    expect(
      shareCurves('sft', { loss: point, learning_rate: point, grad_norm: [{ step: 1, value: Infinity }] }),
    ).toEqual({
      loss: { steps: [1], values: [2] },
    });
  });
});

describe('judgeReproduction', () => {
  const weights = Float32Array.of(1, 2, 3);
  const digest = async (values: Float32Array, loss: number, device = cpu) =>
    stageDigest('sft', await weightsDigest({ kind: 'policy', params: values }), { loss, entropy: 1 }, device);

  it('knows equal weights by their bits', async () => {
    const [theirs, mine] = [await digest(weights, 0.5), await digest(Float32Array.of(1, 2, 3), 0.5)];
    expect(judgeReproduction('sft', 'SFT', theirs, mine)).toMatchObject({
      isReproduced: true,
      text: 'SFT: reproduced bit for bit (CPU (wasm, 2 threads)).',
    });
  });
  it('says by how much the figures differ, and on which devices', async () => {
    const gpu = { label: 'WebGPU · Apple M2', threads: 1 };
    const verdict = judgeReproduction(
      'sft',
      'SFT',
      await digest(weights, 0.5, gpu),
      await digest(Float32Array.of(1, 2, 3.0000002), 0.50012),
    );
    expect(verdict.isReproduced).toBe(false);
    expect(verdict.text).toBe(
      'SFT: not the same weights; loss 0.5001, theirs 0.5 (by 0.00012). Theirs on WebGPU · Apple M2, yours on CPU (wasm, 2 threads); only the CPU in WebAssembly repeats every bit.',
    );
    expect(verdict.differences).toEqual([{ key: 'loss', theirs: 0.5, mine: 0.50012 }]);
  });
  it('names another number of threads as the cause', async () => {
    const one = { label: 'CPU (wasm, 1 thread)', threads: 1 };
    const { text } = judgeReproduction(
      'sft',
      'SFT',
      await digest(weights, 0.5, one),
      await digest(Float32Array.of(1), 0.5),
    );
    expect(text).toContain('the same to six digits');
    expect(text).toContain('only for the same number of threads');
  });
});

it('describes what a link holds', () => {
  const experiment = parseExperiment({
    stages: [
      { kind: 'sft', steps: 1, learningRate: 0.01 },
      { kind: 'ppo', reward: 'gold', updates: 3 },
      { kind: 'ppo', from: ['sft'] },
    ],
    data: { prompts: ['Hello?'] },
    spec: [{ rule: 'short' }],
  });
  expect(experiment.stages.map(({ id }) => describeStage(experiment, id))).toEqual([
    'SFT, 1 step, learningRate 0.01',
    'PPO, 3 updates, reward gold',
    'PPO 2, 24 updates, from sft',
  ]);
  expect(describeExtras(experiment)).toEqual(['1 row of data', 'an edited spec']);
  expect(describeResults({ experiment, curves: { sft: {}, 'ppo-2': {} }, digest: {} })).toEqual([
    'curves of SFT and PPO 2',
  ]);
});
