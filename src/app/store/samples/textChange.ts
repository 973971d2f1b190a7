/** What a trained policy changed in the completions on screen, in one sentence. Pure. */
import { type PolicyId, referenceOf } from '../../../lab/pipeline.ts';
import { stageTitle } from '../run/stageRuns.ts';
import { columnOf, type LabState } from '../state.ts';

/** @returns '' until its column and that of its reference are drawn */
export function describeTextChange(state: LabState, id: PolicyId): string {
  const { document } = state.experiment;
  const reference = referenceOf(document, id);
  const [before, after] = [columnOf(state, reference).completions, columnOf(state, id).completions];
  const pairs = document.displayPrompts.flatMap(({ id: prompt }) => {
    const [was, is] = [before[prompt], after[prompt]];
    return was && is ? [{ was, is }] : [];
  });
  if (pairs.length === 0) return '';
  const [from, own] = [stageTitle(state, reference), stageTitle(state, id)];
  const compare = `compare the ${from} and ${own} columns.`;
  const stoppedBefore = pairs.filter(({ was }) => was.stopped).length;
  const stopped = pairs.filter(({ is }) => is.stopped).length;
  if (stopped > stoppedBefore) {
    return `${stopped} of ${pairs.length} replies end by themselves, ${stoppedBefore} before: ${compare}`;
  }
  const changed = pairs.filter(({ was, is }) => was.text !== is.text).length;
  if (changed > 0) return `${changed} of ${pairs.length} replies are not what ${from} says: ${compare}`;
  return `The likeliest replies are those of ${from}: open 4 draws of a prompt to see what changed.`;
}
