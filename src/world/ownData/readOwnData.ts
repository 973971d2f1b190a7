/**
 * A visitor's file: prompts, demonstrations or preferences, as JSON Lines, CSV or plain text. Reading never throws on a bad
 * row: it names the line. Only so many rows are kept as an experiment can hold; the rest is counted.
 */
import { InvalidInputError, shortened } from '../../errors.ts';
import { type RowProblem } from '../preferences/records.ts';
import type { Preference } from '../spec/types.ts';
import { type Fields, kindOfFields } from './fields.ts';
import { eachRow, formatOf } from './fileRows.ts';
import { readDemonstrationRow, readPreferenceRow, readPromptRow } from './readRow.ts';
import {
  type DataKind,
  type Demonstration,
  MAX_ROWS,
  type OwnDataSummary,
  type OwnRows,
  PROBLEMS_LISTED,
} from './types.ts';

const SAMPLE_ROWS = 3;
/** Rows between two reports of progress. */
const REPORT_EVERY = 2000;

export interface ReadOptions {
  readonly name: string;
  /** What the rows are; null = what the first row that says so is. */
  readonly kind: DataKind | null;
  /** @param share read so far, 0 … 1 */
  readonly onProgress?: (share: number) => void;
}

export interface OwnDataReading {
  readonly summary: OwnDataSummary;
  readonly rows: OwnRows;
}

/** @param bytes UTF-8, a byte-order mark is forgiven · @throws InvalidInputError for a file that is no text at all */
export function readOwnData(bytes: Uint8Array, { name, kind: asked, onProgress }: ReadOptions): OwnDataReading {
  const text = decode(bytes);
  const format = formatOf(name, text);
  const kind = asked ?? (format === 'plain text' ? 'prompts' : detectKind(format, text));
  const rows = { demonstrations: [] as Demonstration[], preferences: [] as Preference[], prompts: [] as string[] };
  const problems: RowProblem[] = [];
  const sample: (readonly string[])[] = [];
  let [count, good] = [0, 0];

  const refuse = (line: number, message: string): void => {
    if (problems.length < PROBLEMS_LISTED) problems.push({ line, message: shortened(message) });
  };
  /** Kept only while there is room. */
  const keep = <Row>(list: Row[], row: Row, texts: readonly string[]): void => {
    good++;
    if (list.length < MAX_ROWS) list.push(row);
    if (sample.length < SAMPLE_ROWS) sample.push(texts);
  };
  const enter = (fields: Fields, line: number): void => {
    if (kind === 'prompts') {
      const row = readPromptRow(fields);
      if (typeof row === 'object') refuse(line, row.message);
      else keep(rows.prompts, row, [row]);
    } else if (kind === 'demonstrations') {
      const row = readDemonstrationRow(fields);
      if ('message' in row) refuse(line, row.message);
      else keep(rows.demonstrations, row, [row.prompt, row.completion]);
    } else {
      const row = readPreferenceRow(fields, line);
      if ('message' in row) refuse(line, row.message);
      else keep(rows.preferences, row, [row.prompt, row.chosen, row.rejected]);
    }
  };

  eachRow(format, text, ({ line, fields, end }) => {
    count++;
    if (typeof fields === 'string') refuse(line, fields);
    else enter(fields, line);
    if (count % REPORT_EVERY === 0) onProgress?.(end / text.length);
  });
  const taken = Math.min(good, MAX_ROWS);
  return { summary: { name, kind, format, rows: count, good, taken, bad: count - good, problems, sample }, rows };
}

/** Broken bytes become U+FFFD and are found row by row. */
function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new InvalidInputError(
      'the file is UTF-16 text, but UTF-8 was expected: save it as UTF-8 and choose it again',
    );
  }
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new InvalidInputError('the file is not text: expected JSON Lines, CSV or plain text in UTF-8');
  }
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new InvalidInputError('the file is empty: expected one row a line');
  return text;
}

/** The first row whose columns say what it is decides; none does → prompts, whose problems then list what is missing. */
function detectKind(format: OwnDataSummary['format'], text: string): DataKind {
  let kind: DataKind | null = null;
  eachRow(format, text.slice(0, 200_000), ({ fields }) => {
    if (kind === null && typeof fields === 'object') kind = kindOfFields(fields);
  });
  return kind ?? 'prompts';
}
