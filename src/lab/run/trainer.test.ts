import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceError } from '../../errors.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { tinyModel } from '../../testing/tinyModel.ts';
import { tinyInit, tinyTrainerParts, until } from '../../testing/tinyTrainer.ts';
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import type { DeviceReport, LabEvent, StageRequest } from './protocol.ts';
import type { SettingsOf } from '../stages/kinds.ts';
import { Trainer } from './trainer.ts';

const STEPS = 6;
const experiment: Experiment = parseExperiment({
  seed: 7,
  stages: [
    {
      kind: 'sft',
      steps: STEPS,
      batchSize: 2,
      sequenceLength: 256,
      evalEvery: 3,
      heldoutPairs: 32,
      learningRate: 0.01,
    },
  ],
});
function changed(settings: Partial<SettingsOf<'sft'>>): Experiment {
  return parseExperiment({ ...experiment, stages: experiment.stages.map((stage) => ({ ...stage, ...settings })) });
}

let native: Executor;
/** Events of a run nobody touched. */
let straight: LabEvent[];
beforeAll(async () => {
  native = await openNative({ threads: 1 });
  straight = await uninterrupted();
});
afterAll(() => native.dispose());

function reportFor(executor: Executor): DeviceReport {
  return { device: { ...executor.info, kind: 'webgpu' }, reason: 'a test', considered: [] };
}

const open = (wanted: Experiment): StageRequest => ({
  experiment: wanted,
  stageId: 'sft',
  checkpoints: {},
  sessionId: 's',
  experimentName: 'test',
});

/** A trainer on `executor` with a run that is ready, and everything it reported. */
async function ready(
  executor: Executor = native,
  wanted: Experiment = experiment,
): Promise<{ trainer: Trainer; events: LabEvent[] }> {
  const events: LabEvent[] = [];
  const parts = tinyTrainerParts(executor);
  const trainer = new Trainer({
    ...parts,
    open: async (device) => ({ ...(await parts.open(device)), report: reportFor(executor), fallback: 'wasm' }),
  });
  await trainer.init(tinyInit);
  await trainer.startStage('run-1', open(wanted), (event) => events.push(event));
  return { trainer, events };
}

const types = (events: readonly LabEvent[]) => events.map(({ type }) => type);
const curve = (events: readonly LabEvent[]) =>
  events.flatMap((event) => (event.type === 'step' ? [{ step: event.step, metrics: event.metrics }] : []));
const finished = ({ type }: LabEvent) => type === 'runFinished';
const finalParams = (events: readonly LabEvent[]) => {
  const event = events.find(finished);
  return event?.type === 'runFinished' && event.snapshot.kind === 'policy' ? event.snapshot.params : undefined;
};

async function uninterrupted(): Promise<LabEvent[]> {
  const { trainer, events } = await ready();
  await trainer.resume('run-1');
  await until(events, finished);
  await trainer.dispose();
  return events;
}

describe('Trainer', () => {
  it('opens with the evaluation before training, and takes no step by itself', async () => {
    const { trainer, events } = await ready();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(types(events)).toEqual(['runStarted', 'step']);
    expect(curve(events)[0]).toMatchObject({
      step: 0,
      metrics: { 'eval/loss': expect.closeTo(Math.log(258), 0) as number },
    });
    await trainer.dispose();
  });

  it('runs to the end: every step once, loss falling, one final snapshot that differs from the base', async () => {
    const events = straight;
    expect(curve(events).map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(curve(events).at(-1)!.metrics['eval/loss']).toBeLessThan(curve(events)[0]!.metrics['eval/loss']!);
    expect(types(events).filter((type) => type === 'runFinished')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      type: 'runFinished',
      snapshot: { kind: 'policy', stageId: 'sft', step: 6 },
    });
    expect(finalParams(events)).not.toEqual(tinyModel().params);
  });

  it('gives the same curve and weights twice', async () => {
    const second = await uninterrupted();
    expect(curve(second)).toEqual(curve(straight));
    expect(finalParams(second)).toEqual(finalParams(straight));
  });

  it('gives the same curve and weights when it is stepped, paused and resumed', async () => {
    const { trainer, events } = await ready();
    await trainer.stepOnce('run-1');
    await trainer.stepOnce('run-1');
    await trainer.resume('run-1');
    await trainer.pause('run-1');
    await trainer.stepOnce('run-1');
    await trainer.resume('run-1');
    await until(events, finished);
    await trainer.dispose();
    expect(curve(events)).toEqual(curve(straight));
    expect(finalParams(events)).toEqual(finalParams(straight));
  });

  it('makes exactly one step a press, then reports weights and the pause', async () => {
    const { trainer, events } = await ready();
    await trainer.stepOnce('run-1');
    expect(types(events)).toEqual(['runStarted', 'step', 'step', 'snapshot', 'runPaused']);
    await Promise.all([trainer.stepOnce('run-1'), trainer.stepOnce('run-1')]);
    expect(curve(events).map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    await trainer.dispose();
  });

  it('finishes when the last step is pressed, and ignores presses after that', async () => {
    const { trainer, events } = await ready();
    for (let press = 0; press < STEPS; press++) await trainer.stepOnce('run-1');
    expect(events.at(-1)?.type).toBe('runFinished');
    const count = events.length;
    await trainer.stepOnce('run-1');
    await trainer.resume('run-1');
    await trainer.pause('run-1');
    expect(events).toHaveLength(count);
    await trainer.dispose();
  });

  it('has stopped when pause resolves', async () => {
    const { trainer, events } = await ready();
    await trainer.resume('run-1');
    await until(events, (event) => event.type === 'step' && event.step === 2);
    await trainer.pause('run-1');
    const stopped = curve(events).length;
    expect(types(events).slice(-2)).toEqual(['snapshot', 'runPaused']);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(curve(events)).toHaveLength(stopped);
    await trainer.dispose();
  });

  it('drops a run on reset, and trains the next from the base again', async () => {
    const { trainer, events } = await ready();
    await trainer.resume('run-1');
    await until(events, (event) => event.type === 'step' && event.step === 1);
    await trainer.reset('run-1');
    const count = events.length;
    await expect(trainer.stepOnce('run-1')).rejects.toMatchObject({ name: 'AbortedError' });
    const again: LabEvent[] = [];
    await trainer.startStage('run-2', open(experiment), (event) => again.push(event));
    await trainer.resume('run-2');
    await until(again, finished);
    expect(events).toHaveLength(count);
    expect(curve(again)).toEqual(curve(straight));
    await trainer.dispose();
  });

  it('reports settings that do not fit the model as a failure, with nothing kept', async () => {
    const { trainer, events } = await ready(native, changed({ sequenceLength: 512 }));
    expect(events).toEqual([
      {
        type: 'failed',
        runId: 'run-1',
        error: { name: 'InvalidInputError', message: expect.stringContaining('reads at most 256 tokens') as string },
        keptStep: 0,
        nodeId: null,
        failedDevice: null,
        nextDevice: null,
      },
    ]);
    await trainer.dispose();
  });

  it('names the device that failed, the next to try, and the step that is kept', async () => {
    let isBroken = false;
    const fragile: Executor = {
      ...native,
      async compile(graph, options) {
        const program = await native.compile(graph, options);
        const run: typeof program.run = (feeds) =>
          isBroken ? Promise.reject(new DeviceError('the device was lost')) : program.run(feeds);
        return { ...program, run };
      },
    };
    const { trainer, events } = await ready(fragile);
    await trainer.stepOnce('run-1');
    isBroken = true;
    await trainer.resume('run-1');
    const failure = await until(events, ({ type }) => type === 'failed');
    expect(failure).toEqual({
      type: 'failed',
      runId: 'run-1',
      error: { name: 'DeviceError', message: 'the device was lost' },
      keptStep: 1,
      nodeId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      failedDevice: 'webgpu',
      nextDevice: 'wasm',
    });
    await trainer.dispose();
  });
});
