import { describe, expect, it } from 'vitest';
import { setPath } from '../../../lab/document/setPath.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { newRun } from './newRun.ts';
import { describeAge, openRun, whatIsMissing } from './stageRuns.ts';
import type { LabState, RunPhase } from '../state.ts';
import { initialState } from '../store.ts';

/** As after a run of the stage that has got so far, with weights. */
function withRun(state: LabState, id: StageId, runId: string, phase: RunPhase = 'finished'): LabState {
  const run = { ...newRun(runId, id, state), phase, snapshotSteps: [1] };
  const { byId, current } = state.runs;
  return { ...state, runs: { ...state.runs, byId: { ...byId, [runId]: run }, current: { ...current, [id]: runId } } };
}

describe('whatIsMissing', () => {
  it('asks for the stage before, by name', () => {
    const fresh = initialState();
    expect(whatIsMissing(fresh, 'sft')).toBeNull();
    expect(whatIsMissing(fresh, 'rewardModel')).toMatch(/^Train SFT first/);
    expect(whatIsMissing(fresh, 'rloo')).toMatch(/^Train SFT first/);
    const trained = withRun(fresh, 'sft', 'a');
    expect(whatIsMissing(trained, 'rewardModel')).toBeNull();
    expect(whatIsMissing(trained, 'rloo')).toMatch(/^Train the reward model first/);
    expect(whatIsMissing(withRun(trained, 'rewardModel', 'b'), 'rloo')).toBeNull();
  });

  it('asks for no reward model where RL follows gold, and for nothing where it starts from the base model', () => {
    const state = initialState();
    const missing = (assignment: string, from: LabState): string | null => {
      const document = setPath(from.experiment.document, assignment);
      return whatIsMissing({ ...from, experiment: { ...from.experiment, document } }, 'rloo');
    };
    expect(missing('stages.rloo.reward=gold', state)).toMatch(/^Train SFT first/);
    expect(missing('stages.rloo.reward=gold', withRun(state, 'sft', 'a'))).toBeNull();
    expect(missing('stages.rloo.from=["base","rewardModel"]', withRun(state, 'rewardModel', 'b'))).toBeNull();
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
  const pipeline = (['sft', 'rewardModel', 'rloo'] as const).reduce(
    (state, kind) => withRun(state, kind, kind),
    initialState(),
  );

  it('says nothing while everything follows from what is shown', () => {
    for (const kind of ['sft', 'rewardModel', 'rloo'] as const) expect(describeAge(pipeline, kind)).toBeNull();
  });

  it('marks what came before a stage was trained again, and never the stage itself', () => {
    const again = withRun(pipeline, 'sft', 'second');
    expect(describeAge(again, 'sft')).toBeNull();
    expect(describeAge(again, 'rewardModel')).toBe('from an older SFT');
    expect(describeAge(again, 'rloo')).toBe('from an older SFT');
    expect(describeAge(withRun(pipeline, 'rewardModel', 'second'), 'rloo')).toBe('from an older reward model');
  });
});
