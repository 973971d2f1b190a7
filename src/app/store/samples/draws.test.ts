import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../lab/run/protocol.ts';
import { newRun } from '../run/newRun.ts';
import { columnOf, type LabState, type RunPhase } from '../state.ts';
import { initialState } from '../store.ts';
import { DRAWS, drawSampling, nextDraws, shownPrompts } from './draws.ts';

const prompts = initialState().experiment.document.displayPrompts;
const [first, second] = [prompts[0]!.id, prompts[1]!.id];
const reply = (promptId: string): Completion => ({
  promptId,
  prompt: '',
  family: '',
  text: ' Hm.',
  tokens: [],
  stopped: true,
  logprob: 0,
});

/** Columns that have answered the first two prompts. */
function stateWith(columns: readonly string[], phase: RunPhase, openPrompts: readonly string[] = []): LabState {
  const state = initialState();
  const completions = { [first]: reply(first), [second]: reply(second) };
  const run = { ...newRun('run-1', 'sft', state), phase };
  return {
    ...state,
    runs: { ...state.runs, byId: { 'run-1': run }, current: { sft: 'run-1' } },
    samples: {
      ...state.samples,
      columns: Object.fromEntries(
        columns.map((id) => [id, { ...columnOf(state, id), phase: 'shown', step: 3, completions }]),
      ),
    },
    ui: { ...state.ui, openPrompts },
  };
}

/** What is drawn, one after the other, until nothing is wanted. */
function drawAll(start: LabState): string[] {
  const order: string[] = [];
  let state = start;
  for (let wanted = nextDraws(state); wanted; wanted = nextDraws(state)) {
    const { column, prompt } = wanted;
    order.push(`${column} ${prompt.id}`);
    const before = columnOf(state, column);
    const drawn = { step: before.step, seed: state.experiment.document.seed, completions: [], reviews: [] };
    const columns = {
      ...state.samples.columns,
      [column]: { ...before, draws: { ...before.draws, [prompt.id]: drawn } },
    };
    state = { ...state, samples: { ...state.samples, columns } };
  }
  return order;
}

describe('which draws are wanted', () => {
  it('are all of what was answered, once nothing trains: a prompt in all columns before the next', () => {
    expect(drawAll(stateWith(['base', 'sft'], 'finished'))).toEqual([
      `base ${first}`,
      `sft ${first}`,
      `base ${second}`,
      `sft ${second}`,
    ]);
  });

  it('are only those of open prompts while a stage trains, and of a run that will go on', () => {
    expect(drawAll(stateWith(['base', 'sft'], 'running'))).toEqual([]);
    expect(drawAll(stateWith(['base', 'sft'], 'running', [second]))).toEqual([`base ${second}`, `sft ${second}`]);
    expect(drawAll(stateWith(['base', 'sft'], 'paused', []))).toEqual([`base ${first}`, `base ${second}`]);
  });

  it('begin with the open prompts', () => {
    expect(drawAll(stateWith(['base'], 'finished', [second]))).toEqual([`base ${second}`, `base ${first}`]);
  });

  it('are drawn again for newer weights and another seed, and not where a column failed', () => {
    const state = stateWith(['base'], 'finished', []);
    const base = columnOf(state, 'base');
    const drawnAt = (step: number, seed: number, phase: 'shown' | 'failed' = 'shown'): LabState => {
      const drawn = { step, seed, completions: [], reviews: [] };
      const column = { ...base, phase, draws: { [first]: drawn, [second]: drawn } };
      return { ...state, samples: { ...state.samples, columns: { base: column } } };
    };
    const { seed } = state.experiment.document;
    expect(nextDraws(drawnAt(3, seed))).toBeNull();
    expect(nextDraws(drawnAt(2, seed))?.prompt.id).toBe(first);
    expect(nextDraws(drawnAt(3, seed + 1))?.prompt.id).toBe(first);
    expect(nextDraws(drawnAt(2, seed, 'failed'))).toBeNull();
  });

  it('are of questions of the visitor’s own too', () => {
    const state = stateWith([], 'finished');
    const asked = { ...state, samples: { ...state.samples, asked: [{ id: 'asked/1', question: 'Why?' }] } };
    expect(shownPrompts(asked)[0]).toEqual({ id: 'asked/1', family: 'asked', question: 'Why?' });
    expect(shownPrompts(asked)).toHaveLength(prompts.length + 1);
  });
});

it('draws the policy as it is, whatever the page shows, with the experiment’s seed and length', () => {
  const sampling = { temperature: 0.2, topP: 0.5, greedy: true, maxNewTokens: 12 };
  expect(drawSampling({ sampling, seed: 7 })).toEqual({
    temperature: 1,
    topP: 1,
    greedy: false,
    maxNewTokens: 12,
    seed: 7,
  });
  expect(DRAWS).toBe(4);
});
