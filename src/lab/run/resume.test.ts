/** Runs that are killed at random steps, and go on in a new trainer from what was stored: the rest of the same curve. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Executor } from '../../engine/runtime/executor.ts';
import { Random } from '../../engine/tensor/random.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { storeOutput, tinyInit, tinyTrainerParts, until } from '../../testing/tinyTrainer.ts';
import { parseExperiment } from '../document/experiment.ts';
import type { LabEvent, RewardModelSnapshot, StageRequest } from './protocol.ts';
import { createMemoryStorage } from '../storage/labStorage.ts';
import type { LabStorage } from '../storage/types.ts';
import { Trainer } from './trainer.ts';

const experiment = parseExperiment({
  seed: 7,
  // An untrained model's replies differ in form alone.
  spec: [{ rule: 'spelling' }, { rule: 'noRepetition' }],
  stages: [
    { kind: 'sft', steps: 6, batchSize: 2, sequenceLength: 256, heldoutPairs: 16, evalEvery: 2 },
    {
      kind: 'rewardModel',
      from: ['base'],
      pairs: 24,
      heldoutPairs: 8,
      maxNewTokens: 8,
      batchSize: 2,
      sequenceLength: 128,
      epochs: 2,
      evalEvery: 3,
    },
    {
      kind: 'ppo',
      from: ['base', 'rewardModel'],
      updates: 4,
      promptsPerUpdate: 4,
      completionsPerPrompt: 2,
      maxNewTokens: 8,
      prompts: 16,
      epochs: 2,
      minibatches: 2,
      valueWarmupEpochs: 1,
      learningRate: 1e-3,
      goldEvery: 2,
      klTarget: 0.5,
    },
  ],
});

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

/** A trainer whose storage goes dead with it, as a killed worker's does. */
async function openTrainer(storage: LabStorage) {
  let isDead = false;
  const alive: LabStorage = {
    ...storage,
    putRun: (run) => (isDead ? Promise.resolve() : storage.putRun(run)),
    putNode: (...node) => (isDead ? Promise.resolve() : storage.putNode(...node)),
    deleteRun: (id) => (isDead ? Promise.resolve() : storage.deleteRun(id)),
  };
  const trainer = new Trainer(tinyTrainerParts(executor, alive));
  await trainer.init({ ...tinyInit, keepEveryMs: 0 });
  return {
    trainer,
    kill: async (): Promise<void> => {
      isDead = true;
      await trainer.dispose();
    },
  };
}

/** Runs a stage to its end, killed after each of `killedAfter` visible steps and reopened. */
async function train(stageId: string, judge: RewardModelSnapshot | null, killedAfter: readonly number[]) {
  const storage = createMemoryStorage();
  if (judge) await storeOutput(storage, 'judge', judge);
  const checkpoints: StageRequest['checkpoints'] = judge ? { rewardModel: 'judge' } : {};
  const request: StageRequest = { experiment, stageId, checkpoints, sessionId: 's', experimentName: 'test' };
  let curve = new Map<number, Record<string, number>>();
  const enter = (step: number, metrics: Readonly<Record<string, number>>) =>
    curve.set(step, { ...curve.get(step), ...metrics });
  for (const [life, steps] of [...killedAfter, Infinity].entries()) {
    const { trainer, kill } = await openTrainer(storage);
    const events: LabEvent[] = [];
    const onEvent = (event: LabEvent): void => void events.push(event);
    if (life === 0) await trainer.startStage('run', request, onEvent);
    else await trainer.reopen('run', onEvent);
    const restored = events.find((event) => event.type === 'runRestored');
    if (restored?.type === 'runRestored') {
      curve = new Map();
      for (const [key, { steps: at, values }] of Object.entries(restored.course.series)) {
        at.forEach((step, i) => enter(step, { [key]: values[i]! }));
      }
    }
    const counted = () => events.filter(({ type }) => type === 'step').length;
    await trainer.resume('run');
    const last = await until(events, ({ type }) => type === 'runFinished' || counted() >= steps);
    for (const event of events) if (event.type === 'step') enter(event.step, event.metrics);
    await kill();
    if (last.type === 'runFinished') return { curve: [...curve].sort(([a], [b]) => a - b), last, storage };
  }
  throw new Error('it never finished');
}

const weightsOf = (event: LabEvent): Float32Array => {
  if (event.type !== 'runFinished') throw new Error('it did not finish');
  return event.snapshot.kind === 'rewardModel' ? event.snapshot.model.params : event.snapshot.params;
};

describe.each([
  { id: 'sft', kills: 8 },
  { id: 'rewardModel', kills: 8 },
  { id: 'ppo', kills: 8 },
])('$id', ({ id, kills }) => {
  test(`killed ${kills} times at random steps, ends with the same curve and weights`, async () => {
    let judge: RewardModelSnapshot | null = null;
    if (id === 'ppo') {
      const { last } = await train('rewardModel', null, []);
      if (last.type !== 'runFinished' || last.snapshot.kind !== 'rewardModel') throw new Error('no model');
      judge = last.snapshot;
    }
    const straight = await train(id, judge, []);
    const random = new Random(11 + experiment.stages.findIndex((stage) => stage.id === id));
    for (let kill = 0; kill < kills; kill += 2) {
      const at = [1 + Math.floor(random.uniform() * 8), 1 + Math.floor(random.uniform() * 8)];
      const killed = await train(id, judge, at);
      expect(killed.curve, `killed after ${at.join(' and ')} steps`).toEqual(straight.curve);
      expect(weightsOf(killed.last)).toEqual(weightsOf(straight.last));
      const { nodeId } = killed.last as { nodeId: string };
      expect(await killed.storage.runs()).toMatchObject([{ nodeId }]);
      expect(await killed.storage.node(nodeId)).toMatchObject({ stageId: id });
      expect(straight.last).toMatchObject({ nodeId });
    }
  }, 240_000);
});
