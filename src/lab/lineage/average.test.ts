import { describe, expect, it } from 'vitest';
import { lineageNode } from '../../testing/lineageNodes.ts';
import type { StoredWeights } from '../storage/types.ts';
import { averageNode, averageWeights } from './average.ts';

const policy = (...values: number[]): StoredWeights => ({ kind: 'policy', params: Float32Array.from(values) });

describe('averageWeights', () => {
  it('mixes value by value, and gives the ends back as they were', () => {
    expect([...averageWeights(policy(0, 4), policy(8, 0), 0.25)]).toEqual([2, 3]);
    const ends = [policy(0.1, -3), policy(7, 0.3)] as const;
    expect(averageWeights(...ends, 0)).toEqual(Float32Array.of(0.1, -3));
    expect(averageWeights(...ends, 1)).toEqual(Float32Array.of(7, 0.3));
  });

  it('refuses a reward model, another model and a share outside 0…1', () => {
    const model = { kind: 'rewardModel', model: {}, before: null } as unknown as StoredWeights;
    expect(() => averageWeights(policy(1), model, 0.5)).toThrow('choose two policies');
    expect(() => averageWeights(model, policy(1), 0.5)).toThrow('choose two policies');
    expect(() => averageWeights(policy(1, 2), policy(1), 0.5)).toThrow('have 2 and 1 weights');
    for (const share of [-0.1, 1.1, NaN]) expect(() => averageWeights(policy(1), policy(1), share)).toThrow('share is');
  });
});

describe('averageNode', () => {
  it('is one node for one mix, and names both parents', async () => {
    const [first, second] = [lineageNode({ id: 'a' }), lineageNode({ id: 'b' })];
    const params = Float32Array.of(1, 2);
    const request = { first, second, share: 0.5, params, createdAt: '2026-02-01T00:00:00.000Z', device: 'CPU' };
    const node = await averageNode(request);
    const again = await averageNode({ ...request, createdAt: '2026-03-01T00:00:00.000Z', device: 'GPU' });
    expect(node).toMatchObject({ parentIds: ['a', 'b'], stage: 'average', settings: { share: 0.5 }, model: 'tiny' });
    expect(node.id).toMatch(/^[0-9a-f]{64}$/);
    expect(again.id).toBe(node.id);
    expect((await averageNode({ ...request, share: 0.25 })).id).not.toBe(node.id);
    expect((await averageNode({ ...request, params: Float32Array.of(1, 3) })).weightsDigest).not.toBe(
      node.weightsDigest,
    );
  });
});
