import { expect, it } from 'vitest';
import { parseExperiment } from '../document/experiment.ts';
import { createMemoryStorage } from '../storage/labStorage.ts';
import { RunKeeper } from './runKeeper.ts';

it('makes the checkpoint of an earlier step from the curves up to there', async () => {
  const storage = createMemoryStorage();
  const experiment = parseExperiment({});
  const run = {
    id: 'run',
    sessionId: 'visit',
    experiment,
    experimentName: 'test',
    stageId: 'sft',
    parentIds: ['base'],
  };
  const keeperOf = () => new RunKeeper(storage, { ...run, device: 'CPU' }, (message) => expect.unreachable(message));
  const enter = (keeper: RunKeeper, step: number) =>
    keeper.enter({
      type: 'step',
      step,
      totalSteps: 9,
      isLastPhase: true,
      metrics: { loss: 1 / step },
      changes: { learningRate: step },
    });
  const output = { kind: 'policy', params: Float32Array.of(1, 2) } as const;

  const stopped = keeperOf();
  for (const step of [1, 2]) enter(stopped, step);
  const id = await stopped.finish(output, {}, 2);

  // The third step had begun when the weights of the second were kept.
  const held = keeperOf();
  for (const step of [1, 2, 3]) enter(held, step);
  expect(await held.finish(output, {}, 2)).toBe(id);
  expect(await storage.node(id)).toMatchObject({ totalSteps: 2, last: { loss: 0.5 }, spark: { values: [1, 0.5] } });
  expect((await storage.series(id))!['loss']!.steps).toEqual(Float64Array.of(1, 2));
});
