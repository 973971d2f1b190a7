/** One row of own data, checked: its texts are there, are text, differ, and fit. */
import { readPreferences } from '../preferences/records.ts';
import type { Preference } from '../spec/types.ts';
import { columnsOf, type Fields, readTexts } from './fields.ts';
import { type DataKind, type Demonstration, MAX_CHARACTERS } from './types.ts';

/** @returns the row, or in plain words what is wrong with it */
export function readPromptRow(fields: Fields): string | { readonly message: string } {
  const { prompt = '', message } = checkTexts('prompts', fields);
  return message === null ? prompt : { message };
}

export function readDemonstrationRow(fields: Fields): Demonstration | { readonly message: string } {
  const { prompt = '', completion = '', message } = checkTexts('demonstrations', fields);
  return message === null ? { prompt, completion } : { message };
}

/** Ours and TRL's; the extra fields as in preferences/records.ts. @param line for the id of a row that has none */
export function readPreferenceRow(fields: Fields, line: number): Preference | { readonly message: string } {
  const { prompt = '', chosen = '', rejected = '', message } = checkTexts('preferences', fields);
  if (message !== null) return { message };
  const { id = `line-${line}` } = fields;
  const row = JSON.stringify({ ...fields, id: String(id).slice(0, 200), prompt, chosen, rejected });
  const { preferences, problems } = readPreferences(row);
  return preferences[0] ?? { message: problems[0]?.message ?? 'the row is not a preference' };
}

type CheckedTexts = ReturnType<typeof readTexts> & { readonly message: string | null };

function checkTexts(kind: DataKind, fields: Fields): CheckedTexts {
  const texts = readTexts(kind, fields);
  const wanted = columnsOf[kind];
  const missing = wanted.filter((column) => texts[column] === undefined);
  if (missing.length > 0) return { ...texts, message: describeMissing(kind, missing, fields) };
  for (const column of wanted) {
    const text = texts[column] ?? '';
    const message = describeText(column, text);
    if (message !== null) return { ...texts, message };
  }
  const isSame = kind === 'preferences' && texts.chosen === texts.rejected;
  const message = isSame ? 'chosen and rejected are the same text: nothing can be learnt from the row' : null;
  return { ...texts, message };
}

function describeText(column: string, text: string): string | null {
  if (text.trim() === '') return `${column} is empty`;
  if (text.includes('\uFFFD')) return `${column} holds bytes that are not UTF-8 text`;
  if (text.length > MAX_CHARACTERS) {
    return `${column} has ${text.length.toLocaleString('en')} characters, more than ${MAX_CHARACTERS.toLocaleString('en')}: shorten it`;
  }
  return null;
}

function describeMissing(kind: DataKind, missing: readonly string[], fields: Fields): string {
  const there = missing.filter((column) => fields[column] !== undefined);
  if (there.length > 0) return `${there.join(', ')}: expected a text or a list of messages with role and content`;
  const has = Object.keys(fields).slice(0, 6);
  const found = has.length > 0 ? `the row has ${has.join(', ')}` : 'the row has no columns';
  return `no ${missing.join(', no ')}: ${found}, expected ${columnsOf[kind].join(', ')}`;
}
