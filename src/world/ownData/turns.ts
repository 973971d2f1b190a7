/**
 * Lists of messages, as TRL's conversational datasets have them, in the chat frame of 4-world.md §4.3. The frame knows no
 * system turn: its text goes before the first turn.
 */
import { z } from 'zod';

const turnsSchema = z
  .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }))
  .min(1);

export type Turns = z.infer<typeof turnsSchema>;

/** @param value a list of messages, or one written as JSON in a cell of a table · @returns null for anything else */
export function readTurns(value: unknown): Turns | null {
  const list = typeof value === 'string' && value.trimStart().startsWith('[') ? parseJson(value) : value;
  if (!Array.isArray(list)) return null;
  const parsed = turnsSchema.safeParse(list);
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const speakers = { user: 'User: ', assistant: 'Assistant: ', system: '' } as const;

/** @returns what the model is fed: a single question as it is, a dialogue in its frame, ending before the reply */
export function promptOfTurns(turns: Turns): string {
  const [first] = turns;
  if (turns.length === 1 && first?.role === 'user') return first.content;
  return `${turns.map(({ role, content }) => speakers[role] + content).join('\n')}\nAssistant:`;
}

/** @returns the dialogue before the last turn, and the reply; null when the last turn isn't the assistant's */
export function splitTurns(turns: Turns): { readonly before: Turns; readonly reply: string } | null {
  const last = turns.at(-1);
  return last?.role === 'assistant' ? { before: turns.slice(0, -1), reply: last.content } : null;
}
