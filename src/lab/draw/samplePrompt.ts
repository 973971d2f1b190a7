/**
 * A question as the sampler takes it: in the chat frame, the same for base and trained models (4-world.md §4.3).
 */
import { chatText } from '../../world/prompts/source.ts';
import type { DisplayPrompt } from '../document/experiment.ts';
import type { SampleRequest } from '../run/protocol.ts';

export function toSamplePrompt({ id, family, question }: DisplayPrompt): SampleRequest['prompts'][number] {
  return { id, family, text: chatText(question) };
}
