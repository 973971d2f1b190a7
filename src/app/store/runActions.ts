/**
 * Start, pause, step, reset: what the buttons of a stage do. One run at a time; what the trainer reports comes back as
 * events and enters the store once a frame.
 */
import { sftSettings } from '../../lab/experiment.ts';
import type { LabEvent } from '../../lab/protocol.ts';
import { createFrameQueue } from '../client/frameQueue.ts';
import { eventProxy, type LabWorkers } from '../client/workers.ts';
import { enterEvents } from './enterEvents.ts';
import { describeDeadTrainer, describeStartFailure, errorName } from './problems.ts';
import type { SampleActions } from './sampleActions.ts';
import type { RunPhase, RunRecord } from './state.ts';
import { currentRun, isRunOpen, labStore, updateSlice } from './store.ts';

export interface RunActions {
  /** Starts a run, or goes on with a paused one. */
  start(): Promise<void>;
  pause(): Promise<void>;
  /** One step; opens a run first when there is none. */
  step(): Promise<void>;
  /** Drops the run, its curves and its completions. */
  reset(): Promise<void>;
  /** The trainer died: the open run can't go on. */
  enterDeath(): void;
}

export function createRunActions(workers: LabWorkers, samples: SampleActions): RunActions {
  const { trainer } = workers;
  let runCount = 0;

  const queue = createFrameQueue<LabEvent>((events) => {
    labStore.setState((state) => enterEvents(state, events, performance.now()));
    const { currentId } = labStore.getState().runs;
    for (const event of events) if (event.runId === currentId) handOn(event);
  });

  /** What an event means beyond the store: weights go to the sampler, a broken device is let go. */
  function handOn(event: LabEvent): void {
    if ('snapshot' in event) samples.enterSnapshot(event.snapshot);
    if (event.type === 'failed' && event.failedDevice !== null) trainer.stop();
  }

  async function open(): Promise<string> {
    const { document } = labStore.getState().experiment;
    const stage = document.stages[0];
    if (!stage) throw new TypeError('an experiment has at least one stage');
    const settings = sftSettings(stage);
    const id = `run-${++runCount}`;
    const run: RunRecord = {
      ...{ id, stage: 'sft', phase: 'preparing', step: 0, totalSteps: settings.steps, settings, seed: document.seed },
      ...{ device: null, series: {}, snapshotSteps: [], arrivals: [], problem: null },
    };
    samples.clear('sft');
    updateSlice('runs', ({ byId }) => ({ byId: { ...byId, [id]: run }, currentId: id }));
    await trainer.call((api) =>
      api.startSft(
        id,
        settings,
        document,
        eventProxy((event) => queue.push(event)),
      ),
    );
    return id;
  }

  /** Opens a run when none is open; does nothing more when it was reset or failed meanwhile. */
  async function withRun(phase: RunPhase, work: (id: string) => Promise<void>): Promise<void> {
    try {
      const state = labStore.getState();
      const id = isRunOpen(state) ? state.runs.currentId : await open();
      if (id === null || !isCurrentAndOpen(id)) return;
      setPhase(id, phase);
      await work(id);
    } catch (error) {
      fail(error);
    }
  }

  return {
    start: () => withRun('running', (id) => trainer.call((api) => api.resume(id))),
    step: () => withRun('running', (id) => trainer.call((api) => api.stepOnce(id))),
    async pause() {
      const run = currentRun(labStore.getState());
      if (run?.phase !== 'running') return;
      setPhase(run.id, 'pausing');
      try {
        await trainer.call((api) => api.pause(run.id));
      } catch (error) {
        fail(error);
      }
    },
    async reset() {
      const run = currentRun(labStore.getState());
      updateSlice('runs', () => ({ currentId: null }));
      samples.clear('sft');
      workers.forgetWeights();
      if (!run || run.phase === 'failed') return;
      try {
        await trainer.call((api) => api.reset(run.id));
      } catch (error) {
        if (errorName(error) !== 'AbortedError') trainer.stop();
      }
    },
    enterDeath() {
      const state = labStore.getState();
      const run = currentRun(state);
      if (run && isRunOpen(state)) changeRun(run.id, { phase: 'failed', problem: describeDeadTrainer(run.step) });
    },
  };
}

function isCurrentAndOpen(id: string): boolean {
  const state = labStore.getState();
  return state.runs.currentId === id && isRunOpen(state);
}

function setPhase(id: string, phase: RunPhase): void {
  changeRun(id, { phase });
}

function changeRun(id: string, change: Partial<RunRecord>): void {
  updateSlice('runs', ({ byId }) => {
    const run = byId[id];
    return run ? { byId: { ...byId, [id]: { ...run, ...change } } } : {};
  });
}

/** A call that was refused: shown on the run, unless the run already says why it ended. */
function fail(error: unknown): void {
  const state = labStore.getState();
  const run = currentRun(state);
  if (errorName(error) === 'AbortedError' || !run || !isRunOpen(state)) return;
  changeRun(run.id, { phase: 'failed', problem: describeStartFailure(error, state.session.deviceChoice) });
}
