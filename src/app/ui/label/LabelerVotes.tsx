/** How the simulated labelers would vote on a pair. */
import type { PairOpinion, SimulatedLabeler } from '../../../lab/desk/deskTypes.ts';
import { labelerDescription, labelerName } from '../../../lab/desk/specWords.ts';

interface LabelerVotesProps {
  readonly votes: PairOpinion['votes'];
  /** Default: all of them. */
  readonly who?: readonly SimulatedLabeler[];
}

const choiceMarks = { a: 'A', b: 'B', tie: 'tie' } as const;

export function LabelerVotes({ votes, who = Object.keys(votes) as SimulatedLabeler[] }: LabelerVotesProps) {
  return (
    <p className="labeler-votes">
      <span className="muted">Labelers</span>
      {who.map((id) => (
        <span key={id} title={labelerDescription(id)}>
          {labelerName(id)} <b>{choiceMarks[votes[id]]}</b>
        </span>
      ))}
    </p>
  );
}
