import { describe, expect, it } from 'vitest';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { setPath } from '../../../lab/document/setPath.ts';
import { newRun } from './newRun.ts';
import { describeAge, openRun, stageIndex, whatIsMissing } from './stageRuns.ts';
import type { LabState, RunPhase } from '../state.ts';
import { initialState } from '../store.ts';

/** As after a run of the stage that has got so far, with weights. */
function withRun(state: LabState, kind: StageKind, id: string, phase: RunPhase = 'finished'): LabState {
  const run = { ...newRun(id, kind, state), phase, snapshotSteps: [1] };
  const { byId, current } = state.runs;
  return { ...state, runs: { ...state.runs, byId: { ...byId, [id]: run }, current: { ...current, [kind]: id } } };
}

describe('whatIsMissing', () => {
  it('asks for the stage before, by name', () => {
    const fresh = initialState();
    expect(whatIsMissing(fresh, 'sft')).toBeNull();
    expect(whatIsMissing(fresh, 'rewardModel')).toMatch(/^Train SFT first/);
    expect(whatIsMissing(fresh, 'ppo')).toMatch(/^Train SFT first/);
    const trained = withRun(fresh, 'sft', 'a');
    expect(whatIsMissing(trained, 'rewardModel')).toBeNull();
    expect(whatIsMissing(trained, 'ppo')).toMatch(/^Train the reward model first/);
    expect(whatIsMissing(withRun(trained, 'rewardModel', 'b'), 'ppo')).toBeNull();
  });

  it('lets RL follow gold without anything before it', () => {
    const state = initialState();
    const index = stageIndex(state.experiment.document, 'ppo');
    const document = setPath(state.experiment.document, `stages.${index}.reward=gold`);
    expect(whatIsMissing({ ...state, experiment: { ...state.experiment, document } }, 'ppo')).toBeNull();
  });

  it('waits for a run in progress, and takes the place of a paused one', () => {
    const running = withRun(initialState(), 'sft', 'a', 'running');
    expect(openRun(running)?.id).toBe('a');
    expect(whatIsMissing(running, 'rewardModel')).toMatch(/^SFT is training/);
    expect(whatIsMissing(running, 'sft')).toBeNull();
    expect(whatIsMissing(withRun(initialState(), 'sft', 'a', 'paused'), 'rewardModel')).toBeNull();
  });
});

describe('describeAge', () => {
  const pipeline = (['sft', 'rewardModel', 'ppo'] as const).reduce(
    (state, kind) => withRun(state, kind, kind),
    initialState(),
  );

  it('says nothing while everything follows from what is shown', () => {
    for (const kind of ['sft', 'rewardModel', 'ppo'] as const) expect(describeAge(pipeline, kind)).toBeNull();
  });

  it('marks what came before a stage was trained again, and never the stage itself', () => {
    const again = withRun(pipeline, 'sft', 'second');
    expect(describeAge(again, 'sft')).toBeNull();
    expect(describeAge(again, 'rewardModel')).toBe('from an older SFT');
    expect(describeAge(again, 'ppo')).toBe('from an older SFT');
    expect(describeAge(withRun(pipeline, 'rewardModel', 'second'), 'ppo')).toBe('from an older reward model');
  });
});
