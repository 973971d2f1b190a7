/**
 * Start, pause, step, reset: what the buttons of a stage do. The trainer holds one run at a time; what it reports comes
 * back as events and enters the store once a frame.
 */
import type { LabEvent, StageRequest } from '../../../lab/run/protocol.ts';
import { BASE, inputsOf, seedOf, stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LiveChanges } from '../../../lab/stages/stageRun.ts';
import type { RunHead } from '../../../lab/storage/types.ts';
import { createFrameQueue } from '../../client/frameQueue.ts';
import { labStorage } from '../../client/storage.ts';
import { eventProxy, type LabWorkers } from '../../client/workers.ts';
import { enterEvents } from './enterEvents.ts';
import { newRun } from './newRun.ts';
import {
  describeDeadTrainer,
  describeStartFailure,
  describeTrainerGivenUp,
  errorMessage,
  errorName,
} from '../session/problems.ts';
import { notePace } from '../session/pace.ts';
import { offerDrawn } from '../label/drawnPairs.ts';
import type { SampleActions } from '../samples/sampleActions.ts';
import { withRun } from './shownRuns.ts';
import { isOpen, openRun, stageIds, stageRun, stageTitle, whatIsMissing } from './stageRuns.ts';
import type { LabState, Notice, RunRecord } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice, dismissNotice } from '../uiActions.ts';
import { visitId } from '../visit/visit.ts';

export interface RunActions {
  /** Starts a run of the stage, or goes on with its paused one. */
  start(id: StageId): Promise<void>;
  pause(id: StageId): Promise<void>;
  /** One step, or one phase of a step that has several; opens a run first when there is none. */
  step(id: StageId): Promise<void>;
  /** The page may go away: what runs is kept now, not only when it is time. */
  keep(): void;
  /** Drops the stage's run, its curves and its completions. */
  reset(id: StageId): Promise<void>;
  /** A slider of a stage's run in progress. */
  change(id: StageId, settings: LiveChanges): Promise<void>;
  /** Forgets every run: another device. */
  forgetAll(): void;
  /**
   * The trainer died.
   * @param isReplaced false = none takes its place unless asked: the open run is then paused where it was kept
   * @returns what a new one has to do: go on with the open run from what was kept, or start over a run of which nothing was
   */
  enterDeath(isReplaced: boolean): () => Promise<void>;
  /** Shows a stored run that is about to be reopened. */
  announce(run: RunHead): void;
  /** Opens a stored run again where it was kept last. @param goesOn it was running */
  reopen(runId: string, goesOn: boolean): Promise<void>;
  /** Makes a checkpoint of the open run, if there is one, and lets it go. */
  setAside(): Promise<void>;
}

export function createRunActions(workers: LabWorkers, samples: SampleActions): RunActions {
  const { trainer, kept } = workers;

  /** The run of a trainer that died, until a new one has it. */
  let orphan: string | null = null;
  let deathCount = 0;
  let deathNotice = '';
  /** Start was pressed last, not Step. */
  let isMeantToRun = false;
  /** The furthest step of the newest run: what a trainer repeats after a death is no sign of health. */
  let furthest = { runId: '', step: 0 };

  const queue = createFrameQueue<LabEvent>((events) => {
    labStore.setState((state) => enterEvents(state, events, performance.now()));
    const current = Object.values(labStore.getState().runs.current);
    for (const event of events) if (current.includes(event.runId)) handOn(event);
  });

  /** What an event means beyond the store: weights are kept and go to the sampler, a broken device is let go. */
  function handOn(event: LabEvent): void {
    if ('snapshot' in event) {
      kept.keep(event.snapshot);
      samples.enterSnapshot(event.snapshot);
    }
    if (event.type === 'step' && (event.runId !== furthest.runId || event.step > furthest.step)) {
      furthest = { runId: event.runId, step: event.step };
      trainer.markHealthy();
    }
    if (event.type === 'step' && event.isLastPhase) notePace(event.runId);
    if (event.type === 'preparing') offerDrawn(event.pairs ?? []);
    if (event.type === 'failed' && event.failedDevice !== null) trainer.stop();
    if (event.type === 'notKept') {
      addNotice(
        'problem',
        `The run goes on, but it is not being kept: ${event.message}. What was kept before is untouched.`,
      );
    }
  }

  function requestOf(id: StageId): StageRequest {
    const state = labStore.getState();
    const { document: experiment, name: experimentName } = state.experiment;
    return { experiment, stageId: id, checkpoints: checkpointsFor(state, id), sessionId: visitId(), experimentName };
  }

  async function open(id: StageId): Promise<string | null> {
    const state = labStore.getState();
    if (whatIsMissing(state, id) !== null) return null;
    const runId = `run-${crypto.randomUUID()}`;
    await endOther(state);
    forget(id);
    showRun(newRun(runId, id, state));
    await trainer.call((api) =>
      api.startStage(
        runId,
        requestOf(id),
        eventProxy((event) => queue.push(event)),
      ),
    );
    return runId;
  }

  /** The run that another stage takes the trainer from becomes a checkpoint as it stands. */
  async function endOther(state: LabState): Promise<void> {
    const other = openRun(state);
    if (!other) return;
    if (other.id === orphan) await adopt(other, () => false);
    // What was never kept is gone with the dead trainer.
    if (openRun(labStore.getState())?.id !== other.id) return;
    const nodeId = await trainer.call((api) => api.end(other.id));
    changeRun(other.id, { phase: 'ended', pending: {}, preparation: null, nodeId });
  }

  function fail(id: StageId, error: unknown): void {
    if (orphan === null || stageRun(labStore.getState(), id)?.id !== orphan) showFailure(id, error);
  }

  function forget(id: StageId): void {
    kept.forget(id);
    samples.clear(id);
  }

  /** Opens a run when none is open; does nothing more when it was reset or failed meanwhile. */
  async function onOpenRun(id: StageId, work: (runId: string) => Promise<void>): Promise<void> {
    try {
      const shown = stageRun(labStore.getState(), id);
      if (shown && shown.id === orphan) {
        await adopt(shown, () => false);
        if (orphan !== null) return;
      }
      const before = stageRun(labStore.getState(), id);
      const runId = isOpen(before) ? before.id : await open(id);
      const run = stageRun(labStore.getState(), id);
      if (runId === null || run?.id !== runId || !isOpen(run)) return;
      changeRun(runId, { phase: 'running' });
      await work(runId);
    } catch (error) {
      fail(id, error);
    }
  }

  async function reopen(runId: string, goesOn: boolean): Promise<void> {
    const run = labStore.getState().runs.byId[runId];
    if (!run) return;
    changeRun(runId, { phase: 'preparing', pending: {}, preparation: null });
    try {
      await trainer.call((api) =>
        api.reopen(
          runId,
          eventProxy((event) => queue.push(event)),
        ),
      );
      if (!goesOn) return;
      changeRun(runId, { phase: 'running' });
      await trainer.call((api) => api.resume(runId));
    } catch (error) {
      fail(run.stageId, error);
    }
  }

  /** A new trainer takes the run of a dead one. @param goesOn asked at the last moment: Pause may be pressed meanwhile */
  async function adopt({ id, stageId }: RunRecord, goesOn: () => boolean): Promise<void> {
    orphan = null;
    if (await isStored(id)) return reopen(id, goesOn());
    await reset(stageId);
    if (goesOn()) await start(stageId);
  }

  function sayDeath(tone: Notice['tone'], text: string): void {
    dismissNotice(deathNotice);
    deathNotice = addNotice(tone, text);
  }

  function start(id: StageId): Promise<void> {
    isMeantToRun = true;
    return onOpenRun(id, (runId) => trainer.call((api) => api.resume(runId)));
  }

  async function reset(id: StageId): Promise<void> {
    const run = stageRun(labStore.getState(), id);
    updateSlice('runs', ({ current: { [id]: _, ...current } }) => ({ current }));
    forget(id);
    if (!isOpen(run)) return;
    try {
      if (run.id === orphan) return await forgetStored(run.id);
      trainer.tell((api) => api.hold(run.id));
      await trainer.call((api) => api.reset(run.id));
    } catch (error) {
      if (errorName(error) !== 'AbortedError') trainer.stop();
    }
  }

  /** Of a run that no trainer holds. */
  async function forgetStored(runId: string): Promise<void> {
    orphan = null;
    const storage = await labStorage();
    await storage.deleteRun(runId).catch(() => undefined);
  }

  return {
    start,
    step(id) {
      isMeantToRun = false;
      return onOpenRun(id, (runId) => trainer.call((api) => api.stepOnce(runId)));
    },
    async pause(id) {
      const run = stageRun(labStore.getState(), id);
      if (run?.phase !== 'running') return;
      changeRun(run.id, { phase: 'pausing' });
      trainer.tell((api) => api.hold(run.id));
      try {
        await trainer.call((api) => api.pause(run.id));
      } catch (error) {
        fail(id, error);
      }
    },
    keep() {
      const run = openRun(labStore.getState());
      if (run) trainer.tell((api) => api.keep(run.id));
    },
    reset,
    async change(id, settings) {
      const run = stageRun(labStore.getState(), id);
      if (!isOpen(run)) return;
      changeRun(run.id, { pending: { ...run.pending, ...settings } });
      try {
        await trainer.call((api) => api.change(run.id, settings));
      } catch (error) {
        if (errorName(error) === 'AbortedError') return;
        changeRun(run.id, { pending: run.pending });
        addNotice('problem', `The slider was not taken: ${errorMessage(error)}. The value before is kept.`);
      }
    },
    forgetAll() {
      const state = labStore.getState();
      const open = openRun(state);
      if (open) void forgetStored(open.id);
      updateSlice('runs', () => ({ current: {} }));
      stageIds(state).forEach(forget);
    },
    enterDeath(isReplaced) {
      const state = labStore.getState();
      const run = openRun(state);
      if (!run) return () => Promise.resolve();
      // What was being asked of it is refused now; that is no failure of the run.
      orphan = run.id;
      const death = ++deathCount;
      const title = stageTitle(state, run.stageId);
      if (!isReplaced) {
        changeRun(run.id, { phase: 'paused', pending: {}, preparation: null });
        sayDeath('problem', describeTrainerGivenUp(title));
        return () => Promise.resolve();
      }
      sayDeath('info', describeDeadTrainer(title, run.step));
      const phase = () => labStore.getState().runs.byId[run.id]?.phase ?? 'paused';
      const goesOn = () => isMeantToRun && phase() !== 'paused' && phase() !== 'pausing';
      return async () => {
        if (orphan === run.id && death === deathCount) await adopt(run, goesOn);
      };
    },
    announce({ id, experiment, stageId, step, totalSteps }) {
      const state = labStore.getState();
      const stage = stageNamed(experiment, stageId);
      showRun({ ...newRun(id, stageId, state), step, totalSteps, stage, seed: seedOf(experiment, stageId) });
    },
    reopen,
    setAside: () => endOther(labStore.getState()),
  };
}

/** The checkpoints that the stages it starts from show. */
export function checkpointsFor(state: LabState, id: StageId): StageRequest['checkpoints'] {
  const { policies, rewardModel } = inputsOf(state.experiment.document, id);
  const inputs = rewardModel === null ? policies : [...policies, rewardModel];
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const nodeId = input === BASE ? null : stageRun(state, input)?.nodeId;
      return nodeId ? [[input, nodeId]] : [];
    }),
  );
}

function showRun(run: RunRecord): void {
  updateSlice('runs', (runs) => withRun(runs, run));
}

function changeRun(id: string, change: Partial<RunRecord>): void {
  updateSlice('runs', ({ byId }) => {
    const run = byId[id];
    return run ? { byId: { ...byId, [id]: { ...run, ...change } } } : {};
  });
}

async function isStored(id: string): Promise<boolean> {
  const storage = await labStorage();
  return (await storage.run(id).catch(() => null)) !== null;
}

/** A call that was refused: shown on the run, unless the run already says why it ended. */
function showFailure(id: StageId, error: unknown): void {
  const state = labStore.getState();
  const run = stageRun(state, id);
  if (errorName(error) === 'AbortedError' || !isOpen(run)) return;
  changeRun(run.id, { phase: 'failed', problem: describeStartFailure(error, state.session.deviceChoice) });
}
