/** The Compare card's line in the strip: what it is for, then its key figure. */
import { chosenPair, columnsOf } from '../../store/compare/compareSteps.ts';
import type { LabState } from '../../store/state.ts';
import { columnTitles } from './columns.ts';
import { wholePercent } from './formatEval.ts';

export function describeCompared(state: LabState): string {
  const pair = chosenPair(state);
  const compared = pair && state.compare.compared[pair];
  if (!compared) return 'All completions, side by side';
  const { first, second } = columnsOf(pair);
  return `${columnTitles[second]} wins ${wholePercent(compared.result.byGold.value)} against ${columnTitles[first]}, by gold`;
}
