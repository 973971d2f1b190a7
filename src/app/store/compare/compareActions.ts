/**
 * Comparing and measuring columns, through the sampler. Both take seconds to a minute, so they don't hold up the sampler's
 * other requests: completions go on being drawn meanwhile.
 */
import type { PolicyId } from '../../../lab/run/protocol.ts';
import { type CompareState, type PairId, type Vote } from './compareState.ts';
import { columnsOf, hasColumn, weightsMark } from './compareSteps.ts';
import { detached } from '../session/detached.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';

/** Prompts of a comparison: an interval of about ±10 points. */
export const COMPARED_PROMPTS = 100;

export function choosePair(pair: PairId): void {
  change({ pair });
}

/** Both columns answer the same held-out prompts; gold and the reward model say who wins. */
export async function comparePair(id: PairId): Promise<void> {
  const { first, second } = columnsOf(id);
  const { seed, spec } = labStore.getState().experiment.document;
  change({ comparing: id, problem: null });
  try {
    const weights = [markOf(first), markOf(second)] as const;
    const result = await detached((api) =>
      api.compare({ checkpointId: second, against: first, count: COMPARED_PROMPTS, seed, spec }),
    );
    updateSlice('compare', ({ compared }) => ({
      compared: { ...compared, [id]: { result, weights, spec: JSON.stringify(spec), votes: [] } },
    }));
  } catch (error) {
    report(error, 'The comparison was not finished');
  } finally {
    change({ comparing: null });
  }
}

/** Every column that has weights, in the order of the pipeline. */
export async function measureColumns(size: 'full' | 'quick'): Promise<void> {
  const columns = (['base', 'sft', 'ppo'] as const).filter((column) => hasColumn(labStore.getState(), column));
  const { seed, spec } = labStore.getState().experiment.document;
  try {
    for (const [index, column] of columns.entries()) {
      change({ measuring: { column, place: index + 1, of: columns.length }, problem: null });
      const weights = markOf(column);
      const evals = await detached((api) => api.evaluate(column, size, seed, spec));
      updateSlice('compare', ({ measured }) => ({
        measured: { ...measured, [column]: { evals, size, weights, spec: JSON.stringify(spec) } },
      }));
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

function markOf(column: PolicyId): string {
  return weightsMark(labStore.getState(), column);
}

function report(error: unknown, what: string): void {
  if (errorName(error) === 'AbortedError') return;
  change({ problem: `${what}: ${errorMessage(error)}. What was measured before is kept; press the button again.` });
}

function change(part: Partial<CompareState>): void {
  updateSlice('compare', () => part);
}
