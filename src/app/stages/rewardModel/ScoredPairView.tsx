/** The step just made, on a pair of its own batch: both texts, and their scores moving apart. */
import { useState } from 'react';
import type { ScoredPairView as Pair, ScoredText } from '../../../lab/stages/rewardModel/detail.ts';
import { asTerm, formatNumber, formatShare } from '../../series/format.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import type { StageProps } from '../face.ts';
import { nameOfLabeler } from '../preferences/labelerNames.ts';
import { PairChoice } from '../preferences/PairChoice.tsx';
import { pairLoss, preferredShare } from '../preferences/pairLoss.ts';

export function ScoredPairView({ id }: StageProps) {
  const shown = useSlowRun(id)?.details.scoredPairs;
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, (shown?.pairs.length ?? 1) - 1);
  const pair = shown?.pairs[index];
  if (!shown || !pair) {
    return (
      <p className="pane-empty">
        Press Step: a pair of the batch it learns from can be read here, with both scores before and after.
      </p>
    );
  }
  return (
    <div className="scored-pair">
      <PairChoice step={shown.step} index={index} pairs={shown.pairs} onChange={setWanted} />
      <PairScores pair={pair} />
    </div>
  );
}

function PairScores({ pair }: { readonly pair: Pair }) {
  const { chosen, rejected, isTie } = pair;
  const labeler = nameOfLabeler(pair.labeler);
  const [before, after] = [chosen.before - rejected.before, chosen.after - rejected.after];
  return (
    <>
      <table className="figures">
        <caption>{isTie ? `Neither is better, said ${labeler}` : `Judged by ${labeler}`}</caption>
        <tbody>
          <ScoreRow name={isTie ? 'one' : 'chosen'} text={chosen} />
          <ScoreRow name={isTie ? 'other' : 'rejected'} text={rejected} />
        </tbody>
      </table>
      <p className="number">
        <Term id="confidence">P(chosen is better)</Term> = σ({formatNumber(chosen.after)} −{' '}
        {asTerm(formatNumber(rejected.after))}) = <strong>{formatShare(preferredShare(after))}</strong>, before the step{' '}
        {formatShare(preferredShare(before))}; L = {isTie ? '−½ log P − ½ log (1 − P)' : '−log P'} ={' '}
        <strong>{formatNumber(pairLoss(after, isTie))}</strong>, before {formatNumber(pairLoss(before, isTie))}
      </p>
    </>
  );
}

function ScoreRow({ name, text: { text, before, after } }: { readonly name: string; readonly text: ScoredText }) {
  return (
    <tr>
      <th scope="row">
        <span className="muted">{name}</span> {text === '' ? <span className="muted">nothing</span> : text}
      </th>
      <td className="number">
        {formatNumber(before)} → <strong>{formatNumber(after)}</strong>
      </td>
    </tr>
  );
}
