/**
 * Start, pause, step, reset: what the buttons of a stage do. The trainer holds one run at a time; what it reports comes
 * back as events and enters the store once a frame.
 */
import type { LabEvent, StageRequest } from '../../../lab/run/protocol.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { RunHead } from '../../../lab/storage/types.ts';
import type { LiveSettings } from '../../../rlhf/ppoTypes.ts';
import { createFrameQueue } from '../../client/frameQueue.ts';
import { copyPolicy, copyRewardModel } from '../../client/keptWeights.ts';
import { labStorage } from '../../client/storage.ts';
import { eventProxy, type LabWorkers } from '../../client/workers.ts';
import { enterEvents } from './enterEvents.ts';
import { newRun } from './newRun.ts';
import { describeDeadTrainer, describeStartFailure, errorMessage, errorName } from '../session/problems.ts';
import type { SampleActions } from '../samples/sampleActions.ts';
import { isOpen, openRun, stageIndex, stageRun, stageTitles, whatIsMissing } from './stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';
import { visitId } from '../visit/visit.ts';

export interface RunActions {
  /** Starts a run of the stage, or goes on with its paused one. */
  start(kind: StageKind): Promise<void>;
  pause(kind: StageKind): Promise<void>;
  /** One step, in RL one phase of it; opens a run first when there is none. */
  step(kind: StageKind): Promise<void>;
  /** Drops the stage's run, its curves and its completions. */
  reset(kind: StageKind): Promise<void>;
  /** A slider of the RL run in progress. */
  change(settings: Partial<LiveSettings>): Promise<void>;
  /** Forgets every run: another device. */
  forgetAll(): void;
  /**
   * The trainer died. @returns what a new one has to do: go on with the open run from what was kept, or start over a run of
   * which nothing was
   */
  enterDeath(): () => Promise<void>;
  /** Shows a stored run that is about to be reopened. */
  announce(run: RunHead): void;
  /** Opens a stored run again where it was kept last. @param goesOn it was running */
  reopen(id: string, goesOn: boolean): Promise<void>;
  /** Makes a checkpoint of the open run, if there is one, and lets it go. */
  setAside(): Promise<void>;
}

export function createRunActions(workers: LabWorkers, samples: SampleActions): RunActions {
  const { trainer, kept } = workers;

  /** The run of a trainer that died, until a new one has it. */
  let orphan: string | null = null;
  /** Start was pressed last, not Step. */
  let isMeantToRun = false;

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
    if (event.type === 'failed' && event.failedDevice !== null) trainer.stop();
    if (event.type === 'notKept') {
      addNotice(
        'problem',
        `The run goes on, but it is not being kept: ${event.message}. What was kept before is untouched.`,
      );
    }
  }

  /** Copies: what is kept stays here for the stages after this one. */
  function requestOf(kind: StageKind): StageRequest {
    const { document } = labStore.getState().experiment;
    const { name } = labStore.getState().experiment;
    const policy = kind === 'sft' ? null : kept.policy('sft');
    const rewardModel = kind === 'ppo' ? kept.rewardModel() : null;
    return {
      experiment: document,
      index: stageIndex(document, kind),
      policy: policy && copyPolicy(policy),
      rewardModel: rewardModel && copyRewardModel(rewardModel),
      keep: {
        ...{ sessionId: visitId(), experimentName: name },
        policyId: policy && nodeOf('sft'),
        rewardModelId: rewardModel && nodeOf('rewardModel'),
      },
    };
  }

  async function open(kind: StageKind): Promise<string | null> {
    const state = labStore.getState();
    if (whatIsMissing(state, kind) !== null || stageIndex(state.experiment.document, kind) < 0) return null;
    const id = `run-${crypto.randomUUID()}`;
    await endOther(state);
    forget(kind);
    const run = newRun(id, kind, state);
    updateSlice('runs', ({ byId, current }) => ({ byId: { ...byId, [id]: run }, current: { ...current, [kind]: id } }));
    await trainer.call((api) =>
      api.startStage(
        id,
        requestOf(kind),
        eventProxy((event) => queue.push(event)),
      ),
    );
    return id;
  }

  /** The run that another stage takes the trainer from becomes a checkpoint as it stands. */
  async function endOther(state: LabState): Promise<void> {
    const other = openRun(state);
    if (!other) return;
    const nodeId = await trainer.call((api) => api.end(other.id));
    changeRun(other.id, { phase: 'ended', pending: {}, preparation: null, nodeId });
  }

  function fail(kind: StageKind, error: unknown): void {
    if (orphan === null || stageRun(labStore.getState(), kind)?.id !== orphan) showFailure(kind, error);
  }

  function forget(kind: StageKind): void {
    kept.forget(kind);
    if (kind !== 'rewardModel') samples.clear(kind);
  }

  /** Opens a run when none is open; does nothing more when it was reset or failed meanwhile. */
  async function withRun(kind: StageKind, work: (id: string) => Promise<void>): Promise<void> {
    try {
      const before = stageRun(labStore.getState(), kind);
      const id = isOpen(before) ? before.id : await open(kind);
      const run = stageRun(labStore.getState(), kind);
      if (id === null || run?.id !== id || !isOpen(run)) return;
      changeRun(id, { phase: 'running' });
      await work(id);
    } catch (error) {
      fail(kind, error);
    }
  }

  async function reopen(id: string, goesOn: boolean): Promise<void> {
    const run = labStore.getState().runs.byId[id];
    if (!run) return;
    changeRun(id, { phase: 'preparing', pending: {}, preparation: null });
    try {
      await trainer.call((api) =>
        api.reopen(
          id,
          eventProxy((event) => queue.push(event)),
        ),
      );
      if (!goesOn) return;
      changeRun(id, { phase: 'running' });
      await trainer.call((api) => api.resume(id));
    } catch (error) {
      fail(run.stage, error);
    }
  }

  return {
    start(kind) {
      isMeantToRun = true;
      return withRun(kind, (id) => trainer.call((api) => api.resume(id)));
    },
    step(kind) {
      isMeantToRun = false;
      return withRun(kind, (id) => trainer.call((api) => api.stepOnce(id)));
    },
    async pause(kind) {
      const run = stageRun(labStore.getState(), kind);
      if (run?.phase !== 'running') return;
      changeRun(run.id, { phase: 'pausing' });
      try {
        await trainer.call((api) => api.pause(run.id));
      } catch (error) {
        fail(kind, error);
      }
    },
    async reset(kind) {
      const run = stageRun(labStore.getState(), kind);
      updateSlice('runs', ({ current }) => ({ current: { ...current, [kind]: null } }));
      forget(kind);
      if (!isOpen(run)) return;
      try {
        await trainer.call((api) => api.reset(run.id));
      } catch (error) {
        if (errorName(error) !== 'AbortedError') trainer.stop();
      }
    },
    async change(settings) {
      const run = stageRun(labStore.getState(), 'ppo');
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
      const open = openRun(labStore.getState());
      if (open) void labStorage().then((storage) => storage.deleteRun(open.id).catch(() => undefined));
      updateSlice('runs', () => ({ current: { sft: null, rewardModel: null, ppo: null } }));
      (['sft', 'rewardModel', 'ppo'] as const).forEach(forget);
    },
    enterDeath() {
      const run = openRun(labStore.getState());
      if (!run) return () => Promise.resolve();
      // What was being asked of it is refused now; that is no failure of the run.
      orphan = run.id;
      const wasRunning = isMeantToRun && run.phase !== 'paused' && run.phase !== 'pausing';
      addNotice('info', describeDeadTrainer(stageTitles[run.stage], run.step));
      return async () => {
        orphan = null;
        if (await isStored(run.id)) return reopen(run.id, wasRunning);
        await this.reset(run.stage);
        if (wasRunning) await this.start(run.stage);
      };
    },
    announce(head) {
      const state = labStore.getState();
      const run = { ...newRun(head.id, head.stage, state), step: head.step, totalSteps: head.totalSteps };
      updateSlice('runs', ({ byId, current }) => ({
        byId: {
          ...byId,
          [head.id]: { ...run, settings: head.experiment.stages[head.index]!, seed: head.experiment.seed },
        },
        current: { ...current, [head.stage]: head.id },
      }));
    },
    reopen,
    setAside: () => endOther(labStore.getState()),
  };
}

function nodeOf(kind: StageKind): string | null {
  return stageRun(labStore.getState(), kind)?.nodeId ?? null;
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
function showFailure(kind: StageKind, error: unknown): void {
  const state = labStore.getState();
  const run = stageRun(state, kind);
  if (errorName(error) === 'AbortedError' || !isOpen(run)) return;
  changeRun(run.id, { phase: 'failed', problem: describeStartFailure(error, state.session.deviceChoice) });
}
