/**
 * Nothing is lost on a reload: the visit's experiment, its finished stages and a run that was interrupted come back. What
 * can't be read is said and left where it is.
 */
import { type Experiment, parseExperiment } from '../../../lab/document/experiment.ts';
import type { Snapshot } from '../../../lab/run/protocol.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LabStorage, RunHead, StoredSession } from '../../../lab/storage/types.ts';
import { labStorage, storageRefusal } from '../../client/storage.ts';
import { renameExperiment, replaceDocument } from '../experiment/experimentActions.ts';
import { errorMessage } from '../session/problems.ts';
import { restoreNode } from '../run/restoreActions.ts';
import { runActions, sampleActions } from '../session/sessionActions.ts';
import { stageIds, stageRun, stageTitle } from '../run/stageRuns.ts';
import { labStore } from '../store.ts';
import { addNotice, dismissNotice } from '../uiActions.ts';
import { readLastWords, takeVisit, visitId, writeLastWords } from './visit.ts';

/** A change of the experiment is stored so long after it. */
const STORE_AFTER_MS = 50;

/** What is left to do once the page has its models: completions to draw, a run to go on with. */
export interface OpenedVisit {
  finish(): Promise<void>;
}

/**
 * Before the workers start.
 * @param isFresh a link was opened: what was stored stays where it is
 * @param late aborted when the page has gone on without it: nothing of the visit is shown, and nothing is stored over it
 */
export async function openVisit(search: string, isFresh: boolean, late: AbortSignal): Promise<OpenedVisit> {
  const storage = await labStorage();
  const refusal = storageRefusal();
  if (refusal !== null) {
    addNotice('info', `This tab keeps everything, but a reload loses it: ${refusal}.`);
  }
  try {
    const visit = await takeVisit(isFresh ? [] : await storage.sessions(), search);
    late.throwIfAborted();
    const snapshots = visit ? await restore(storage, visit, late) : [];
    const runs = visit ? await ownRuns(storage) : [];
    late.throwIfAborted();
    for (const run of runs) runActions.announce(run);
    keepVisit(storage, search);
    return {
      async finish() {
        for (const snapshot of snapshots) sampleActions.enterSnapshot(snapshot);
        for (const run of runs) {
          if (run.nodeId === null) sayInterrupted(run);
          await runActions.reopen(run.id, false);
        }
      },
    };
  } catch (error) {
    if (late.aborted) throw error;
    addNotice(
      'problem',
      `What was stored of the last visit could not be opened: ${errorMessage(error)}. It stays stored.`,
    );
    return { finish: () => Promise.resolve() };
  }
}

async function restore(storage: LabStorage, visit: StoredSession, late: AbortSignal): Promise<readonly Snapshot[]> {
  const { labels } = labStore.getState().experiment.document;
  const { name, experiment } = lastWords() ?? visit;
  replaceDocument({ ...experiment, labels });
  renameExperiment(name);
  const snapshots: Snapshot[] = [];
  // In the order of the pipeline, so that each finds what it was made from.
  for (const id of stageIds(labStore.getState())) {
    const nodeId = visit.current[id] ?? null;
    const node = nodeId === null ? null : await storage.node(nodeId);
    late.throwIfAborted();
    if (!node) continue;
    try {
      snapshots.push(await restoreNode(storage, id, node));
    } catch (error) {
      const title = stageTitle(labStore.getState(), id);
      addNotice('info', `${title} of the last visit is not shown: ${errorMessage(error)}.`);
    }
  }
  return snapshots;
}

/** What was changed in the moment before the page went away. */
function lastWords(): { readonly name: string; readonly experiment: Experiment } | null {
  const words = readLastWords();
  try {
    return words && { name: String(words.name), experiment: parseExperiment(words.experiment) };
  } catch {
    return null;
  }
}

/** Runs of this visit that finished when nobody looked, and then the one that didn't: the trainer holds one at a time. */
async function ownRuns(storage: LabStorage): Promise<readonly RunHead[]> {
  const own = (await storage.runs())
    .filter(({ sessionId }) => sessionId === visitId())
    .sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
  const open = own.filter(({ nodeId }) => nodeId === null);
  return [...own.filter(({ nodeId }) => nodeId !== null), ...open.slice(-1)];
}

/** Until the run goes on, or something else takes its place. */
function sayInterrupted({ id, stageId, step }: RunHead): void {
  const notice = addNotice(
    'info',
    `${stageTitle(labStore.getState(), stageId)} was interrupted. It stands at step ${step}, where it was kept last: press Resume to go on to the same curve.`,
  );
  const leave = labStore.subscribe((state) => {
    const run = stageRun(state, stageId);
    if (run?.id === id && ['preparing', 'ready', 'paused'].includes(run.phase)) return;
    leave();
    dismissNotice(notice);
  });
}

/** What the visit shows as its own is no longer news. */
async function forgetNoted(storage: LabStorage): Promise<void> {
  const noted = Object.values(currentNodes());
  for (const run of await storage.runs()) {
    if (run.sessionId === visitId() && run.nodeId !== null && noted.includes(run.nodeId))
      await storage.deleteRun(run.id);
  }
}

/** From now on every change of the experiment and of what the stages show is stored. */
function keepVisit(storage: LabStorage, search: string): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRefused = false;
  const mark = () => {
    const state = labStore.getState();
    const runs = stageIds(state).map((id) => stageRun(state, id));
    // A run that begins makes a visit worth keeping, its checkpoint a stage worth showing again.
    return [state.experiment, ...runs.flatMap((run) => [run?.id ?? null, run?.nodeId ?? null])];
  };
  /** What was handed to storage last, and what is known to lie there: a reload in between must lose nothing. */
  let [sent, stored] = [mark(), mark()];
  const store = async (): Promise<void> => {
    timer = null;
    const now = mark();
    if (isSame(now, sent)) return;
    sent = now;
    const { experiment } = labStore.getState();
    try {
      await storage.putSession({
        id: visitId(),
        name: experiment.name,
        usedAt: new Date().toISOString(),
        search,
        // Labels have a place of their own.
        experiment: { ...experiment.document, labels: [] },
        current: currentNodes(),
      });
      stored = now;
      writeLastWords(null);
      await forgetNoted(storage);
      isRefused = false;
    } catch (error) {
      if (!isRefused)
        addNotice('problem', `This visit is not being kept: ${errorMessage(error)}. A reload would lose it.`);
      isRefused = true;
    }
  };
  labStore.subscribe(() => (timer ??= setTimeout(() => void store(), STORE_AFTER_MS)));
  // Hidden tabs are ended without another word, on phones above all.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') runActions.keep();
  });
  window.addEventListener('pagehide', () => {
    if (isSame(mark(), stored)) return;
    const { name, document } = labStore.getState().experiment;
    writeLastWords({ name, experiment: { ...document, labels: [] } });
    void store();
  });
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

function currentNodes(): Readonly<Record<StageId, string | null>> {
  const state = labStore.getState();
  return Object.fromEntries(stageIds(state).map((id) => [id, stageRun(state, id)?.nodeId ?? null]));
}
