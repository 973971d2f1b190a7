/** The whole pipeline on a tiny model, pulled by the trainer as the page does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { storeOutput, tinyInit, tinyTrainerParts, until } from '../../testing/tinyTrainer.ts';
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import { createMemoryStorage } from '../storage/labStorage.ts';
import type { LabEvent, RewardModelSnapshot, StageRequest } from './protocol.ts';
import { Trainer } from './trainer.ts';

const experiment: Experiment = parseExperiment({
  seed: 7,
  // An untrained model's replies differ in form alone.
  spec: [{ rule: 'spelling' }, { rule: 'noRepetition' }],
  stages: [
    { kind: 'sft', steps: 2, batchSize: 2, sequenceLength: 256, heldoutPairs: 16 },
    {
      kind: 'rewardModel',
      from: ['base'],
      pairs: 24,
      heldoutPairs: 8,
      maxNewTokens: 8,
      batchSize: 8,
      sequenceLength: 128,
      epochs: 1,
    },
    {
      kind: 'ppo',
      from: ['base', 'rewardModel'],
      updates: 3,
      promptsPerUpdate: 4,
      completionsPerPrompt: 2,
      maxNewTokens: 8,
      prompts: 16,
      epochs: 2,
      minibatches: 2,
      valueWarmupEpochs: 1,
      learningRate: 1e-3,
    },
  ],
});

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const isOver = ({ type }: LabEvent) => type === 'runFinished' || type === 'failed';

type Drive = (trainer: Trainer, events: readonly LabEvent[]) => Promise<void>;

interface StageTest {
  /** What the RL stage follows. */
  readonly judge?: RewardModelSnapshot;
  readonly drive?: Drive;
  readonly changed?: Experiment;
}

/** Everything a stage reports, to its end. */
async function runStage(stageId: string, { judge, drive, changed = experiment }: StageTest = {}): Promise<LabEvent[]> {
  const events: LabEvent[] = [];
  const storage = createMemoryStorage();
  if (judge) await storeOutput(storage, 'judge', judge);
  const trainer = new Trainer(tinyTrainerParts(executor, storage));
  await trainer.init(tinyInit);
  const request: StageRequest = {
    experiment: changed,
    stageId,
    checkpoints: judge ? { rewardModel: 'judge' } : {},
    sessionId: 's',
    experimentName: 'test',
  };
  await trainer.startStage('run', request, (event) => events.push(event));
  await (drive ?? (() => trainer.resume('run')))(trainer, events);
  await until(events, isOver);
  await trainer.dispose();
  return events;
}

/** Metrics of all steps in order, phases included. */
const curve = (events: readonly LabEvent[]) =>
  events.flatMap((event) =>
    event.type === 'step' ? [{ step: event.step, phase: event.phase, ...event.metrics }] : [],
  );

let judge: RewardModelSnapshot;

test('a reward model is trained on pairs drawn and labelled on the way', async () => {
  const events = await runStage('rewardModel');
  const drawing = events.filter(({ type }) => type === 'preparing');
  expect(drawing.at(-1)).toMatchObject({ done: 32, total: 32 });
  const labeling = events.flatMap((event) =>
    event.type === 'step' ? event.details.filter((detail) => detail.kind === 'labeling') : [],
  );
  expect(labeling[0]?.summary.labels).toBeGreaterThan(15);
  expect(labeling[0]?.summary.examples).toHaveLength(6);
  const [first] = drawing.flatMap((event) => (event.type === 'preparing' ? (event.pairs ?? []) : []));
  expect(labeling[0]?.summary.examples?.[0]).toMatchObject({ question: first?.prompt.question });
  expect(curve(events).find((step) => 'loss' in step)).toMatchObject({ loss: expect.closeTo(Math.LN2, 4) as number });
  const last = events.at(-1)!;
  if (last.type !== 'runFinished' || last.snapshot.kind !== 'rewardModel') throw new Error(JSON.stringify(last));
  judge = last.snapshot;
  expect(judge.model.sd).toBeGreaterThan(0);
});

test('PPO reports every phase, gold beside the score, and sums its reward right', async () => {
  const events = await runStage('ppo', { judge });
  const steps = curve(events);
  expect(steps.map(({ phase }) => phase).slice(0, 4)).toEqual([
    { name: 'rollout' },
    { name: 'score' },
    { name: 'advantages' },
    { name: 'minibatch', index: 1, count: 2 },
  ]);
  const scored = steps.filter((step) => 'objective/scores' in step) as unknown as Record<string, number>[];
  expect(scored.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  for (const step of scored) {
    const total = step['objective/scores']! + step['objective/non_score_reward']!;
    expect(step['objective/rlhf_reward']).toBeCloseTo(total, 4);
    expect(step['objective/gold']).toBeGreaterThanOrEqual(-1);
  }
  expect(scored[0]!['objective/kl_exact']).toBeCloseTo(0, 5);
  expect(scored.at(-1)!['objective/kl_exact']).toBeGreaterThan(0);
});

test('paused mid-rollout, stepped and resumed, PPO gives the curve of an uninterrupted run', async () => {
  const straight = await runStage('ppo', { judge });
  const interrupted = await runStage('ppo', {
    judge,
    drive: async (trainer, events) => {
      await trainer.stepOnce('run');
      await trainer.resume('run');
      while (!curve(events).some(({ step, phase }) => step === 1 && phase?.name === 'rollout')) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await trainer.pause('run');
      for (let press = 0; press < 3; press++) await trainer.stepOnce('run');
      await trainer.resume('run');
    },
  });
  expect(curve(interrupted)).toEqual(curve(straight));
  expect(interrupted.at(-1)).toEqual(straight.at(-1));
});

test('a NaN among the rewards stops the run, names the step, and the weights before it stay', async () => {
  const broken = { ...judge, model: { ...judge.model, params: judge.model.params.map(() => NaN) } };
  const events = await runStage('ppo', { judge: broken });
  expect(events.at(-1)).toMatchObject({
    type: 'failed',
    error: {
      name: 'NonFiniteError',
      message: expect.stringMatching(/^Step 0: the reward of completion 1 is NaN/) as string,
    },
    keptStep: 0,
  });
});

test('a slider moved while PPO runs takes effect with the next update and is told', async () => {
  const events = await runStage('ppo', {
    judge,
    drive: async (trainer) => {
      await trainer.stepOnce('run');
      await trainer.change('run', { klCoef: 0.5 });
      await trainer.resume('run');
    },
  });
  const changes = events.flatMap((event) =>
    event.type === 'step' && event.changes ? [[event.step, event.changes]] : [],
  );
  expect(changes).toEqual([[1, { klCoef: 0.5 }]]);
});

test('stepped by hand, a minibatch shows the ratio of every token: 1 before the policy moves, not after', async () => {
  const ratios: number[][] = [];
  await runStage('ppo', {
    judge,
    drive: async (trainer, events) => {
      // step 0: rollout, score, advantages, two value-only minibatches; step 1: three phases and a minibatch
      for (let press = 0; press < 9; press++) await trainer.stepOnce('run');
      for (const event of events) {
        for (const detail of event.type === 'step' ? event.details : []) {
          if (detail.kind !== 'rollouts' || detail.phase !== 'minibatch') continue;
          ratios.push(detail.rollouts.flatMap(({ tokens }) => tokens.map(({ ratio }) => ratio!)));
        }
      }
      await trainer.resume('run');
    },
  });
  expect(ratios).toHaveLength(3);
  for (const ratio of [...ratios[0]!, ...ratios[1]!]) expect(ratio).toBeCloseTo(1, 4);
  expect(Math.max(...ratios[2]!.map((ratio) => Math.abs(ratio - 1)))).toBeGreaterThan(1e-4);
});

test('RL without a reward model says what to do first', async () => {
  const events = await runStage('ppo', { drive: () => Promise.resolve() });
  expect(events.at(-1)).toMatchObject({
    type: 'failed',
    error: { message: /starts from rewardModel: train that first/ },
  });
});

test("the visitor's own labels come last, and the model before them is kept", async () => {
  const own = Array.from({ length: 6 }, (_, i) => ({
    id: `own-${i}`,
    prompt: 'User: Hi\nAssistant:',
    chosen: ` yes ${i}`,
    rejected: ` no ${i}`,
    labeler: 'you',
  }));
  const labelled = parseExperiment({ ...experiment, labels: own });
  const events = await runStage('rewardModel', { changed: labelled });
  const last = events.at(-1)!;
  if (last.type !== 'runFinished' || last.snapshot.kind !== 'rewardModel') throw new Error(JSON.stringify(last));
  expect(last.snapshot.before?.params).toEqual(judge.model.params);
  expect(last.snapshot.model.params).not.toEqual(judge.model.params);
});
