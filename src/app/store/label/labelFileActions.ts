/** Labels to and from files, and the AI labeller that does the rest. */
import { saveFile } from '../../client/saveFile.ts';
import { type Merged, MAX_LABELS, mergeLabels } from './benchSteps.ts';
import { desk } from '../session/desk.ts';
import { complain, setLabels, setMode } from './labelActions.ts';
import { drawAhead, drawFreshPairs } from './pairActions.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

const AI_AT_ONCE = 20;

export async function exportLabels(): Promise<void> {
  const { labels } = labStore.getState().experiment.document;
  try {
    saveFile('labels.jsonl', await desk.call((api) => api.writeLabels(labels)));
  } catch (error) {
    complain('The labels could not be exported', error);
  }
}

/** Takes a file without bad rows at once; one with bad rows waits for consent. */
export async function importLabels(file: File): Promise<void> {
  try {
    const { labels, problems } = await desk.call((api) => api.readLabels(file));
    updateSlice('bench', () => ({ file: { name: file.name, labels, problems } }));
    if (problems.length === 0) takeLabelFile();
  } catch (error) {
    complain(`${file.name} could not be read, and nothing was changed`, error);
  }
}

export function takeLabelFile(): void {
  const { experiment, bench } = labStore.getState();
  if (!bench.file) return;
  const merged = mergeLabels(experiment.document.labels, bench.file.labels);
  setLabels(merged.labels);
  addNotice('info', describeMerged(bench.file.name, merged));
  dropLabelFile();
}

export function dropLabelFile(): void {
  updateSlice('bench', () => ({ file: null }));
}

function describeMerged(name: string, { added, known, over }: Merged): string {
  const parts = [`${added} ${added === 1 ? 'label' : 'labels'} added from ${name}`];
  if (known > 0) parts.push(`${known} were there already`);
  if (over > 0) parts.push(`${over} left out, because an experiment holds ${MAX_LABELS.toLocaleString('en')}`);
  return `${parts.join('; ')}.`;
}

/** The AI labels what is in the queue, then pairs drawn for it, `count` in all. `stopAi` ends it between two draws. */
export async function labelByAi(count: number): Promise<void> {
  const { bench, experiment } = labStore.getState();
  const total = Math.min(count, MAX_LABELS - experiment.document.labels.length);
  if (bench.ai !== null || total <= 0) return;
  updateSlice('bench', () => ({ ai: { done: 0, total }, problem: null }));
  try {
    for (let done = 0; done < total && labStore.getState().bench.ai !== null;) {
      done += await labelSome(total - done);
      updateSlice('bench', ({ ai }) => ({ ai: ai && { done, total } }));
    }
  } catch (error) {
    complain('The AI labeller stopped early; the labels it gave are kept', error);
  }
  updateSlice('bench', () => ({ ai: null }));
  setMode('check');
  void drawAhead();
}

export function stopAi(): void {
  updateSlice('bench', () => ({ ai: null }));
}

async function labelSome(most: number): Promise<number> {
  const waiting = labStore.getState().bench.queue.slice(0, most);
  const pairs = waiting.length > 0 ? waiting : (await drawFreshPairs(Math.min(AI_AT_ONCE, most))).slice(0, most);
  const { document } = labStore.getState().experiment;
  const given = await desk.call((api) => api.labelByAi(document.spec, pairs));
  setLabels(mergeLabels(labStore.getState().experiment.document.labels, given).labels);
  updateSlice('bench', ({ queue }) => ({ queue: queue.filter((pair) => !waiting.includes(pair)) }));
  return pairs.length;
}
