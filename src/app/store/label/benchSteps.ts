/** What a deed at the bench does to labels and queue, and how it is undone. Pure. */
import type { UnsureLabel } from '../../../lab/desk/deskTypes.ts';
import type { CandidatePair, Preference } from '../../../world/spec/types.ts';
import type { BenchDeed, BenchState } from './labelState.ts';

export const MAX_LABELS = 5000;
/** Deeds that can be undone. */
const DEEDS_KEPT = 200;

export interface Bench {
  readonly labels: readonly Preference[];
  readonly bench: BenchState;
}

/** The AI's labels nobody has looked at yet, the least sure first. */
export function unsureLabels({ labels, bench }: Bench): readonly UnsureLabel[] {
  const left = new Set(labels.filter(({ labeler }) => labeler === 'ai').map(({ id }) => id));
  for (const id of bench.kept) left.delete(id);
  return bench.review?.unsure.filter(({ pair }) => left.has(pair.id)) ?? [];
}

/** What lies on the table. */
export function pairOnTable(state: Bench): CandidatePair | null {
  return (state.bench.mode === 'label' ? state.bench.queue[0] : unsureLabels(state)[0]?.pair) ?? null;
}

/** The AI's label of a pair, if it has one. */
export function aiLabelOf(labels: readonly Preference[], { id }: CandidatePair): Preference | null {
  return labels.find((label) => label.labeler === 'ai' && label.id === id) ?? null;
}

export function enterDeed({ labels, bench }: Bench, deed: BenchDeed): Bench {
  const left = deed.replaced ? labels.filter((label) => label !== deed.replaced) : labels;
  return {
    labels: deed.label ? [...left, deed.label] : left,
    bench: {
      ...bench,
      queue: bench.queue.filter((pair) => pair !== deed.pair),
      kept: deed.choice === 'keep' || isCheckSkip(deed) ? [...bench.kept, deed.pair.id] : bench.kept,
      deeds: [...bench.deeds, deed].slice(-DEEDS_KEPT),
    },
  };
}

/** Without a deed nothing changes. */
export function undoDeed({ labels, bench }: Bench): Bench {
  const deed = bench.deeds.at(-1);
  if (!deed) return { labels, bench };
  const left = deed.label ? labels.filter((label) => label !== deed.label) : labels;
  return {
    labels: deed.replaced ? [...left, deed.replaced] : left,
    bench: {
      ...bench,
      mode: deed.mode,
      queue: deed.mode === 'label' ? [deed.pair, ...bench.queue] : bench.queue,
      kept: bench.kept.filter((id) => id !== deed.pair.id),
      deeds: bench.deeds.slice(0, -1),
    },
  };
}

/** A label of the AI that is skipped isn't shown again, but stays. */
function isCheckSkip({ mode, choice }: BenchDeed): boolean {
  return mode === 'check' && choice === 'skip';
}

/** Pairs that aren't in the queue and haven't been labelled: same texts, whatever their ids. */
export function newPairs(drawn: readonly CandidatePair[], { labels, bench }: Bench): readonly CandidatePair[] {
  const known = new Set([
    ...labels.map(({ prompt, chosen, rejected }) => textKey(prompt, chosen, rejected)),
    ...[...bench.queue, ...bench.deeds.map(({ pair }) => pair)].map(keyOf),
  ]);
  return drawn.filter((pair) => {
    const key = keyOf(pair);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function keyOf({ prompt, a, b }: CandidatePair): string {
  return textKey(prompt.text, a.text, b.text);
}

function textKey(prompt: string, one: string, other: string): string {
  return JSON.stringify([prompt, ...[one, other].sort()]);
}

/** The same for every label that a labeler gives a pair, whichever reply was chosen. */
export function pairKey({ labeler, prompt, chosen, rejected }: Preference): string {
  return labeler + textKey(prompt, chosen, rejected);
}

/** @returns the label; where its labeler has used its id, that gets a number */
export function withFreeId(label: Preference, used: ReadonlySet<string>): Preference {
  let named = label;
  for (let n = 2; used.has(idKey(named)); n++) named = { ...label, id: `${label.id.slice(0, 190)} (${n})` };
  return named;
}

export function usedIds(labels: readonly Preference[]): Set<string> {
  return new Set(labels.map(idKey));
}

export function idKey({ labeler, id }: Preference): string {
  return `${labeler} ${id}`;
}

export interface Merged {
  readonly labels: readonly Preference[];
  readonly added: number;
  /** The same labeler had labelled the same pair. */
  readonly known: number;
  /** No room. */
  readonly over: number;
}

/** Adds labels to those there are; none of these is lost or changed. An id that is taken gets a number. */
export function mergeLabels(labels: readonly Preference[], more: readonly Preference[]): Merged {
  const pairs = new Set(labels.map(pairKey));
  const ids = usedIds(labels);
  const fresh = more.filter((label) => !pairs.has(pairKey(label)));
  const taken = fresh.slice(0, Math.max(0, MAX_LABELS - labels.length)).map((label) => {
    const named = withFreeId(label, ids);
    ids.add(idKey(named));
    return named;
  });
  return {
    labels: [...labels, ...taken],
    added: taken.length,
    known: more.length - fresh.length,
    over: fresh.length - taken.length,
  };
}
