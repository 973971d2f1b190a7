/** Pairs as the stage draws them: one to vote on, blind; the others with what labelers say of them. */
import { useEffect, useState } from 'react';
import { Link } from 'react-aria-components';
import { formatCount } from '../../series/format.ts';
import { pairOnTable } from '../../store/label/benchSteps.ts';
import { setMode } from '../../store/label/labelActions.ts';
import { isOpen, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { useBenchKeys } from '../../ui/label/benchKeys.ts';
import { DrawingNote } from '../../ui/label/Drawing.tsx';
import '../../ui/label/label.css';
import { LastVote } from '../../ui/label/LastVote.tsx';
import { PairOnTable } from '../../ui/label/PairOnTable.tsx';
import { VoteButtons } from '../../ui/label/VoteButtons.tsx';
import type { StageProps } from '../face.ts';
import { DrawnPairs } from './DrawnPairs.tsx';
import './vote.css';

interface VoteViewProps extends StageProps {
  /** The visitor has begun to vote here. */
  readonly onVote: () => void;
}

export function VoteView({ id, onVote }: VoteViewProps) {
  const isBusy = useLab(({ bench }) => bench.queue.length > 0 || bench.drawing !== null || bench.problem !== null);
  const isBrought = useLab((state) => state.experiment.document.data.preferences.length > 0);
  const isRunning = useLab((state) => isOpen(stageRun(state, id)));
  // The bench may have been left at checking the AI's labels.
  useEffect(() => setMode('label'), []);
  if (isBrought) return <p className="pane-empty">Your own preferences take the place of drawn pairs.</p>;
  if (!isBusy && !isRunning) {
    return (
      <p className="pane-empty">
        Press Start: pairs of completions appear here as they are drawn, and you can vote on them meanwhile. Or{' '}
        <Link href="#label">label pairs now</Link>.
      </p>
    );
  }
  return <Ballot id={id} isRunning={isRunning} onVote={onVote} />;
}

function Ballot({ id, isRunning, onVote }: VoteViewProps & { readonly isRunning: boolean }) {
  const bench = useLab((state) => state.bench);
  const labels = useLab((state) => state.experiment.document.labels);
  const own = labels.filter(({ labeler }) => labeler === 'you').length;
  const deeds = bench.deeds.length;
  const [deedsBefore] = useState(deeds);
  useEffect(() => {
    if (deeds !== deedsBefore) onVote();
  }, [deeds, deedsBefore, onVote]);
  useBenchKeys('label', null);
  const pair = pairOnTable({ labels, bench });
  return (
    <div className="vote-view">
      <section className="vote-table" aria-label="Pair to vote on">
        <div className="vote-scroll">
          {pair ? <PairOnTable pair={pair} unsure={null} /> : <DrawingNote />}
          <LastVote />
        </div>
        <VoteButtons mode="label" />
      </section>
      <aside className="vote-side" aria-label="Pairs just drawn">
        <p>
          You have given <span className="number">{formatCount(own)}</span> {own === 1 ? 'label' : 'labels'} (
          <Link href="#label">all of them</Link>).{' '}
          {isRunning
            ? 'This run’s labels were fixed when it started: what you vote now counts from the next start.'
            : 'They count from the next start.'}
        </p>
        <DrawnPairs id={id} />
      </aside>
      <p className="visually-hidden" role="status" aria-live="polite">
        {bench.said}
      </p>
    </div>
  );
}
