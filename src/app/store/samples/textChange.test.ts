import { expect, it } from 'vitest';
import type { Completion } from '../../../lab/run/protocol.ts';
import { cardTitle, nextCard } from '../cards.ts';
import { type Column, columnOf, type LabState } from '../state.ts';
import { initialState } from '../store.ts';
import { describeTextChange } from './textChange.ts';

const reply = (text: string, stopped: boolean): Completion => {
  return { promptId: '', prompt: '', family: 'facts', text, tokens: [], stopped, logprob: 0 };
};

/** Every column says the same to all eight prompts. */
function withReplies(replies: Readonly<Record<string, Completion>>): LabState {
  const state = initialState();
  const { displayPrompts } = state.experiment.document;
  const columnWith = (id: string, completion: Completion): Column => ({
    ...columnOf(state, id),
    completions: Object.fromEntries(displayPrompts.map((prompt) => [prompt.id, completion])),
  });
  const columns = Object.fromEntries(Object.entries(replies).map(([id, one]) => [id, columnWith(id, one)]));
  return { ...state, samples: { ...state.samples, columns } };
}

it('says what a trained policy changed in the text on screen, and in which columns to see it', () => {
  const [rambling, answer, other] = [reply(' Yes. User:', false), reply(' Yes.', true), reply(' Yes, it is.', true)];
  expect(describeTextChange(withReplies({ base: rambling, sft: answer }), 'sft')).toBe(
    '8 of 8 replies end by themselves, 0 before: compare the Base and SFT columns.',
  );
  expect(describeTextChange(withReplies({ sft: answer, rloo: other }), 'rloo')).toBe(
    '8 of 8 replies are not what SFT says: compare the SFT and RLOO columns.',
  );
  expect(describeTextChange(withReplies({ sft: answer, rloo: answer }), 'rloo')).toMatch(/those of SFT: open 4 draws/);
  expect(describeTextChange(withReplies({ base: rambling }), 'sft')).toBe('');
});

it('the next card is the next stage of the experiment, and the comparison after the last', () => {
  const state = initialState();
  const titles = ['base', 'sft', 'rewardModel', 'rloo'].map((id) => cardTitle(state, nextCard(state, id)));
  expect(titles).toEqual(['SFT', 'Reward model', 'RLOO', 'Compare']);
});
