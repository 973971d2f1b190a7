/** Edits of the written spec, and the replies it is tried on. */
import type { Reply, Spec } from '../../../world/spec/types.ts';
import { toSamplePrompt } from '../../../lab/draw/samplePrompt.ts';
import type { DisplayPrompt } from '../../../lab/document/experiment.ts';
import { newestReference } from '../run/stageRuns.ts';
import { workers } from '../session/sessionActions.ts';
import { labStore, updateSlice } from '../store.ts';

const REPLIES = 4;
/** High enough that the replies differ. */
const TEMPERATURE = 1.2;

export function setSpec(spec: Spec): void {
  updateSlice('experiment', ({ document }) => ({ document: { ...document, spec: [...spec] } }));
}

/**
 * @param turn draws other replies to the same question · @returns different replies of the newest model that imitates
 * people, else of the base model · @throws DeviceError, AbortedError
 */
export async function drawReplies(question: DisplayPrompt, turn: number): Promise<readonly Reply[]> {
  const { document } = labStore.getState().experiment;
  const prompt = toSamplePrompt(question);
  const request = {
    policy: newestReference(labStore.getState()),
    prompts: Array.from({ length: REPLIES }, (_, i) => ({ ...prompt, id: `${prompt.id}#${i}` })),
    sampling: { ...document.sampling, greedy: false, temperature: TEMPERATURE, seed: (document.seed + turn) % 2 ** 32 },
  };
  const drawn = await workers.sampler.call((api) => api.sample(request));
  const replies = drawn.map(({ text, stopped, tokens }) => ({ text, stopped, tokens: tokens.length }));
  return replies.filter(({ text }, i) => replies.findIndex((other) => other.text === text) === i);
}
