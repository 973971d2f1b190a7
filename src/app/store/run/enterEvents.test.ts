import { describe, expect, it } from 'vitest';
import type { LabEvent, Snapshot } from '../../../lab/run/protocol.ts';
import type { StepPhase } from '../../../lab/stages/stageRun.ts';
import { enterEvents } from './enterEvents.ts';
import { newRun } from './newRun.ts';
import type { LabState, RunRecord } from '../state.ts';
import { preparationSecondsLeft } from '../../series/timeLeft.ts';
import { initialState } from '../store.ts';

const device = { kind: 'wasm', label: 'CPU', threads: 1 } as const;

function stateWithRun(id = 'sft'): LabState {
  const state = initialState();
  const run: RunRecord = { ...newRun('run-1', id, state), totalSteps: 3 };
  return {
    ...state,
    runs: { ...state.runs, byId: { 'run-1': run }, current: { ...state.runs.current, [id]: 'run-1' } },
  };
}

type Step = Extract<LabEvent, { readonly type: 'step' }>;

const step = (at: number, metrics: Record<string, number>, more: Partial<Step> = {}): LabEvent => ({
  type: 'step',
  runId: 'run-1',
  step: at,
  totalSteps: 3,
  metrics,
  stepMs: 1,
  phase: null,
  isLastPhase: true,
  changes: null,
  details: [],
  ...more,
});
const snapshot = (at: number): Snapshot => ({
  kind: 'policy',
  stageId: 'sft',
  params: new Float32Array(2),
  step: at,
});

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
      { type: 'runStarted', runId: 'run-1', stageId: 'sft', totalSteps: 3, device },
      step(3, { loss: 1 }),
      { type: 'snapshot', runId: 'run-1', snapshot: snapshot(2) },
      { type: 'runFinished', runId: 'run-1', snapshot: snapshot(3), nodeId: 'n' },
    );
    expect(run).toMatchObject({ phase: 'finished', device, snapshotSteps: [2, 3] });
  });

  it('keeps what a failed run has, and says what happened, what is kept, which device is next', () => {
    const run = after(step(2, { loss: 1 }), {
      type: 'failed',
      runId: 'run-1',
      error: { name: 'DeviceError', message: 'the device was lost' },
      keptStep: 2,
      nodeId: 'n',
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

  it('says how drawing pairs goes, timed from its first report, until the first step', () => {
    const preparing = (done: number): LabEvent => ({
      type: 'preparing',
      runId: 'run-1',
      what: 'drawing',
      done,
      total: 40,
    });
    const first = enterEvents(stateWithRun('rewardModel'), [preparing(10)], 1000);
    const second = enterEvents(first, [preparing(30)], 5000);
    const preparation = second.runs.byId['run-1']?.preparation;
    const times = { sinceMs: 1000, doneThen: 10, nowMs: 5000 };
    expect(preparation).toEqual({ what: 'drawing', done: 30, total: 40, ...times, isHeld: false, pairs: [] });
    // 20 in 4 s, 10 to go
    expect(preparation && preparationSecondsLeft(preparation)).toBeCloseTo(2, 12);
    expect(enterEvents(second, [step(0, {})], 6000).runs.byId['run-1']?.preparation).toBeNull();
  });

  it('times what goes on after a pause from there: standing still says nothing of its speed', () => {
    const preparing = (done: number): LabEvent => ({
      type: 'preparing',
      runId: 'run-1',
      what: 'drawing',
      done,
      total: 40,
    });
    const paused: LabEvent = { type: 'runPaused', runId: 'run-1', step: 0 };
    const held = enterEvents(stateWithRun('rewardModel'), [preparing(10), paused], 1000);
    const on = enterEvents(enterEvents(held, [preparing(20)], 900_000), [preparing(30)], 902_000);
    const preparation = on.runs.byId['run-1']?.preparation;
    // 10 in 2 s, 10 to go
    expect(preparation && preparationSecondsLeft(preparation)).toBeCloseTo(2, 12);
    expect(after(step(1, {}), step(2, {}), { ...paused, step: 2 }).arrivals).toEqual([]);
  });

  it('keeps the newest six of the pairs being drawn', () => {
    const reply = (text: string) => ({ text, stopped: true, tokens: 1 });
    const prompt = { id: 'p', family: 'open', split: 'train', question: 'Hi?', text: 'User: Hi?' } as const;
    const drawn = Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, prompt, a: reply('a'), b: reply('b') }));
    const preparing = (done: number): LabEvent => {
      const pairs = drawn.slice(done - 4, done);
      return { type: 'preparing', runId: 'run-1', what: 'drawing', done, total: 8, pairs };
    };
    const state = enterEvents(stateWithRun('rewardModel'), [preparing(4), preparing(8)], 0);
    expect(state.runs.byId['run-1']?.preparation?.pairs).toEqual(drawn.slice(2));
  });

  it('counts an update of several phases as one step, and keeps the newest detail of each kind', () => {
    const detail = { kind: 'rollouts', phase: 'rollout', rollouts: [] } as const;
    const phase = (name: string): StepPhase => ({ name, index: 1, count: 1 });
    const phases = [
      step(1, { 'completions/mean_length': 9 }, { phase: phase('rollout'), isLastPhase: false, details: [detail] }),
      step(1, { 'objective/kl': 0.1 }, { phase: phase('score'), isLastPhase: false }),
    ];
    const middle = enterEvents(stateWithRun('rloo'), phases, 0).runs.byId['run-1'];
    expect(middle).toMatchObject({ step: 1, isMidStep: true, stepPhase: phase('score'), arrivals: [] });
    expect(middle?.details.rollouts).toBe(detail);
    const whole = after(...phases, step(1, {}, { phase: phase('minibatch') }));
    expect(whole).toMatchObject({ isMidStep: false, arrivals: [1000] });
    expect(whole.series['objective/kl']).toEqual([{ step: 1, value: 0.1 }]);
  });

  it('records a slider when it takes effect; one moved again since is still to come', () => {
    const state = stateWithRun('rloo');
    const run = { ...state.runs.byId['run-1']!, pending: { klCoef: 0.2, clipRange: 0.3 } };
    const moved = { ...state, runs: { ...state.runs, byId: { 'run-1': run } } };
    const entered = enterEvents(moved, [step(2, {}, { changes: { klCoef: 0.1, clipRange: 0.3 } })], 0);
    expect(entered.runs.byId['run-1']?.changes).toEqual([
      { step: 2, key: 'klCoef', value: 0.1 },
      { step: 2, key: 'clipRange', value: 0.3 },
    ]);
    expect(entered.runs.byId['run-1']?.pending).toEqual({ klCoef: 0.2 });
  });
});
