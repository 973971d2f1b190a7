/** A prompt as the model is fed it. What a person types is put into the chat frame; a framed text stays as it is. */
import { chatText } from '../../world/prompts/source.ts';
import type { Prompt } from '../../world/types.ts';

const isFramed = (text: string) => /\bAssistant:\s*$/.test(text);

export function toPromptText(prompt: string): string {
  return isFramed(prompt) ? prompt.trimEnd() : chatText(prompt.trim());
}

/** What a person typed, out of the chat frame; other text as it is. */
export function toQuestion(text: string): string {
  return /^User:\s*([\s\S]*?)\s*Assistant:\s*$/.exec(text)?.[1] ?? text;
}

/** Own prompts have no family of their own: rules of form and tone judge them. */
export function toOwnPrompt(text: string, index: number): Prompt {
  const framed = toPromptText(text);
  const question = toQuestion(framed);
  return { id: `own/${index}`, family: 'open', split: 'train', question, text: framed };
}
