/**
 * What the buttons and keys of the labelling bench do. Labels are part of the experiment; queue, undo and review are the
 * bench's own. Every deed says in words what was recorded and what lies on the table now, for those who don't see it.
 */
import type { PairOpinion } from '../../../lab/desk/deskTypes.ts';
import { withLock } from '../../../lab/locks.ts';
import { editedLabel, ownLabel } from '../../../lab/desk/ownLabel.ts';
import type { CandidatePair, Preference } from '../../../world/spec/types.ts';
import {
  aiLabelOf,
  type Bench,
  enterDeed,
  MAX_LABELS,
  pairOnTable,
  undoDeed,
  usedIds,
  withFreeId,
} from './benchSteps.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { desk } from '../session/desk.ts';
import type { BenchDeed, BenchMode, Choice } from './labelState.ts';
import { LABELS_KEY, readStoredLabels, storeBesideOthers } from './labelStorage.ts';
import { drawAhead } from './pairActions.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

const STORE_AFTER_MS = 300;

const deedWords: Readonly<Record<BenchDeed['choice'], string>> = {
  a: 'A is better',
  b: 'B is better',
  tie: 'a tie',
  bothBad: 'both are bad',
  edit: 'your edited reply',
  skip: 'skipped',
  keep: 'the AI’s label is kept',
};

export function vote(choice: Choice): void {
  const pair = pairOnTable(bench());
  if (pair) perform(pair, choice, ownLabel(pair, choice));
}

/** @returns what is wrong with the text, or null when it was recorded */
export function recordEdit(which: 'a' | 'b', text: string): string | null {
  const pair = pairOnTable(bench());
  if (!pair) return 'There is no pair on the table.';
  if (text.trim() === '') return 'Write a reply first.';
  if (text.trim() === pair[which].text.trim()) return 'The text is unchanged: change it, or vote with the keys.';
  perform(pair, 'edit', editedLabel(pair, which, text));
  return null;
}

export function skip(): void {
  const pair = pairOnTable(bench());
  if (pair) perform(pair, 'skip', null);
}

/** Leaves the AI's label as it is. */
export function keepAiLabel(): void {
  const pair = pairOnTable(bench());
  if (pair && labStore.getState().bench.mode === 'check') perform(pair, 'keep', null);
}

export function undo(): void {
  const last = labStore.getState().bench.deeds.at(-1);
  if (!last) return;
  enter(undoDeed(bench()), `Undone: ${deedWords[last.choice]}.`);
}

export function setMode(mode: BenchMode): void {
  updateSlice('bench', () => ({ mode }));
  say('');
}

export function setLabels(labels: readonly Preference[]): void {
  updateSlice('experiment', ({ document }) => ({ document: { ...document, labels: [...labels] } }));
}

export function removeLabel(label: Preference): void {
  setLabels(bench().labels.filter((other) => other.id !== label.id || other.labeler !== label.labeler));
  updateSlice('bench', () => ({ said: 'Label removed.' }));
}

function perform(pair: CandidatePair, choice: BenchDeed['choice'], label: Preference | null): void {
  const state = bench();
  const { mode } = state.bench;
  const replaced = mode === 'check' && label ? aiLabelOf(state.labels, pair) : null;
  if (label && !replaced && state.labels.length >= MAX_LABELS) {
    const text = `${MAX_LABELS.toLocaleString('en')} labels are the most an experiment holds: export and remove some first.`;
    addNotice('problem', text);
    return;
  }
  // Another run's pair may have the same name.
  const named = label && withFreeId(label, usedIds(state.labels));
  const deed: BenchDeed = { pair, mode, choice, label: named, replaced, opinion: null };
  enter(enterDeed(state, deed), `${label ? 'Recorded: ' : ''}${deedWords[choice]}.`);
  if (choice !== 'skip') void judge(deed);
}

function enter(next: Bench, done: string): void {
  updateSlice('bench', () => next.bench);
  if (next.labels !== bench().labels) setLabels(next.labels);
  say(done);
  void drawAhead();
}

/** After the vote, never before. */
async function judge(deed: BenchDeed): Promise<void> {
  try {
    const opinion = await opinionOf(deed.pair);
    updateSlice('bench', ({ deeds }) => ({
      deeds: deeds.map((each) =>
        each.pair === deed.pair && each.choice === deed.choice ? { ...each, opinion } : each,
      ),
    }));
  } catch (error) {
    complain('What the written spec says can’t be shown', error);
  }
}

/** What the written spec and the labelers make of a pair: for pairs that nobody is asked about any more. */
export function opinionOf(pair: CandidatePair): Promise<PairOpinion> {
  const { spec } = labStore.getState().experiment.document;
  return desk.call((api) => api.judgePair(spec, pair));
}

function say(done: string): void {
  const pair = pairOnTable(bench());
  const next = pair
    ? `Next pair. Asked: ${pair.prompt.question} Reply A:${pair.a.text}. Reply B:${pair.b.text}.`
    : 'The next pair is being drawn.';
  updateSlice('bench', () => ({ said: `${done} ${next}`.trim() }));
}

export function complain(what: string, error: unknown): void {
  if (errorName(error) !== 'AbortedError') addNotice('problem', `${what}: ${errorMessage(error)}.`);
}

function bench(): Bench {
  const { experiment, bench: state } = labStore.getState();
  return { labels: experiment.document.labels, bench: state };
}

let isReviewing = false;
let isReviewDue = false;

/** Contradictions, agreement and unsure labels of the labels and the spec as they are now; one at a time, the last counts. */
export async function reviewLabels(): Promise<void> {
  isReviewDue = true;
  if (isReviewing) return;
  isReviewing = true;
  try {
    while (isReviewDue) {
      isReviewDue = false;
      const { labels, spec } = labStore.getState().experiment.document;
      const review = await desk.call((api) => api.reviewLabels(spec, labels));
      updateSlice('bench', () => ({ review }));
    }
  } catch (error) {
    complain('The labels could not be reviewed', error);
  } finally {
    isReviewing = false;
  }
}

/** Once, when the page starts: labels of the last visit come back, and from now on every change is stored. */
export function restoreLabels(): void {
  const { labels, problem } = readStoredLabels(ofThisBrowser);
  if (labels.length > 0) setLabels(labels);
  if (problem !== null) addNotice('problem', problem);
  let stored = labStore.getState().experiment.document.labels;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const store = (): void => {
    timer = null;
    const now = labStore.getState().experiment.document.labels;
    if (now === stored) return;
    const before = stored;
    stored = now;
    const trouble = storeBesideOthers(ofThisBrowser, now, before);
    if (trouble !== null) addNotice('problem', trouble);
  };
  // Reading, merging and writing is one piece of work, which no other tab may do in between.
  labStore.subscribe(({ experiment }) => {
    if (experiment.document.labels !== stored)
      timer ??= setTimeout(() => void withLock(LABELS_KEY, store), STORE_AFTER_MS);
  });
  window.addEventListener('pagehide', store);
  window.addEventListener('storage', ({ key }) => {
    if (key === LABELS_KEY)
      addNotice(
        'info',
        'Labels were changed in another tab. Those of both tabs are stored; a reload shows them together.',
      );
  });
}
