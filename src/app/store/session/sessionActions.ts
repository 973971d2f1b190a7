/**
 * The machine the lab runs on: starting the workers, saying how far they are, changing the device, replacing the dead.
 */
import { BASE } from '../../../lab/pipeline.ts';
import type { DeviceChoice } from '../../../lab/run/protocol.ts';
import { createLabWorkers } from '../../client/workers.ts';
import { renameExperiment, replaceDocument } from '../experiment/experimentActions.ts';
import { readOverrides } from './overrides.ts';
import { recallPace } from './pace.ts';
import { describeStartFailure, errorName } from './problems.ts';
import { createProbeActions } from '../samples/probeActions.ts';
import { createRunActions } from '../run/runActions.ts';
import { createSampleActions } from '../samples/sampleActions.ts';
import type { WorkerName, WorkerState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

export const workers = createLabWorkers({
  initRequest: () => {
    const { session, experiment } = labStore.getState();
    const modelsUrl = new URL('models/', document.baseURI).href;
    const { model, threads } = experiment.document;
    const { deviceChoice: device, keepEveryMs } = session;
    return { device, modelsUrl, model, threads, ...(keepEveryMs === null ? {} : { keepEveryMs }) };
  },
  onStarting: (worker) => changeWorker(worker, { phase: 'starting', progress: null }),
  onProgress: (worker, progress) => changeWorker(worker, { progress }),
  onReady: (worker, { report, model, baseId }) => {
    changeWorker(worker, { phase: 'ready', progress: null });
    updateSlice('session', (session) => ({
      report: worker === 'trainer' || !session.report ? report : session.report,
      model,
      baseId,
      problem: null,
    }));
  },
  onDeath: (worker, restartInMs) => replace(worker, restartInMs),
});

export const sampleActions = createSampleActions(workers);
export const runActions = createRunActions(workers, sampleActions);
export const probeActions = createProbeActions(workers);

/** The address is read once; what is wrong in it is said and ignored. */
export function applyOverrides(search: string): void {
  const { device, document, name, keepEveryMs, refused } = readOverrides(search);
  replaceDocument(document);
  if (name !== null) renameExperiment(name);
  updateSlice('session', () => ({ deviceChoice: device, keepEveryMs }));
  for (const sentence of refused) addNotice('problem', sentence);
}

/** Base completions first; then the trainer is made ready, so that Start starts at once. */
export async function bootLab(): Promise<void> {
  recallPace();
  updateSlice('session', () => ({ problem: null }));
  try {
    await workers.sampler.call(() => Promise.resolve());
  } catch (error) {
    if (errorName(error) === 'AbortedError') return;
    changeWorker('sampler', { phase: 'failed' });
    const problem = describeStartFailure(error, labStore.getState().session.deviceChoice);
    updateSlice('session', () => ({ problem }));
    return;
  }
  await sampleActions.drawBase();
  await warmTrainer();
}

/** Starts over on another device: the open run is dropped, settings and seed are kept. */
export async function chooseDevice(choice: DeviceChoice): Promise<void> {
  workers.trainer.stop();
  workers.sampler.stop();
  runActions.forgetAll();
  sampleActions.clear(BASE);
  updateSlice('session', () => ({ deviceChoice: choice, report: null }));
  await bootLab();
}

/** A trainer that can't start says so when Start is pressed; the completions work without it. */
async function warmTrainer(): Promise<void> {
  try {
    await workers.trainer.call(() => Promise.resolve());
  } catch {
    changeWorker('trainer', { phase: 'failed' });
  }
}

/** @param restartInMs null = it has died too often to be replaced unasked */
function replace(worker: WorkerName, restartInMs: number | null): void {
  changeWorker(worker, { phase: 'failed', progress: null });
  if (worker === 'trainer') {
    const goOn = runActions.enterDeath(restartInMs !== null);
    if (restartInMs !== null) setTimeout(() => void warmTrainer().then(goOn), restartInMs);
    return;
  }
  if (labStore.getState().session.report === null) return;
  if (restartInMs === null) {
    addNotice(
      'problem',
      'The worker that draws completions has stopped working several times in a row, so it is not started again by itself. What was drawn is kept: press Draw again above a column to try once more, or reload the page.',
    );
    return;
  }
  addNotice(
    'info',
    'The worker that draws completions stopped working. A new one takes its place and draws them again.',
  );
  setTimeout(() => void sampleActions.redraw(), restartInMs);
}

function changeWorker(name: WorkerName, change: Partial<WorkerState>): void {
  updateSlice('session', ({ workers: all }) => ({ workers: { ...all, [name]: { ...all[name], ...change } } }));
}
