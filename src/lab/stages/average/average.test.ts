import { describe, expect, it } from 'vitest';
import { lineageNode } from '../../../testing/lineageNodes.ts';
import { parseExperiment } from '../../document/experiment.ts';
import { stageNodeId } from '../../pipeline.ts';
import { averageNode } from './node.ts';
import { averageWeights, distanceToAverage } from './weights.ts';

const policies = [Float32Array.of(0.1, -0, 4), Float32Array.of(7, 0.3, 0)];

describe('averageWeights', () => {
  it('mixes value by value, whatever the shares add up to', () => {
    expect([...averageWeights([Float32Array.of(0, 4), Float32Array.of(8, 0)], [3, 1])]).toEqual([2, 3]);
    expect([...averageWeights([Float32Array.of(3), Float32Array.of(6), Float32Array.of(0)], [1, 1, 1])]).toEqual([3]);
  });

  it('gives a policy with the whole share back bit for bit, its negative zeros too', () => {
    const bits = (values: Float32Array) => [...new Uint32Array(values.buffer)];
    expect(bits(averageWeights(policies, [1, 0]))).toEqual(bits(policies[0]!));
    expect(bits(averageWeights(policies, [0, 0.2]))).toEqual(bits(policies[1]!));
  });

  it('refuses policies of different models, and shares that don’t fit', () => {
    expect(() => averageWeights([Float32Array.of(1, 2), Float32Array.of(1)], [1, 1])).toThrow('have 2 and 1 weights');
    for (const shares of [[1], [1, 2, 3], [0, 0], [-1, 2], [NaN, 1]])
      expect(() => averageWeights(policies, shares)).toThrow(/the shares are/);
    expect(() => averageWeights([], [])).toThrow('choose two policies');
  });
});

it('the distance of two policies to their middle is half of their own, as a share of its length', () => {
  const [one, other] = [Float32Array.of(3, 0), Float32Array.of(5, 0)];
  expect(distanceToAverage([one, other], Float32Array.of(4, 0))).toBeCloseTo(1 / 4, 12);
  expect(distanceToAverage([one, one], one)).toBe(0);
});

describe('averageNode', () => {
  const parents = [lineageNode({ id: 'a' }), lineageNode({ id: 'b' })];
  const request = {
    parents,
    shares: [0.75, 0.25],
    params: Float32Array.of(1, 2),
    createdAt: '2026-02-01T00:00:00.000Z',
    device: 'CPU',
  };

  it('is one node for one mix, and names both parents', async () => {
    const node = await averageNode(request);
    const again = await averageNode({ ...request, createdAt: '2026-03-01T00:00:00.000Z', device: 'GPU' });
    expect(node).toMatchObject({ parentIds: ['a', 'b'], settings: { shares: [0.75, 0.25] }, model: 'tiny' });
    expect(again.id).toBe(node.id);
    expect((await averageNode({ ...request, shares: [0.5, 0.5] })).id).not.toBe(node.id);
  });

  it('is the node that an average stage of a pipeline makes', async () => {
    const stages = [{ kind: 'sft' }, { kind: 'sft', from: ['base'] }, { kind: 'average', shares: [0.75, 0.25] }];
    const experiment = parseExperiment({ seed: 9, stages });
    const { id } = await averageNode(request);
    expect(await stageNodeId(experiment, 'average', ['a', 'b'])).toBe(id);
  });
});
