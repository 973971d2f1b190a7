import { describe, expect, test } from 'vitest';
import { ModelError } from '../../errors.ts';
import type { StageOutput } from '../stages/stageRun.ts';
import { type KeptStage, packStage, unpackStage } from './keptStage.ts';

const ID = 'a'.repeat(64);
const model = (of: number) => ({
  head: 'meanPooled' as const,
  params: Float32Array.of(of, -0, 1 / 3),
  reference: Float32Array.of(of, of),
  mean: 1 / 3,
  sd: 0.1 + 0.2,
});

const stage = (output: StageOutput): KeptStage => ({
  stage: 'stage-2',
  output,
  course: { metrics: { loss: [[0, 1 / 3]] }, evals: { 'gold/fall': { value: 0.1, se: 0.2, n: 3 } } },
  seconds: 12.3,
  device: 'a test',
});

describe('packStage and unpackStage', () => {
  test.each<[string, StageOutput]>([
    ['a policy', { kind: 'policy', params: Float32Array.of(1, NaN, -0, 1e-45) }],
    ['a reward model', { kind: 'rewardModel', model: model(1), before: null }],
    ['a reward model with the one before own labels', { kind: 'rewardModel', model: model(1), before: model(2) }],
    [
      'a model that reads no reference',
      { kind: 'rewardModel', model: { ...model(1), reference: new Float32Array() }, before: null },
    ],
  ])('give every bit of %s back', async (_what, output) => {
    expect(await unpackStage(ID, await packStage(ID, stage(output)))).toEqual(stage(output));
  });

  test('refuse a file of another checkpoint', async () => {
    const bytes = await packStage(ID, stage({ kind: 'policy', params: Float32Array.of(1) }));
    await expect(unpackStage('b'.repeat(64), bytes)).rejects.toThrow(/of the checkpoint aaaaaaaa, not of bbbbbbbb/);
  });

  test('refuse a file in which any byte is another, or that was cut off', async () => {
    const good = new Uint8Array(await packStage(ID, stage({ kind: 'policy', params: Float32Array.of(1, 2) })));
    for (let at = 0; at < good.length; at++) {
      const bad = good.slice();
      bad[at]! ^= 4;
      await expect(unpackStage(ID, bad.buffer), `byte ${at}`).rejects.toThrow(ModelError);
      await expect(unpackStage(ID, good.slice(0, at).buffer), `cut at ${at}`).rejects.toThrow(ModelError);
    }
  });

  test('say which value can’t be kept, instead of writing a file that can’t be read', async () => {
    const good = stage({ kind: 'policy', params: Float32Array.of(1) });
    const broken = { ...good, course: { ...good.course, metrics: { loss: [[0, NaN] as [number, number]] } } };
    await expect(packStage(ID, broken)).rejects.toThrow(/course\.metrics\.loss\.0\.1 is no value that can be kept/);
  });
});
