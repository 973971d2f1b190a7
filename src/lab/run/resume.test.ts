/** Runs that are killed at random steps, and go on in a new trainer from what was stored: the rest of the same curve. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Executor } from '../../engine/runtime/executor.ts';
import { Random } from '../../engine/tensor/random.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { tinyInit, tinyTrainerParts, until } from '../../testing/tinyTrainer.ts';
import { parseExperiment } from '../document/experiment.ts';
import type { KeepRequest, LabEvent, Snapshot, StageRequest } from './protocol.ts';
import { createMemoryStorage } from '../storage/labStorage.ts';
import type { LabStorage } from '../storage/types.ts';
import { Trainer } from './trainer.ts';

const experiment = parseExperiment({
  seed: 7,
  stages: [
    { kind: 'sft', steps: 6, batchSize: 2, sequenceLength: 256, heldoutPairs: 16, evalEvery: 2 },
    {
      ...{ kind: 'rewardModel', pairs: 24, heldoutPairs: 8, maxNewTokens: 8, batchSize: 2, sequenceLength: 128 },
      ...{ epochs: 2, evalEvery: 3 },
    },
    {
      ...{ kind: 'ppo', updates: 4, promptsPerUpdate: 4, completionsPerPrompt: 2, maxNewTokens: 8, prompts: 16 },
      ...{ epochs: 2, minibatches: 2, valueWarmupEpochs: 1, learningRate: 1e-3, goldEvery: 2, klTarget: 0.5 },
    },
  ],
});
const keep: KeepRequest = { sessionId: 's', experimentName: 'test', policyId: null, rewardModelId: null };

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

type Inputs = Pick<StageRequest, 'policy' | 'rewardModel'>;

/** Runs a stage to its end, killed after each of `killedAfter` visible steps and reopened. */
async function train(index: number, inputs: Inputs, request: KeepRequest, killedAfter: readonly number[]) {
  const storage = createMemoryStorage();
  for (const snapshot of [inputs.policy, inputs.rewardModel]) if (snapshot) await storeParent(storage, snapshot);
  let curve = new Map<number, Record<string, number>>();
  const enter = (step: number, metrics: Readonly<Record<string, number>>) =>
    curve.set(step, { ...curve.get(step), ...metrics });
  for (const [life, steps] of [...killedAfter, Infinity].entries()) {
    const { trainer, kill } = await openTrainer(storage);
    const events: LabEvent[] = [];
    const onEvent = (event: LabEvent): void => void events.push(event);
    if (life === 0) await trainer.startStage('run', { experiment, index, ...inputs, keep: request }, onEvent);
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

async function storeParent(storage: LabStorage, snapshot: Snapshot): Promise<void> {
  const { params, weights } =
    snapshot.checkpointId === 'rewardModel'
      ? {
          params: snapshot.model.params,
          weights: { kind: 'rewardModel' as const, model: snapshot.model, before: snapshot.before },
        }
      : { params: snapshot.params, weights: { kind: 'policy' as const, params: snapshot.params } };
  await storage.putNode(
    {
      ...{ id: snapshot.checkpointId, parentIds: [], stage: snapshot.stage, settings: {}, seed: 0, model: 'tiny' },
      ...{ experimentName: '', experimentId: null, createdAt: '', device: '', engineVersion: '', totalSteps: 0 },
      ...{ events: [], last: {}, spark: null, evals: {}, completions: [], weightsDigest: '', note: '' },
    },
    weights,
    {},
  );
  expect(params.length).toBeGreaterThan(0);
}

const weightsOf = (event: LabEvent): Float32Array => {
  if (event.type !== 'runFinished') throw new Error('it did not finish');
  return event.snapshot.checkpointId === 'rewardModel' ? event.snapshot.model.params : event.snapshot.params;
};

describe.each([
  { name: 'SFT', index: 0, kills: 8 },
  { name: 'the reward model', index: 1, kills: 8 },
  { name: 'PPO', index: 2, kills: 8 },
])('$name', ({ index, kills }) => {
  test(`killed ${kills} times at random steps, ends with the same curve and weights`, async () => {
    let inputs: Inputs = { policy: null, rewardModel: null };
    let request = keep;
    if (index === 2) {
      const { last } = await train(1, inputs, keep, []);
      if (last.type !== 'runFinished' || last.snapshot.checkpointId !== 'rewardModel') throw new Error('no model');
      inputs = { policy: null, rewardModel: last.snapshot };
      request = { ...keep, rewardModelId: 'rewardModel' };
    }
    const straight = await train(index, inputs, request, []);
    const random = new Random(11 + index);
    for (let kill = 0; kill < kills; kill += 2) {
      const at = [1 + Math.floor(random.uniform() * 8), 1 + Math.floor(random.uniform() * 8)];
      const killed = await train(index, inputs, request, at);
      expect(killed.curve, `killed after ${at.join(' and ')} steps`).toEqual(straight.curve);
      expect(weightsOf(killed.last)).toEqual(weightsOf(straight.last));
      expect(await killed.storage.runs()).toMatchObject([{ nodeId: (killed.last as { nodeId: string }).nodeId }]);
      expect((await killed.storage.nodes()).at(-1)).toMatchObject({ stage: experiment.stages[index]!.kind });
      expect(killed.last).toMatchObject({ nodeId: (straight.last as { nodeId: string }).nodeId });
    }
  }, 240_000);
});
