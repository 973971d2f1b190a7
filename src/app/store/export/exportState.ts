/** The slice of what can be taken away or shown again: completions of the steps so far, and a run document that was opened. */
import type { CompletionsAtStep } from '../../../lab/export/exported.ts';
import type { RunDocument } from '../../../lab/document/runDocument.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';

/** Of each column; with 8 display prompts about half a megabyte in all. Older steps are thinned, the first is kept. */
export const MOST_KEPT_STEPS = 64;

export interface ImportedRun {
  readonly name: string;
  readonly document: RunDocument;
}

export interface ExportState {
  /** Display prompts only, by column, in the order of the steps; of the runs that are shown. */
  readonly history: Readonly<Record<PolicyId, readonly CompletionsAtStep[]>>;
  readonly imported: ImportedRun | null;
  /** What the menu is busy with, in words. */
  readonly busy: string | null;
}

export function emptyExport(): ExportState {
  return { history: {}, imported: null, busy: null };
}
