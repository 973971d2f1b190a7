/** The slice `share`: the link this visit was opened from, and what was set aside for it. What it brought is in `experiment`. */
import type { SharedRun } from '../../../lab/link/sharedRun.ts';
import type { Verdict } from '../../../lab/link/verdict.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';

export interface ShareState {
  /** Null: the visitor's own experiment. */
  readonly opened: SharedRun | null;
  /** Own labels that wait in this browser's storage because a link brought others. */
  readonly labelsSetAside: number;
  /** Of the newest finished run of a stage that repeats the link's. */
  readonly verdicts: Readonly<Record<StageId, { readonly runId: string; readonly verdict: Verdict }>>;
}

export function emptyShare(): ShareState {
  return { opened: null, labelsSetAside: 0, verdicts: {} };
}
