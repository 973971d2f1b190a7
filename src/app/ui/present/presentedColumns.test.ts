import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../lab/export/recording.ts';
import type { LabState } from '../../store/state.ts';
import { labStore } from '../../store/store.ts';
import { leadTitles } from '../charts/listedChart.ts';
import { presentedColumn, presentedPrompts } from './presentedColumns.ts';

const completion = (text: string) => ({
  prompt: 'Hi?',
  promptId: 'p',
  text,
  family: 'facts',
  logprob: 0,
  tokens: 1,
  stopped: true,
});
const recordingOf = (stage: string): Recording => ({
  key: stage,
  stage,
  kind: 'sft',
  totalSteps: 10,
  series: {},
  changes: [],
  experimentName: 'mine',
  at: null,
  device: 'CPU',
  seconds: null,
  completions: [
    { stage, step: 5, completions: [completion(`${stage} at 5`)] },
    { stage, step: 10, completions: [completion(`${stage} at 10`)] },
  ],
  origin: 'run document',
});

describe('the columns of presenter mode', () => {
  const recordings = { sft: recordingOf('sft'), rloo: recordingOf('rloo') };
  const replaying: LabState = {
    ...labStore.getState(),
    present: {
      ...labStore.getState().present,
      recordings,
      playback: { recording: recordings.rloo, step: 6, isPlaying: true },
    },
  };

  it('show what is replayed as far as it is, and the end of what was recorded before it', () => {
    expect(presentedColumn(replaying, 'rloo')).toMatchObject({ texts: { p: 'rloo at 5' }, note: 'recorded, update 5' });
    expect(presentedColumn(replaying, 'sft')).toMatchObject({ texts: { p: 'sft at 10' }, note: 'recorded, step 10' });
  });
});

describe('the prompts of presenter mode', () => {
  const prompts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, question: id }));

  it('are the first four, or those that were chosen and are still there', () => {
    expect(presentedPrompts(prompts, null)).toEqual(['a', 'b', 'c', 'd']);
    expect(presentedPrompts(prompts, ['e', 'b', 'gone'])).toEqual(['b', 'e']);
    expect(presentedPrompts(prompts, ['gone'])).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('charts that lead are presented together; where none leads, the first', () => {
  const [gold, kl] = [
    { title: 'Gold', lines: [], isLead: true },
    { title: 'KL', lines: [], isLead: true },
  ];
  expect(leadTitles([gold, kl, { title: 'Entropy', lines: [] }])).toEqual(['Gold', 'KL']);
  expect(
    leadTitles([
      { title: 'Loss', lines: [] },
      { title: 'Norm', lines: [] },
    ]),
  ).toEqual(['Loss']);
});
