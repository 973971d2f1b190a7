import { beforeEach, describe, expect, it } from 'vitest';
import type { Completion, SampleRequest, Snapshot } from '../../../lab/run/protocol.ts';
import type { LabWorkers } from '../../client/workers.ts';
import { newRun } from '../run/newRun.ts';
import { columnOf } from '../state.ts';
import { initialState, labStore } from '../store.ts';
import { createSampleActions } from './sampleActions.ts';

/** A sampler that writes down what it is asked: "base 3" greedily, "base ×4" several times the same, "weights 2". */
function fakeWorkers(onCall: (what: string) => void): LabWorkers {
  const api = {
    async sample({ policy, prompts, sampling }: SampleRequest): Promise<readonly Completion[]> {
      const isSame = prompts.length === 4 && prompts.every(({ id }) => id === prompts[0]!.id);
      onCall(isSame && !sampling.greedy ? `${policy} ×4` : `${policy} ${prompts.length}`);
      return prompts.map(({ id, family, text }) => {
        return { promptId: id, prompt: text, family, text: ' Hm.', tokens: [], stopped: true, logprob: 0 };
      });
    },
    review: async (completions: readonly unknown[]) => completions.map(() => ({ misspelt: [], isRefusal: false })),
  };
  return {
    sampler: { call: (work: (api: unknown) => unknown) => Promise.resolve().then(() => work(api)), markHealthy() {} },
    handOn: async ({ step }: Snapshot) => onCall(`weights ${step}`),
  } as unknown as LabWorkers;
}

const snapshot = (step: number): Snapshot => ({ kind: 'policy', params: new Float32Array(1), stageId: 'sft', step });
const draws = (column: string) => Object.keys(columnOf(labStore.getState(), column).draws);
/** Until nothing has been asked of the sampler for a while. */
async function settle(asked: readonly string[]): Promise<void> {
  for (let seen = -1; seen !== asked.length;) {
    seen = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let asked: string[];
beforeEach(() => {
  labStore.setState(initialState());
  asked = [];
});

describe('several draws of a prompt', () => {
  it('come after what a first visit reads, four of every prompt, without holding up the caller', async () => {
    const actions = createSampleActions(fakeWorkers((what) => asked.push(what)));
    await actions.drawBase();
    expect(asked).toEqual(['base 3', 'base 5']);
    await settle(asked);
    expect(asked.slice(2)).toEqual(Array.from({ length: 8 }, () => 'base ×4'));
    expect(draws('base')).toHaveLength(8);
    expect(columnOf(labStore.getState(), 'base').draws[draws('base')[0]!]).toMatchObject({ step: 0, seed: 42 });
  });

  it('make way for newer weights, and are of open prompts alone while a stage trains', async () => {
    const state = initialState();
    const [open = ''] = state.experiment.document.displayPrompts.slice(1).map(({ id }) => id);
    labStore.setState({
      ...state,
      runs: { ...state.runs, current: { sft: 'r' }, byId: { r: newRun('r', 'sft', state) } },
    });
    const actions = createSampleActions(
      fakeWorkers((what) => {
        asked.push(what);
        if (what === 'sft ×4' && asked.length < 6) actions.enterSnapshot(snapshot(2));
      }),
    );
    actions.toggleDraws(open);
    actions.enterSnapshot(snapshot(1));
    await settle(asked);
    expect(asked).toEqual(['weights 1', 'sft 8', 'sft ×4', 'weights 2', 'sft 8', 'sft ×4']);
    expect(columnOf(labStore.getState(), 'sft').draws).toMatchObject({ [open]: { step: 2 } });
    expect(draws('sft')).toEqual([open]);
  });

  it('say in the column that they failed, and are not asked for again', async () => {
    const actions = createSampleActions(
      fakeWorkers((what) => {
        asked.push(what);
        if (what === 'base ×4') throw new Error('no memory');
      }),
    );
    await actions.drawBase();
    await settle(asked);
    expect(asked).toEqual(['base 3', 'base 5', 'base ×4']);
    expect(columnOf(labStore.getState(), 'base')).toMatchObject({ phase: 'failed', problem: 'no memory' });
  });

  it('are dropped when their column was reset meanwhile', async () => {
    const actions = createSampleActions(
      fakeWorkers((what) => {
        asked.push(what);
        if (what === 'base ×4') actions.clear('base');
      }),
    );
    await actions.drawBase();
    await settle(asked);
    expect(asked).toEqual(['base 3', 'base 5', 'base ×4']);
    expect(columnOf(labStore.getState(), 'base')).toMatchObject({ phase: 'empty', draws: {} });
  });

  it('stop with the worker', async () => {
    const actions = createSampleActions(
      fakeWorkers((what) => {
        asked.push(what);
        if (what === 'base ×4') throw Object.assign(new Error('stopped'), { name: 'AbortedError' });
      }),
    );
    await actions.drawBase();
    await settle(asked);
    expect(asked).toEqual(['base 3', 'base 5', 'base ×4']);
    expect(columnOf(labStore.getState(), 'base').phase).toBe('shown');
  });
});
