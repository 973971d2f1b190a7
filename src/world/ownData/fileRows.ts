/** A file's text, row by row, each with its line: JSON Lines, CSV with a header, or one prompt a line. */
import Papa from 'papaparse';
import type { Fields } from './fields.ts';
import type { DataFormat } from './types.ts';

export interface FileRow {
  /** Where it starts, from 1. */
  readonly line: number;
  /** Or in plain words why it can't be read. */
  readonly fields: Fields | string;
  /** Characters up to its end. */
  readonly end: number;
}

const columns = ['prompt', 'completion', 'messages', 'chosen', 'rejected'];
const yesNoColumns = ['chosen_stopped', 'rejected_stopped', 'tie', 'both_bad', 'edited'];
const delimiters = [',', ';', '\t', '|'];

/** By the file's name, else by what its first line looks like. */
export function formatOf(name: string, text: string): DataFormat {
  if (/\.(jsonl|ndjson|json)$/i.test(name)) return 'JSON Lines';
  if (/\.(csv|tsv)$/i.test(name)) return 'CSV';
  if (/\.txt$/i.test(name)) return 'plain text';
  const first = /\S[^\r\n]*/.exec(text)?.[0] ?? '';
  if (/^[{[]/.test(first)) return 'JSON Lines';
  const names = first.split(/[,;\t|]/).map((column) => column.trim().replace(/^"|"$/g, '').toLowerCase());
  return names.some((column) => columns.includes(column)) && names.every((column) => /^\w+$/.test(column))
    ? 'CSV'
    : 'plain text';
}

/** Calls `enter` for every row with content, in order. */
export function eachRow(format: DataFormat, text: string, enter: (row: FileRow) => void): void {
  if (format === 'CSV') eachCsvRow(text, enter);
  else eachLine(text, format === 'JSON Lines' ? parseObject : (prompt) => ({ prompt: prompt.trim() }), enter);
}

function eachLine(text: string, read: (content: string) => Fields | string, enter: (row: FileRow) => void): void {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const content = text.slice(start, end);
    line++;
    if (content.trim() !== '') enter({ line, fields: read(content), end });
    start = end;
  }
}

function parseObject(content: string): Fields | string {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return content.trimStart().startsWith('[')
      ? 'the line begins a JSON list: expected one JSON object a line (JSON Lines)'
      : 'the line is not JSON: expected one JSON object a line';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'the line is JSON, but not an object: expected {"prompt": …}';
  }
  return value as Fields;
}

function eachCsvRow(text: string, enter: (row: FileRow) => void): void {
  let header: readonly string[] | null = null;
  let line = 1;
  let end = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: delimiters,
    step({ data: cells, errors, meta }) {
      const start = line;
      line += countBreaks(text, end, meta.cursor);
      end = meta.cursor;
      if (cells.every((cell) => cell.trim() === '')) return;
      if (header === null) header = cells.map((cell) => cell.trim().toLowerCase());
      else enter({ line: start, fields: cellsToFields(header, cells, errors[0]?.message), end });
    },
  });
}

function cellsToFields(header: readonly string[], cells: readonly string[], problem?: string): Fields | string {
  if (problem !== undefined) return `the row can't be read: ${problem.toLowerCase()}`;
  if (cells.length !== header.length) {
    return `the row has ${cells.length} cells, the header ${header.length} (${header.join(', ')}): put texts with commas in quotes`;
  }
  return Object.fromEntries(
    header.flatMap((name, i) => (cells[i] === '' ? [] : [[name, valueOf(name, cells[i] ?? '')]])),
  );
}

/** A table has only text; these columns of preferences are none. */
function valueOf(column: string, cell: string): string | boolean | number {
  if (yesNoColumns.includes(column) && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  return column === 'margin' && Number.isFinite(Number(cell)) ? Number(cell) : cell;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
