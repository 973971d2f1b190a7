import { winShare } from '../../../lab/judge/wilson.ts';
import { describe, expect, it } from 'vitest';
import type { Compared, Pair, Vote } from './compareState.ts';
import {
  canCompare,
  chosenPair,
  isSwapped,
  nextArenaIndex,
  outdatedBy,
  specMark,
  votedOutcomes,
} from './compareSteps.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { columnOf, type LabState } from '../state.ts';
import { initialState } from '../store.ts';

const completion = {
  promptId: 'a',
  prompt: '',
  family: '',
  text: 'Hm.',
  tokens: [],
  stopped: true,
  logprob: 0,
};
function stateWith(...columns: PolicyId[]): LabState {
  const state = initialState();
  const shown = Object.fromEntries(
    columns.map((id) => [id, { ...columnOf(state, id), step: 3, completions: { a: completion } }]),
  );
  return { ...state, samples: { ...state.samples, columns: { ...state.samples.columns, ...shown } } };
}

const between = (first: PolicyId, second: PolicyId): Pair => ({ first, second });
const replies = (text: string, againstText: string) => ({
  question: 'Hm?',
  family: 'open',
  text,
  againstText,
  goldDifference: 0,
});
const compared: Compared = {
  result: {
    byGold: { won: 1, tied: 1, lost: 1 },
    byRewardModel: null,
    pairs: [replies('Yes.', ' Yes.'), replies('Yes.', 'No.'), replies('A.', 'B.')],
  },
  weights: ['base', '@3'],
  spec: specMark(initialState()),
  votes: [],
};

describe('what is compared', () => {
  it('is SFT and RL once there is RL, else base and SFT, unless the visitor says otherwise', () => {
    expect(chosenPair(stateWith('base'))).toBeNull();
    expect(chosenPair(stateWith('base', 'sft'))).toEqual(between('base', 'sft'));
    const all = stateWith('base', 'sft', 'rloo');
    expect(chosenPair(all)).toEqual(between('sft', 'rloo'));
    const asked = { ...all.compare, pair: between('base', 'rloo') };
    expect(chosenPair({ ...all, compare: asked })).toEqual(between('base', 'rloo'));
    const chosen = stateWith('base', 'sft');
    expect(chosenPair({ ...chosen, compare: asked })).toEqual(between('base', 'sft'));
    expect(canCompare(all, between('base', 'rloo'))).toBe(true);
  });

  it('is outdated when a column has newer weights, or gold another spec', () => {
    const state = stateWith('base', 'sft');
    expect(outdatedBy(state, between('base', 'sft'), compared)).toBeNull();
    expect(outdatedBy(state, between('base', 'sft'), { ...compared, weights: ['base', '@2'] })).toBe('weights');
    expect(outdatedBy(state, between('base', 'sft'), { ...compared, spec: '[]' })).toBe('spec');
  });
});

describe('the arena', () => {
  it('leaves out pairs of one text and those with a vote', () => {
    expect(nextArenaIndex(compared)).toBe(1);
    const votes: Vote[] = [{ index: 1, choice: 'tie' }];
    expect(nextArenaIndex({ ...compared, votes })).toBe(2);
    expect(nextArenaIndex({ ...compared, votes: [...votes, { index: 2, choice: 'first' }] })).toBeNull();
  });

  it('shows each column on the left about half of the time, the same way each time', () => {
    const sides = Array.from({ length: 400 }, (_, index) => isSwapped(42, index));
    // 200 ± 4 standard deviations of a fair coin.
    expect(Math.abs(sides.filter(Boolean).length - 200)).toBeLessThan(40);
    expect(sides).toEqual(Array.from({ length: 400 }, (_, index) => isSwapped(42, index)));
  });

  it('counts a tie as half a win', () => {
    const votes: Vote[] = (['second', 'second', 'tie', 'first'] as const).map((choice, index) => ({ index, choice }));
    expect(votedOutcomes(votes)).toEqual({ won: 2, tied: 1, lost: 1 });
    const { value, low, high, n } = winShare(votedOutcomes(votes));
    expect([value, n]).toEqual([2.5 / 4, 4]);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.9);
    expect(winShare(votedOutcomes([]))).toEqual({ value: 0, low: 0, high: 1, n: 0 });
  });
});
