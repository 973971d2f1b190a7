/**
 * From the fields of a row, in any of TRL's forms, to plain texts: `prompt`, `completion`, `chosen` and `rejected` as
 * strings or as lists of messages, `messages` for a whole dialogue, `chosen`/`rejected` dialogues that share their prompt.
 */
import { promptOfTurns, readTurns, splitTurns } from './turns.ts';
import type { DataKind } from './types.ts';

/** A row as it stands in the file. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the row says in plain texts; a text that can't be found is left out. */
export interface RowTexts {
  readonly prompt?: string;
  readonly completion?: string;
  readonly chosen?: string;
  readonly rejected?: string;
}

export const columnsOf: Readonly<Record<DataKind, readonly (keyof RowTexts)[]>> = {
  prompts: ['prompt'],
  demonstrations: ['prompt', 'completion'],
  preferences: ['prompt', 'chosen', 'rejected'],
};

/** What the columns of a row say it is; null when they say nothing. */
export function kindOfFields(fields: Fields): DataKind | null {
  if ('chosen' in fields || 'rejected' in fields) return 'preferences';
  if ('completion' in fields) return 'demonstrations';
  const turns = readTurns(fields['messages']);
  if (turns) return turns.at(-1)?.role === 'assistant' ? 'demonstrations' : 'prompts';
  return 'prompt' in fields ? 'prompts' : null;
}

export function readTexts(kind: DataKind, fields: Fields): RowTexts {
  const prompt = readPrompt(fields['prompt']);
  switch (kind) {
    case 'prompts':
      return prompt === undefined ? dialogueTexts(fields['messages'], false) : { prompt };
    case 'demonstrations': {
      if (!('completion' in fields) && 'messages' in fields) return dialogueTexts(fields['messages'], true);
      return { ...optional('prompt', prompt), ...optional('completion', readReply(fields['completion'])) };
    }
    case 'preferences':
      return {
        ...optional('prompt', prompt ?? sharedPrompt(fields['chosen'], fields['rejected'])),
        ...optional('chosen', readReply(fields['chosen'])),
        ...optional('rejected', readReply(fields['rejected'])),
      };
  }
}

function readPrompt(value: unknown): string | undefined {
  const turns = readTurns(value);
  if (turns) return promptOfTurns(turns);
  return typeof value === 'string' ? value : undefined;
}

function readReply(value: unknown): string | undefined {
  const turns = readTurns(value);
  if (turns) return splitTurns(turns)?.reply;
  return typeof value === 'string' ? value : undefined;
}

/** @param hasReply whether the last turn is a reply to learn from */
function dialogueTexts(value: unknown, hasReply: boolean): RowTexts {
  const turns = readTurns(value);
  if (!turns) return {};
  const split = splitTurns(turns);
  if (!hasReply) return split ? {} : { prompt: promptOfTurns(turns) };
  return split && split.before.length > 0 ? { prompt: promptOfTurns(split.before), completion: split.reply } : {};
}

/** Both dialogues begin alike. */
function sharedPrompt(chosen: unknown, rejected: unknown): string | undefined {
  const [one, other] = [readTurns(chosen), readTurns(rejected)].map((turns) => turns && splitTurns(turns));
  if (!one || !other || one.before.length === 0) return undefined;
  const prompt = promptOfTurns(one.before);
  return other.before.length > 0 && promptOfTurns(other.before) === prompt ? prompt : undefined;
}

function optional<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>;
}
