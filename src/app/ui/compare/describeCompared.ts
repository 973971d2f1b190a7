/** The Compare card's line in the strip: what it is for, then its key figure. */
import { winShare } from '../../../lab/judge/wilson.ts';
import { pairId } from '../../store/compare/compareState.ts';
import { chosenPair } from '../../store/compare/compareSteps.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import type { LabState } from '../../store/state.ts';
import { wholePercent } from './formatEval.ts';

export function describeCompared(state: LabState): string {
  const pair = chosenPair(state);
  const compared = pair && state.compare.compared[pairId(pair)];
  if (!compared) return 'All completions, side by side';
  const [first, second] = [stageTitle(state, pair.first), stageTitle(state, pair.second)];
  return `${second} wins ${wholePercent(winShare(compared.result.byGold).value)} against ${first}, by gold`;
}
