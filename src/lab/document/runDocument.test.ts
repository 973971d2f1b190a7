import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../errors.ts';
import { baseCheckpointId, canonicalJson, checkpointId, sha256 } from '../run/checkpointId.ts';
import { parseExperiment } from './experiment.ts';
import { type RunCheckpoint, buildRunDocument, collectMetrics, parseRunDocument } from './runDocument.ts';

const base: RunCheckpoint = {
  id: '0'.repeat(64),
  stage: 'base',
  metrics: {},
  evals: { eos_rate: { value: 0.1, se: 0.02, n: 300 } },
  completions: [{ prompt: 'User: Hi\nAssistant:', family: 'smalltalk', text: ' Hello.', logprob: -3.5 }],
};

describe('buildRunDocument', () => {
  it('holds an experiment and its checkpoints, and survives JSON', () => {
    const document = buildRunDocument(parseExperiment({}), [base]);
    expect(Object.keys(document)).toEqual(['experiment', 'checkpoints']);
    expect(Object.keys(document.checkpoints[0]!)).toEqual(['id', 'stage', 'metrics', 'evals', 'completions']);
    expect(parseRunDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it.each([
    [
      'a loss that is not a number',
      { ...base, metrics: { loss: [[1, Number.NaN]] } },
      /run\.checkpoints\.0\.metrics\.loss\.0\.1/,
    ],
    ['an id that is no hash', { ...base, id: 'sft' }, /run\.checkpoints\.0\.id/],
    ['an unknown key', { ...base, weights: [] }, /run\.checkpoints\.0 /],
  ])('refuses %s', (_what, checkpoint, message) => {
    const build = () => buildRunDocument(parseExperiment({}), [checkpoint as RunCheckpoint]);
    expect(build).toThrow(InvalidInputError);
    expect(build).toThrow(message);
  });
});

describe('parseRunDocument', () => {
  const pointsOf = (length: number, value = 1) => Array.from({ length }, (_, i): [number, number] => [i, value]);
  const documentWith = (metrics: RunCheckpoint['metrics']) => ({
    experiment: parseExperiment({}),
    checkpoints: [{ ...base, metrics }],
  });

  it('thins curves to what a chart shows, both ends kept, and leaves what is written whole', () => {
    const curves = { loss: pointsOf(200_000), short: pointsOf(3) };
    const { loss, short } = parseRunDocument(documentWith(curves)).checkpoints[0]!.metrics;
    expect(loss).toHaveLength(1200);
    expect([loss![0], loss!.at(-1)]).toEqual([
      [0, 1],
      [199_999, 1],
    ]);
    expect(short).toEqual(curves.short);
    const written = buildRunDocument(parseExperiment({}), [{ ...base, metrics: curves }]);
    expect(written.checkpoints[0]!.metrics['loss']).toHaveLength(200_000);
  });

  it.each([
    ['a million points and one', { loss: pointsOf(1_000_001) }, /1,000,001 points, and at most 1,000,000 are read/],
    [
      '200,000 metrics',
      Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`m${i}`, []])),
      /must hold at most 300 metrics by their keys/,
    ],
    [
      'a value that no device computes',
      { loss: pointsOf(1, 1e308) },
      /run\.checkpoints\.0\.metrics\.loss\.0\.1 must be/,
    ],
    ['a step that is no count', { loss: [[-1, 0]] as [number, number][] }, /metrics\.loss\.0 must be \[step, value\]/],
    ['a metric called like a part of every object', { valueOf: pointsOf(1) } as never, /run\.checkpoints\.0\.metrics/],
  ])('refuses %s, in less than two seconds', (_what, metrics, message) => {
    const start = performance.now();
    expect(() => parseRunDocument(documentWith(metrics))).toThrow(message);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('collectMetrics', () => {
  it('makes one series a metric, with gaps where a step did not report it', () => {
    const series = collectMetrics([
      { step: 0, metrics: { 'eval/loss': 5 } },
      { step: 1, metrics: { loss: 4 } },
      { step: 2, metrics: { loss: 3, 'eval/loss': 3.5 } },
    ]);
    expect(series).toEqual({
      'eval/loss': [
        [0, 5],
        [2, 3.5],
      ],
      loss: [
        [1, 4],
        [2, 3],
      ],
    });
  });
});

describe('checkpoint ids', () => {
  const origin = { parentIds: ['a'], stage: 'sft', settings: { steps: 1, learningRate: 0.1 }, seed: 1, dataHash: 'd' };

  it('is the same for the same origin, whatever the order of its keys', async () => {
    expect(await checkpointId({ ...origin, settings: { learningRate: 0.1, steps: 1 } })).toBe(
      await checkpointId(origin),
    );
  });

  it.each([
    { parentIds: ['b'] },
    { stage: 'dpo' },
    { settings: { steps: 2, learningRate: 0.1 } },
    { seed: 2 },
    { dataHash: 'e' },
  ])('differs with %j', async (change) => {
    expect(await checkpointId({ ...origin, ...change })).not.toBe(await checkpointId(origin));
  });

  it('of a base hangs on its weights', async () => {
    const id = await baseCheckpointId({ layers: 1 }, Float32Array.of(1, 2));
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(await baseCheckpointId({ layers: 1 }, Float32Array.of(1, 2))).toBe(id);
    expect(await baseCheckpointId({ layers: 1 }, Float32Array.of(1, 3))).not.toBe(id);
  });

  it('is SHA-256: the published digest of "abc"', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('sorts keys at every level', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });
});
