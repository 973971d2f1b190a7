import { beforeEach, expect, test } from 'vitest';
import type { CandidatePair } from '../../../world/spec/types.ts';
import { newRun } from '../run/newRun.ts';
import type { RunRecord } from '../state.ts';
import { initialState, labStore, updateSlice } from '../store.ts';
import { describeSource, drawingRun, offerDrawn } from './drawnPairs.ts';

const prompt = { id: 'p', family: 'open', split: 'train', question: 'Hi?', text: 'User: Hi?' } as const;
const reply = (text: string) => ({ text, stopped: true, tokens: 2 });
const pair = (id: string): CandidatePair => ({ id, prompt, a: reply(` ${id} a`), b: reply(` ${id} b`) });
const queued = () => labStore.getState().bench.queue.map(({ id }) => id);

function show(id: string, stageId: string, change: Partial<RunRecord>): void {
  const run = { ...newRun(id, stageId, labStore.getState()), ...change };
  updateSlice('runs', ({ byId, current }) => ({
    byId: { ...byId, [id]: run },
    current: { ...current, [stageId]: id },
  }));
}

/** A reward model is drawing pairs from an SFT checkpoint. */
function startDrawing(sft: string, pairs: readonly CandidatePair[] = [pair('0')]): void {
  show(sft, 'sft', { phase: 'finished', snapshotSteps: [20] });
  const preparation = { what: 'drawing', done: 8, total: 40, sinceMs: 0, doneThen: 0, nowMs: 0, isHeld: false, pairs };
  show('rm', 'rewardModel', { phase: 'running', preparation });
}

beforeEach(() => labStore.setState(initialState()));

test('a run is drawing while it runs, before its first step, and shows pairs', () => {
  expect(drawingRun(labStore.getState())).toBeNull();
  startDrawing('sft-1', []);
  expect(drawingRun(labStore.getState())).toBeNull();
  startDrawing('sft-1');
  expect(drawingRun(labStore.getState())?.id).toBe('rm');
  show('rm', 'rewardModel', { phase: 'paused', preparation: drawingRun(labStore.getState())!.preparation });
  expect(drawingRun(labStore.getState())).toBeNull();
});

test('one new pair of each report waits for a vote, and no more than eight', () => {
  startDrawing('sft-1');
  offerDrawn([pair('1'), pair('2')]);
  offerDrawn([{ ...pair('1'), id: 'the same texts' }, pair('3')]);
  offerDrawn([]);
  expect(queued()).toEqual(['1', '3']);
  for (let i = 4; i < 20; i++) offerDrawn([pair(`${i}`)]);
  expect(queued()).toEqual(['1', '3', '4', '5', '6', '7', '8', '9']);
});

test('pairs of other weights make room', () => {
  startDrawing('sft-1');
  offerDrawn([pair('1')]);
  startDrawing('sft-2');
  offerDrawn([pair('2')]);
  expect(queued()).toEqual(['2']);
});

test('pairs of a model that doesn’t answer yet are said to be such, until SFT has ended', () => {
  expect(describeSource(labStore.getState())).toMatch(/^Drawn from the base model, .*: train SFT first/);
  show('sft-1', 'sft', { phase: 'paused', snapshotSteps: [20], step: 20, totalSteps: 500 });
  expect(describeSource(labStore.getState())).toMatch(/^Drawn from SFT at step 20 of 500/);
  show('sft-2', 'sft', { phase: 'finished', snapshotSteps: [500] });
  expect(describeSource(labStore.getState())).toBeNull();
});
