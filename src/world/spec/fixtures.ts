/** What the tests of this folder and of preferences/ share: the real speller, prompts by id, replies by hand. */
import dictionary from 'dictionary-en';
import { properNames } from '../lexicon.ts';
import { allPrompts } from '../prompts/selectPrompts.ts';
import { createSpeller } from '../spelling.ts';
import type { Prompt } from '../types.ts';
import type { CheckTools, Reply } from './types.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

export const tools: CheckTools = createSpeller(
  { aff: decode(dictionary.aff), dic: decode(dictionary.dic) },
  properNames,
);

const byId = new Map(allPrompts().map((prompt) => [prompt.id, prompt]));

/** @throws when no prompt has the id */
export function promptOf(id: string): Prompt {
  const prompt = byId.get(id);
  if (!prompt) throw new Error(`no prompt has the id ${id}`);
  return prompt;
}

/** A reply that stopped, of `tokens` tokens (default 12). */
export function say(text: string, more: Partial<Reply> = {}): Reply {
  return { text: ` ${text}`, stopped: true, tokens: 12, ...more };
}
