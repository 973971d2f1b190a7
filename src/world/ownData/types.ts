/** Own data as it comes out of a file: rows of one kind, and what was wrong with the others. Types, and the limits. */
import type { RowProblem } from '../preferences/records.ts';
import type { Preference } from '../spec/types.ts';

export type DataKind = 'demonstrations' | 'preferences' | 'prompts';
export type DataFormat = 'JSON Lines' | 'CSV' | 'plain text';

export interface Demonstration {
  readonly prompt: string;
  readonly completion: string;
}

/** Rows of one kind; the other two lists are empty. */
export interface OwnRows {
  readonly demonstrations: readonly Demonstration[];
  readonly preferences: readonly Preference[];
  readonly prompts: readonly string[];
}

/** What a file holds, in numbers, with the first few rows to look at. */
export interface OwnDataSummary {
  readonly name: string;
  readonly kind: DataKind;
  readonly format: DataFormat;
  /** Rows with content, good or bad. */
  readonly rows: number;
  readonly good: number;
  /** Good rows that can be taken; the rest is over the limit. */
  readonly taken: number;
  readonly bad: number;
  /** The first `PROBLEMS_LISTED` of them, by line. */
  readonly problems: readonly RowProblem[];
  /** The texts of the first good rows, prompt first. */
  readonly sample: readonly (readonly string[])[];
}

/** As the experiment's schema has them. */
export const MAX_ROWS = 20_000;
export const MAX_CHARACTERS = 2000;
export const PROBLEMS_LISTED = 500;
