/**
 * Comparing and measuring columns, through the sampler. Both take seconds to a minute, so they don't hold up the sampler's
 * other requests: completions go on being drawn meanwhile.
 */
import { type CompareState, type Pair, type PairId, pairId, type Vote } from './compareState.ts';
import { judgedWith, weightsMark, writtenColumns } from './compareSteps.ts';
import { detached } from '../session/detached.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';

/** Prompts of a comparison: an interval of about ±10 points. */
export const COMPARED_PROMPTS = 100;

export function choosePair(pair: Pair): void {
  change({ pair });
}

/** Both columns answer the same held-out prompts; gold and the reward model say who wins. */
export async function comparePair(pair: Pair): Promise<void> {
  const { first, second } = pair;
  const state = labStore.getState();
  const { seed, spec } = state.experiment.document;
  const { rewardModel } = judgedWith(state, second);
  change({ comparing: pairId(pair), problem: null });
  try {
    const weights = [weightsMark(state, first), weightsMark(state, second)] as const;
    const request = { policy: second, against: first, rewardModel, count: COMPARED_PROMPTS, seed, spec };
    const result = await detached((api) => api.compare(request));
    const compared = { result, weights, spec: JSON.stringify(spec), votes: [] };
    updateSlice('compare', ({ compared: before }) => ({ compared: { ...before, [pairId(pair)]: compared } }));
  } catch (error) {
    report(error, 'The comparison was not finished');
  } finally {
    change({ comparing: null });
  }
}

/** Every column that has weights, in the order of the pipeline. */
export async function measureColumns(size: 'full' | 'quick'): Promise<void> {
  const columns = writtenColumns(labStore.getState());
  try {
    for (const [index, column] of columns.entries()) {
      change({ measuring: { column, place: index + 1, of: columns.length }, problem: null });
      const state = labStore.getState();
      const { seed, spec } = state.experiment.document;
      const weights = weightsMark(state, column);
      const judged = judgedWith(state, column);
      const evals = await detached((api) => api.evaluate({ policy: column, ...judged, size, seed, spec }));
      const measured = { evals, size, weights, spec: JSON.stringify(spec), reference: judged.reference };
      updateSlice('compare', ({ measured: before }) => ({ measured: { ...before, [column]: measured } }));
    }
  } catch (error) {
    report(error, 'Not every checkpoint was measured');
  } finally {
    change({ measuring: null });
  }
}

export function enterVote(id: PairId, vote: Vote): void {
  updateSlice('compare', ({ compared }) => {
    const known = compared[id];
    return known ? { compared: { ...compared, [id]: { ...known, votes: [...known.votes, vote] } } } : {};
  });
}

function report(error: unknown, what: string): void {
  if (errorName(error) === 'AbortedError') return;
  change({ problem: `${what}: ${errorMessage(error)}. What was measured before is kept; press the button again.` });
}

function change(part: Partial<CompareState>): void {
  updateSlice('compare', () => part);
}
