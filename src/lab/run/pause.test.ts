/** What Pause and Reset do while a step takes long, and what is kept of a paused run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor, Program } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { tinyInit, tinyTrainerParts, until } from '../../testing/tinyTrainer.ts';
import { parseExperiment } from '../document/experiment.ts';
import { createMemoryStorage } from '../storage/labStorage.ts';
import type { LabEvent, StageRequest } from './protocol.ts';
import { Trainer } from './trainer.ts';

const experiment = parseExperiment({
  seed: 7,
  spec: [{ rule: 'spelling' }, { rule: 'noRepetition' }],
  stages: [
    {
      kind: 'rloo',
      from: ['base'],
      reward: 'gold',
      updates: 3,
      promptsPerUpdate: 64,
      completionsPerPrompt: 4,
      maxNewTokens: 4,
      prompts: 16,
      minibatches: 2,
      goldEvery: 0,
    },
  ],
});
const request: StageRequest = {
  experiment,
  stageId: 'rloo',
  checkpoints: {},
  sessionId: 's',
  experimentName: 'test',
};

let native: Executor;
beforeAll(async () => {
  native = await openNative({ threads: 1 });
});
afterAll(() => native.dispose());

/** A device of which each run takes `runMs` at least. */
function slowDevice(runMs: () => number) {
  let runs = 0;
  const slow = (program: Program): Program => ({
    ...program,
    async run(feeds) {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, runMs()));
      return program.run(feeds);
    },
  });
  const executor: Executor = {
    ...native,
    compile: async (graph, options) => slow(await native.compile(graph, options)),
    compileLoop: async (spec) => slow(await native.compileLoop!(spec)),
  };
  return { executor, runs: () => runs };
}

async function open(executor: Executor) {
  const storage = createMemoryStorage();
  const events: LabEvent[] = [];
  const trainer = new Trainer(tinyTrainerParts(executor, storage));
  // Nothing is kept because it is time.
  await trainer.init({ ...tinyInit, keepEveryMs: 1e9 });
  await trainer.startStage('run', request, (event) => events.push(event));
  return { trainer, events, storage };
}

const steps = (events: readonly LabEvent[]) => events.filter(({ type }) => type === 'step');
const curve = (events: readonly LabEvent[]) =>
  events.flatMap((event) => (event.type === 'step' ? [[event.step, event.phase?.name, event.metrics]] : []));

async function uninterrupted(): Promise<LabEvent[]> {
  const { trainer, events } = await open(native);
  await trainer.resume('run');
  await until(events, ({ type }) => type === 'runFinished');
  await trainer.dispose();
  return events;
}

describe('a step that takes long', () => {
  it('is held in its middle by Pause, and goes on to the same curve', async () => {
    let runMs = 400;
    const device = slowDevice(() => runMs);
    const { trainer, events } = await open(device.executor);
    await trainer.resume('run');
    // 256 completions take four batches of two runs each: more than three seconds.
    await trainer.pause('run');
    expect(events.at(-1)).toMatchObject({ type: 'runPaused', step: 0 });
    expect(steps(events)).toEqual([]);
    const { runs } = device;
    const stoodAt = runs();
    await new Promise((resolve) => setTimeout(resolve, 2 * runMs));
    expect(runs()).toBe(stoodAt);
    runMs = 0;
    await trainer.stepOnce('run');
    expect(steps(events)).toHaveLength(1);
    await trainer.resume('run');
    await until(events, ({ type }) => type === 'runFinished');
    expect(curve(events)).toEqual(curve(await uninterrupted()));
    await trainer.dispose();
  });

  it('makes Reset and the next run wait for one run of the device at most', async () => {
    let runMs = 400;
    const device = slowDevice(() => runMs);
    const { trainer, events } = await open(device.executor);
    await trainer.resume('run');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await trainer.reset('run');
    expect(device.runs()).toBe(1);
    runMs = 0;
    await trainer.startStage('run 2', request, (event) => events.push(event));
    await trainer.stepOnce('run 2');
    expect(steps(events)).toHaveLength(1);
    expect(events.map(({ type }) => type)).not.toContain('failed');
    await trainer.dispose();
  });
});

describe('a paused run', () => {
  it('is kept at the step it shows', async () => {
    const { trainer, events, storage } = await open(native);
    await trainer.resume('run');
    await until(events, (event) => event.type === 'step' && event.step === 2 && event.isLastPhase);
    await trainer.pause('run');
    expect((await storage.run('run'))!.step).toBeGreaterThanOrEqual(2);
    await trainer.dispose();
  });

  it('is kept at its last whole step in the middle of one, without a point of what comes again', async () => {
    const { trainer, events, storage } = await open(native);
    await trainer.resume('run');
    await until(events, (event) => event.type === 'step' && event.step === 3);
    await trainer.pause('run');
    expect(steps(events).at(-1)).toMatchObject({ step: 3, isLastPhase: false });
    const stored = (await storage.run('run'))!;
    expect(stored.step).toBe(2);
    expect(stored.resume?.step).toBe(2);
    const reached = Object.values(stored.course.series).map(({ steps: at }) => at.at(-1));
    expect(new Set(reached)).toEqual(new Set([2]));
    await trainer.dispose();
  });
});
