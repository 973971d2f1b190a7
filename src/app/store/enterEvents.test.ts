import { describe, expect, it } from 'vitest';
import type { LabEvent } from '../../lab/protocol.ts';
import { enterEvents } from './enterEvents.ts';
import type { LabState, RunRecord } from './state.ts';
import { initialState } from './store.ts';

const device = { kind: 'wasm', label: 'CPU', threads: 1 } as const;

function stateWithRun(): LabState {
  const state = initialState();
  const settings = { ...state.experiment.document.stages[0]! };
  const run: RunRecord = {
    id: 'run-1',
    stage: 'sft',
    phase: 'preparing',
    step: 0,
    totalSteps: 3,
    settings,
    seed: 1,
    device: null,
    series: {},
    snapshotSteps: [],
    arrivals: [],
    problem: null,
  };
  return { ...state, runs: { byId: { 'run-1': run }, currentId: 'run-1' } };
}

const step = (at: number, metrics: Record<string, number>): LabEvent => ({
  type: 'step',
  runId: 'run-1',
  step: at,
  totalSteps: 3,
  metrics,
  stepMs: 1,
});
const snapshot = (at: number) => ({ checkpointId: 'sft', stage: 'sft', params: new Float32Array(2), step: at });

function after(...events: LabEvent[]): RunRecord {
  return enterEvents(stateWithRun(), events, 1000).runs.byId['run-1']!;
}

describe('enterEvents', () => {
  it('fills the curves in order, each metric on its own', () => {
    const run = after(step(0, { 'eval/loss': 3 }), step(1, { loss: 2.5 }), step(2, { loss: 2, 'eval/loss': 2.2 }));
    expect(run.step).toBe(2);
    expect(run.series['loss']).toEqual([
      { step: 1, value: 2.5 },
      { step: 2, value: 2 },
    ]);
    expect(run.series['eval/loss']).toEqual([
      { step: 0, value: 3 },
      { step: 2, value: 2.2 },
    ]);
  });

  it('follows a run from start to finish, with the steps that gave weights', () => {
    const run = after(
      { type: 'runStarted', runId: 'run-1', stage: 'sft', totalSteps: 3, device },
      step(3, { loss: 1 }),
      { type: 'snapshot', runId: 'run-1', snapshot: snapshot(2) },
      { type: 'runFinished', runId: 'run-1', snapshot: snapshot(3) },
    );
    expect(run).toMatchObject({ phase: 'finished', device, snapshotSteps: [2, 3] });
  });

  it('keeps what a failed run has, and says what happened, what is kept, which device is next', () => {
    const run = after(step(2, { loss: 1 }), {
      type: 'failed',
      runId: 'run-1',
      error: { name: 'DeviceError', message: 'the device was lost' },
      keptStep: 2,
      failedDevice: 'webgpu',
      nextDevice: 'wasm',
    });
    expect(run.phase).toBe('failed');
    expect(run.series['loss']).toHaveLength(1);
    expect(run.problem).toMatchObject({
      happened: 'Training stopped: the device was lost.',
      kept: 'The curves are kept, and the completions up to step 2.',
      nextDevice: 'wasm',
    });
  });

  it('drops events of a run that is not shown, and never stores weights', () => {
    const state = enterEvents(stateWithRun(), [{ ...step(1, { loss: 1 }), runId: 'run-9' }], 0);
    expect(Object.keys(state.runs.byId)).toEqual(['run-1']);
    const kept = JSON.stringify(after({ type: 'snapshot', runId: 'run-1', snapshot: snapshot(1) }));
    expect(kept).not.toContain('params');
  });

  it('changes nothing in the state it was given', () => {
    const state = stateWithRun();
    const before = JSON.stringify(state);
    enterEvents(state, [step(1, { loss: 1 })], 0);
    expect(JSON.stringify(state)).toBe(before);
  });
});
