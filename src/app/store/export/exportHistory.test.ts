import { beforeEach, describe, expect, it } from 'vitest';
import type { Recording } from '../../../lab/export/recording.ts';
import type { Completion } from '../../../lab/run/protocol.ts';
import { readDocument } from './exportImport.ts';
import { drawsShown, forgetCompletions, keepCompletions } from './exportHistory.ts';
import { MOST_KEPT_STEPS } from './exportState.ts';
import { dropPlayback, pauseRecording, playRecording, stepRecording } from '../present/presentActions.ts';
import { columnOf } from '../state.ts';
import { initialState, labStore, updateSlice } from '../store.ts';

/** The column shows `text` for the first display prompt and for a free question, after `step`. */
function show(step: number, text: string): void {
  const [first] = labStore.getState().experiment.document.displayPrompts;
  const promptId = first?.id ?? '';
  const one: Completion = { promptId, prompt: 'p', family: 'f', text, tokens: [], stopped: true, logprob: -1 };
  updateSlice('samples', ({ columns }) => ({
    columns: {
      ...columns,
      sft: {
        ...columnOf(labStore.getState(), 'sft'),
        step,
        completions: { [promptId]: one, 'asked/1': { ...one, promptId: 'asked/1' } },
      },
    },
  }));
  keepCompletions('sft');
}

const kept = () => labStore.getState().export.history['sft'] ?? [];

beforeEach(() => labStore.setState(initialState()));

describe('completions of every snapshot', () => {
  it('are kept by step, without free questions', () => {
    show(10, 'a');
    show(20, 'b');
    expect(kept().map(({ step, completions }) => [step, completions.map(({ text }) => text)])).toEqual([
      [10, ['a']],
      [20, ['b']],
    ]);
  });

  it('are replaced when the same step is drawn again, and forgotten with their run', () => {
    show(10, 'a');
    show(10, 'another temperature');
    expect(kept().map(({ completions }) => completions[0]?.text)).toEqual(['another temperature']);
    forgetCompletions('sft');
    expect(kept()).toEqual([]);
  });

  it('stay within their bound', () => {
    for (let step = 1; step <= 500; step++) show(step, String(step));
    expect(kept().length).toBeLessThanOrEqual(MOST_KEPT_STEPS);
    expect(kept()[0]?.step).toBe(1);
    expect(kept().at(-1)?.step).toBe(500);
  });
});

describe('draws of the newest weights', () => {
  it('are told from what is shown, counted from 1; older ones are left out', () => {
    show(10, ' greedy');
    const column = columnOf(labStore.getState(), 'sft');
    const [promptId = ''] = Object.keys(column.completions);
    const one = column.completions[promptId]!;
    const drawnAt = (step: number) => {
      const completions = [' a', ' b'].map((text) => ({ ...one, text }));
      const draws = { [promptId]: { step, seed: 42, completions, reviews: [] } };
      updateSlice('samples', () => ({ columns: { sft: { ...column, draws } } }));
      return drawsShown(labStore.getState(), 'sft').completions;
    };
    expect(drawnAt(10)).toMatchObject([
      { promptId, text: ' a', draw: 1, temperature: 1 },
      { promptId, text: ' b', draw: 2, temperature: 1 },
    ]);
    expect(drawnAt(9)).toEqual([]);
  });
});

describe('a run document from a stranger', () => {
  it.each([
    ['{"experiment":', 'not JSON'],
    ['[1, 2]', 'this is not a run document'],
    ['{"checkpoints": [], "__proto__": {"polluted": true}}', '__proto__'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'nested too deeply'],
  ])('%.30s… is refused with a reason', (text, why) => {
    expect(() => readDocument(text)).toThrow(why);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('replaying', () => {
  const recording: Recording = {
    key: 'k',
    stage: 'sft',
    kind: 'sft',
    totalSteps: 3,
    series: {},
    changes: [],
    experimentName: 'mine',
    at: null,
    device: 'CPU',
    seconds: 3,
    completions: [],
    origin: 'trained here',
  };
  const at = () => labStore.getState().present.playback;

  it('starts, pauses, steps and begins anew once it is over', () => {
    updateSlice('present', () => ({ recordings: { sft: recording } }));
    playRecording('sft');
    expect(at()).toMatchObject({ step: 0, isPlaying: true });
    pauseRecording();
    stepRecording('sft');
    stepRecording('sft');
    expect(at()).toMatchObject({ step: 2, isPlaying: false });
    playRecording('sft');
    expect(at()).toMatchObject({ step: 2, isPlaying: true });
    stepRecording('sft');
    stepRecording('sft');
    expect(at()).toMatchObject({ step: 3, isPlaying: false });
    playRecording('sft');
    expect(at()).toMatchObject({ step: 0, isPlaying: true });
    dropPlayback();
    expect(at()).toBeNull();
  });

  it('plays nothing where nothing was recorded', () => {
    playRecording('ppo');
    stepRecording('ppo');
    expect(at()).toBeNull();
  });
});
