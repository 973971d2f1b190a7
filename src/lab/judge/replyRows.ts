/** Replies to the world's prompts, one JSON object a line, and gold's judgement of them: what `lab judge` and `lab phrases` do. */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { findPrompt } from '../../world/prompts/selectPrompts.ts';
import { defaultSpec, judge } from '../../world/spec/gold.ts';
import type { CheckTools, JudgedRule, Reply } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';

const rowSchema = z.object({
  /** The question as asked, or the whole text the model was fed. */
  prompt: z.string().min(1),
  reply: z.string(),
  /** Whether it ended by itself; default true. */
  stopped: z.boolean().optional(),
  /** The end-of-text token counted; default: as the tokenizer of lab-1m counts. */
  tokens: z.int().nonnegative().optional(),
});

export interface ReplyRow {
  readonly asked: string;
  /** Undefined for a prompt the world doesn't know. */
  readonly prompt: Prompt | undefined;
  readonly reply: Reply;
}

/**
 * @param text JSON Lines · @param name of the file, for messages · @param countTokens of a reply, its end-of-text not counted
 * @throws InvalidInputError that names the first bad line
 */
export function readReplyRows(text: string, name: string, countTokens: (reply: string) => number): ReplyRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [toRow(line, `line ${i + 1} of ${name}`, countTokens)]));
}

function toRow(line: string, where: string, countTokens: (reply: string) => number): ReplyRow {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new InvalidInputError(`${where} is not JSON: expected one object {"prompt", "reply"} a line`);
  }
  const parsed = rowSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new InvalidInputError(
      `${where} is not a row {"prompt", "reply"}: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'unreadable'}`,
    );
  }
  const { prompt, reply, stopped = true, tokens } = parsed.data;
  const counted = tokens ?? countTokens(reply) + (stopped ? 1 : 0);
  return { asked: prompt, prompt: findPrompt(prompt), reply: { text: reply, stopped, tokens: counted } };
}

/** What gold says of a row, as `lab judge` prints it; a prompt the world doesn't know is said to be unknown, never guessed. */
export type JudgedRow =
  | { readonly total: number; readonly rules: readonly Pick<JudgedRule, 'rule' | 'score' | 'reason'>[] }
  | { readonly unknown: true; readonly prompt: string; readonly reason: string };

/** By the default spec. */
export function judgeRow({ asked, prompt, reply }: ReplyRow, tools: CheckTools): JudgedRow {
  if (!prompt) return { unknown: true, prompt: asked, reason: 'the world does not know this prompt' };
  const { total, rules } = judge(defaultSpec, prompt, reply, tools);
  return { total, rules: rules.map(({ rule, score, reason }) => ({ rule, score, reason })) };
}
