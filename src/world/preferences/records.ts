/**
 * Preferences as JSON Lines: TRL's `prompt`, `chosen`, `rejected`, and our extra fields in snake_case. Reading never throws
 * on a bad row: it names the line. Fields we don't know are left out.
 */
import { z } from 'zod';
import { type Preference, labelerIds } from '../spec/types.ts';
import { promptFamilies } from '../types.ts';

/** Broken UTF-8 becomes U+FFFD when a file is decoded. */
const text = z.string().refine((value) => !value.includes('\uFFFD'), 'holds bytes that are not UTF-8 text');

const rowSchema = z
  .object({
    id: z.string().min(1).optional(),
    prompt: text.min(1),
    chosen: text,
    rejected: text,
    chosen_stopped: z.boolean().optional(),
    rejected_stopped: z.boolean().optional(),
    tie: z.boolean().optional(),
    both_bad: z.boolean().optional(),
    margin: z.number().nonnegative().optional(),
    labeler: z.enum(labelerIds).default('you'),
    edited: z.boolean().optional(),
    family: z.enum(promptFamilies).optional(),
  })
  .refine(({ chosen, rejected }) => chosen !== rejected, {
    message: 'chosen and rejected are the same text: nothing can be learnt from the row',
  });

type Row = z.infer<typeof rowSchema>;

export interface RowProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface ReadPreferences {
  readonly preferences: readonly Preference[];
  readonly problems: readonly RowProblem[];
}

/** @returns one JSON object a line, ending with a line break; nothing for an empty list */
export function writePreferences(preferences: readonly Preference[]): string {
  return preferences.map((preference) => `${JSON.stringify(toRow(preference))}\n`).join('');
}

/** @param file JSON Lines; blank lines, a byte-order mark and Windows line ends are forgiven */
export function readPreferences(file: string): ReadPreferences {
  const preferences: Preference[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((content, i) => {
      if (content.trim() === '') return;
      const line = i + 1;
      const row = readRow(content, line);
      if ('message' in row) {
        problems.push(row);
        return;
      }
      const preference = fromRow(row, line);
      const key = `${preference.labeler} ${preference.id}`;
      const before = seen.get(key);
      if (before !== undefined) {
        const message = `line ${before} has a label of ${preference.labeler} for “${preference.id}” already: give the row an id of its own`;
        problems.push({ line, message });
        return;
      }
      seen.set(key, line);
      preferences.push(preference);
    });
  return { preferences, problems };
}

function readRow(content: string, line: number): Row | RowProblem {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { line, message: 'the line is not JSON: expected one object {"prompt", "chosen", "rejected", …} a line' };
  }
  const parsed = rowSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(
    ({ path, message }) => (path.length > 0 ? `${path.join('.')}: ` : '') + message,
  );
  return { line, message: reasons.join(' · ') };
}

function toRow(preference: Preference): Row {
  const {
    id,
    prompt,
    chosen,
    rejected,
    chosenStopped,
    rejectedStopped,
    tie,
    bothBad,
    margin,
    labeler,
    edited,
    family,
  } = preference;
  // JSON.stringify leaves out what is undefined.
  return {
    id,
    prompt,
    chosen,
    rejected,
    chosen_stopped: chosenStopped,
    rejected_stopped: rejectedStopped,
    tie,
    both_bad: bothBad,
    margin,
    labeler,
    edited,
    family,
  };
}

function fromRow(row: Row, line: number): Preference {
  const {
    id,
    prompt,
    chosen,
    rejected,
    chosen_stopped,
    rejected_stopped,
    tie,
    both_bad,
    margin,
    labeler,
    edited,
    family,
  } = row;
  return {
    id: id ?? `line-${line}`,
    prompt,
    chosen,
    rejected,
    ...(chosen_stopped !== undefined && { chosenStopped: chosen_stopped }),
    ...(rejected_stopped !== undefined && { rejectedStopped: rejected_stopped }),
    ...(tie !== undefined && { tie }),
    ...(both_bad !== undefined && { bothBad: both_bad }),
    ...(margin !== undefined && { margin }),
    labeler,
    ...(edited !== undefined && { edited }),
    ...(family !== undefined && { family }),
  };
}
