/**
 * Completions side by side: which prompts are asked of which checkpoint, and when. Every column is asked with the same
 * prompts and the same sampling seed. While a column is being drawn only the newest weights wait for their turn; several
 * draws of a prompt (draws.ts) come after them, one prompt of one column at a time, so that newer weights never wait long.
 */
import type { DisplayPrompt } from '../../../lab/document/experiment.ts';
import { BASE, makesPolicy, type PolicyId } from '../../../lab/pipeline.ts';
import type { Completion, CompletionReview, Snapshot } from '../../../lab/run/protocol.ts';
import { toSamplePrompt } from '../../../lab/draw/samplePrompt.ts';
import type { LabWorkers } from '../../client/workers.ts';
import { writtenColumns } from '../compare/compareSteps.ts';
import { forgetCompletions, keepCompletions } from '../export/exportHistory.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { type Column, columnOf, type Reviewed } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice, togglePrompt } from '../uiActions.ts';
import { DRAWS, drawSampling, nextDraws, shownPrompts, toAskedPrompt, type WantedDraws } from './draws.ts';

/** Shown first, so that a first visit has something to read within seconds. */
const FIRST_PROMPTS = 3;
const MAX_QUESTION_LENGTH = 200;
const ASKED_KEPT = 4;

export interface SampleActions {
  drawBase(): Promise<void>;
  /** Gives the sampler the weights, and draws their column anew. */
  enterSnapshot(snapshot: Snapshot): void;
  /** Asks every column that has weights. */
  ask(question: string): Promise<void>;
  /** Draws every column again: another seed, temperature, or a replaced worker. */
  redraw(): Promise<void>;
  /** Shows several draws of a prompt in every column, or hides them. */
  toggleDraws(promptId: string): void;
  clear(column: PolicyId): void;
}

export function createSampleActions(workers: LabWorkers): SampleActions {
  const waiting = new Map<Snapshot['stageId'], Snapshot>();
  let isRefreshing = false;
  let askedCount = 0;

  async function draw(column: PolicyId, prompts: readonly DisplayPrompt[]): Promise<void> {
    if (prompts.length === 0) return;
    const { document } = labStore.getState().experiment;
    const sampling = { ...document.sampling, seed: document.seed };
    changeColumn(column, () => ({ phase: 'drawing', problem: null }));
    try {
      const request = { policy: column, prompts: prompts.map(toSamplePrompt), sampling };
      const drawn = await workers.sampler.call((api) => api.sample(request));
      workers.sampler.markHealthy();
      changeColumn(column, (before) => ({ phase: 'shown', completions: merge(before.completions, drawn) }));
      void review(column, drawn);
    } catch (error) {
      if (errorName(error) === 'AbortedError') return;
      changeColumn(column, () => ({ phase: 'failed', problem: errorMessage(error) }));
    }
  }

  /** Marks are an extra: without them the text is still there. */
  async function review(column: PolicyId, drawn: readonly Completion[]): Promise<void> {
    const found = await reviewsOf(drawn);
    const reviews: [string, Reviewed][] = drawn.flatMap(({ promptId, text }, index) => {
      const one = found[index];
      return one ? [[promptId, { ...one, text }]] : [];
    });
    changeColumn(column, (before) => ({ reviews: { ...before.reviews, ...Object.fromEntries(reviews) } }));
  }

  /** @returns none where they could not be reviewed */
  async function reviewsOf(drawn: readonly Completion[]): Promise<readonly CompletionReview[]> {
    try {
      return await workers.sampler.call((api) =>
        api.review(drawn.map(({ prompt, text, stopped }) => ({ prompt, text, stopped }))),
      );
    } catch (error) {
      if (!['AbortedError', 'DeviceError'].includes(errorName(error))) {
        addNotice('info', `Misspelt words and refusals are not marked: ${errorMessage(error)}.`);
      }
      return [];
    }
  }

  /** @returns whether to go on: false once the worker was stopped */
  async function drawSeveral({ column, prompt }: WantedDraws): Promise<boolean> {
    const state = labStore.getState();
    const { document } = state.experiment;
    const { step, completions: shown } = columnOf(state, column);
    const prompts = Array.from({ length: DRAWS }, () => toSamplePrompt(prompt));
    try {
      const request = { policy: column, prompts, sampling: drawSampling(document) };
      const completions = await workers.sampler.call((api) => api.sample(request));
      const drawn = { step, seed: document.seed, completions, reviews: await reviewsOf(completions) };
      // Reset or drawn anew meanwhile: they are not of what is shown.
      const isCurrent = columnOf(labStore.getState(), column).completions[prompt.id] === shown[prompt.id];
      if (isCurrent) changeColumn(column, ({ draws }) => ({ draws: { ...draws, [prompt.id]: drawn } }));
      return true;
    } catch (error) {
      if (errorName(error) === 'AbortedError') return false;
      changeColumn(column, () => ({ phase: 'failed', problem: errorMessage(error) }));
      return true;
    }
  }

  async function refresh(): Promise<void> {
    if (isRefreshing) return;
    isRefreshing = true;
    try {
      await nextTask();
      for (let goesOn = true; goesOn;) {
        const snapshot = takeNext();
        const wanted = snapshot ? null : nextDraws(labStore.getState());
        if (snapshot) await show(snapshot);
        else goesOn = wanted !== null && (await drawSeveral(wanted));
      }
    } finally {
      isRefreshing = false;
    }
  }

  function takeNext(): Snapshot | undefined {
    const [snapshot] = waiting.values();
    if (snapshot) waiting.delete(snapshot.stageId);
    return snapshot;
  }

  async function show(snapshot: Snapshot): Promise<void> {
    const { kind, stageId, step } = snapshot;
    try {
      await workers.handOn(snapshot);
      if (kind !== 'policy') return;
      await draw(stageId, shownPrompts(labStore.getState()));
      changeColumn(stageId, () => ({ step }));
      keepCompletions(stageId);
    } catch (error) {
      if (errorName(error) === 'AbortedError') return;
      if (kind !== 'policy') addNotice('problem', `The probe has no reward model: ${errorMessage(error)}.`);
      else changeColumn(stageId, () => ({ phase: 'failed', problem: errorMessage(error) }));
    }
  }

  return {
    async drawBase() {
      const prompts = shownPrompts(labStore.getState());
      await draw(BASE, prompts.slice(0, FIRST_PROMPTS));
      await draw(BASE, prompts.slice(FIRST_PROMPTS));
      keepCompletions(BASE);
      void refresh();
    },
    enterSnapshot(snapshot) {
      waiting.set(snapshot.stageId, snapshot);
      void refresh();
    },
    async ask(question) {
      const text = question.trim().replace(/\s+/g, ' ').slice(0, MAX_QUESTION_LENGTH);
      if (text === '') return;
      const asked = { id: `asked/${++askedCount}`, question: text };
      updateSlice('samples', (samples) => ({ asked: [asked, ...samples.asked].slice(0, ASKED_KEPT) }));
      for (const column of answeringColumns()) await draw(column, [toAskedPrompt(asked)]);
      void refresh();
    },
    async redraw() {
      for (const column of answeringColumns()) {
        await draw(column, shownPrompts(labStore.getState()));
        keepCompletions(column);
      }
      void refresh();
    },
    toggleDraws(promptId) {
      togglePrompt(promptId);
      void refresh();
    },
    clear(column) {
      waiting.delete(column);
      updateSlice('samples', ({ columns: { [column]: _, ...columns } }) => ({ columns }));
      forgetCompletions(column);
    },
  };
}

/** Handing weights to the sampler copies them: not in the same task as drawing what else has come. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The base model, and columns whose weights have written something. */
function answeringColumns(): readonly PolicyId[] {
  return [BASE, ...writtenColumns(labStore.getState()).filter((id) => id !== BASE)];
}

/** Of a stage that is still in the experiment: what comes late for another is dropped. */
function changeColumn(id: PolicyId, change: (before: Column) => Partial<Column>): void {
  const state = labStore.getState();
  if (!makesPolicy(state.experiment.document, id)) return;
  const before = columnOf(state, id);
  updateSlice('samples', ({ columns }) => ({ columns: { ...columns, [id]: { ...before, ...change(before) } } }));
}

function merge(
  before: Readonly<Record<string, Completion>>,
  drawn: readonly Completion[],
): Readonly<Record<string, Completion>> {
  return { ...before, ...Object.fromEntries(drawn.map((completion) => [completion.promptId, completion])) };
}
