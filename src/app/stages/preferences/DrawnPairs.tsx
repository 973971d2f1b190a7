/** The newest pairs that a stage has drawn, with what its labelers would say: none that still waits for the visitor's own vote. */
import { useEffect, useState } from 'react';
import type { PairOpinion } from '../../../lab/desk/deskTypes.ts';
import type { LabelerShares } from '../../../world/spec/labeling.ts';
import type { CandidatePair } from '../../../world/spec/types.ts';
import { opinionOf } from '../../store/label/labelActions.ts';
import { errorMessage } from '../../store/session/problems.ts';
import { useLab } from '../../store/store.ts';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { LabelerVotes } from '../../ui/label/LabelerVotes.tsx';
import type { StageProps } from '../face.ts';
import { type SimulatedId, simulatedIds } from './labelerNames.ts';

/** More would be gone before they are read. */
const SHOWN = 3;

export function DrawnPairs({ id }: StageProps) {
  const run = useSlowRun(id);
  const queue = useLab((state) => state.bench.queue);
  if (!run?.preparation) return null;
  const waiting = new Set(queue.map((pair) => pair.id));
  const shown = run.preparation.pairs.filter((pair) => !waiting.has(pair.id)).slice(-SHOWN);
  const shares: LabelerShares = 'labelers' in run.stage ? run.stage.labelers : {};
  const tradesReplies = 'crossedPrompts' in run.stage && run.stage.crossedPrompts + run.stage.crossedTwins > 0;
  const who = simulatedIds.filter((labeler) => (shares[labeler] ?? 0) > 0);
  return (
    <>
      <h2>Just drawn</h2>
      {tradesReplies && (
        <p className="muted">
          In some, one reply was given to another question: so the reward model sees what doesn’t belong.
        </p>
      )}
      <ul className="drawn-pairs">
        {shown.toReversed().map((pair) => (
          <DrawnPair key={pair.id} pair={pair} who={who} />
        ))}
      </ul>
      <p className="muted">One of these labelers is asked about each pair once all are drawn.</p>
    </>
  );
}

interface DrawnPairProps {
  readonly pair: CandidatePair;
  readonly who: readonly SimulatedId[];
}

function DrawnPair({ pair, who }: DrawnPairProps) {
  const opinion = useOpinion(pair);
  return (
    <li>
      <span className="muted">{pair.prompt.question}</span>
      <span>
        <b>A</b> {pair.a.text.trim()}
      </span>
      <span>
        <b>B</b> {pair.b.text.trim()}
      </span>
      {typeof opinion === 'string' ? (
        <span className="muted">{opinion}</span>
      ) : (
        <LabelerVotes votes={opinion.votes} who={who} />
      )}
    </li>
  );
}

/** @returns what labelers make of the pair, or why that can't be said yet */
function useOpinion(pair: CandidatePair): PairOpinion | string {
  const [opinion, setOpinion] = useState<PairOpinion | string>('Being judged …');
  useEffect(() => {
    let isShown = true;
    opinionOf(pair).then(
      (answer) => isShown && setOpinion(answer),
      (error: unknown) => isShown && setOpinion(`It could not be judged: ${errorMessage(error)}.`),
    );
    return () => {
      isShown = false;
    };
  }, [pair]);
  return opinion;
}
