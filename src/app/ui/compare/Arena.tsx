/** Two replies without names: the visitor says which is better, then learns who wrote them. Keys ← → ↓, Enter for the next. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { comparePair, enterVote } from '../../store/compare/compareActions.ts';
import { type Compared, type Pair, pairId, type Vote } from '../../store/compare/compareState.ts';
import { isSwapped, nextArenaIndex } from '../../store/compare/compareSteps.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../controls/Term.tsx';
import { ArenaReply } from './ArenaReply.tsx';

export function Arena({ pair }: { readonly pair: Pair | null }) {
  const compared = useLab((state) => (pair === null ? undefined : state.compare.compared[pairId(pair)]));
  const isBusy = useLab(({ compare }) => compare.comparing !== null || compare.measuring !== null);
  if (pair === null) return <p className="compare-empty">Train a stage first: an arena needs two models.</p>;
  if (!compared) {
    return (
      <div className="compare-empty">
        <p>
          A <Term id="blind-arena">blind arena</Term>: two replies to a prompt, no names. You say which is better; then
          the names are shown, and your win rate is counted.
        </p>
        <Button className="button button-primary" isDisabled={isBusy} onPress={() => void comparePair(pair)}>
          {isBusy ? 'Drawing replies …' : 'Draw replies'}
        </Button>
      </div>
    );
  }
  // Another pair or another drawing starts afresh.
  return <Round key={`${pairId(pair)} ${compared.weights.join(' ')}`} pair={pair} compared={compared} />;
}

function Round({ pair, compared }: { readonly pair: Pair; readonly compared: Compared }) {
  const seed = useLab((state) => state.experiment.document.seed);
  const firstTitle = useLab((state) => stageTitle(state, pair.first));
  const secondTitle = useLab((state) => stageTitle(state, pair.second));
  const [revealed, setRevealed] = useState<Vote | null>(null);
  const ring = useRef<HTMLDivElement>(null);
  const index = revealed?.index ?? nextArenaIndex(compared);
  const shown = index === null ? undefined : compared.result.pairs[index];
  if (index === null || !shown) {
    return <p className="compare-empty">You have voted on every pair. Train further and compare again for new ones.</p>;
  }
  const { first, second } = pair;
  const isSecondLeft = isSwapped(seed, index);
  const [left, right] = isSecondLeft ? (['second', 'first'] as const) : (['first', 'second'] as const);
  const textOf = (side: 'first' | 'second') => (side === 'second' ? shown.text : shown.againstText);

  function vote(choice: Vote['choice']): void {
    if (revealed || index === null) return;
    const cast = { index, choice };
    enterVote(pairId(pair), cast);
    setRevealed(cast);
    ring.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    const choice = { ArrowLeft: left, ArrowRight: right, ArrowDown: 'tie' as const }[event.key];
    if (choice && !revealed) vote(choice);
    else if (event.key === 'Enter' && revealed && event.target === event.currentTarget) setRevealed(null);
    else return;
    event.preventDefault();
  }

  const nameOf = (side: 'first' | 'second') => (side === 'second' ? second : first);
  return (
    <div
      className="arena"
      ref={ring}
      role="group"
      tabIndex={0}
      aria-label="Blind arena: arrow left, arrow right or arrow down for a tie"
      onKeyDown={press}
    >
      <p className="arena-question">
        <span className="muted">{shown.family}</span> {shown.question}
      </p>
      <div className="arena-replies">
        {[left, right].map((side, place) => (
          <ArenaReply
            key={place}
            label={place === 0 ? 'Left' : 'Right'}
            text={textOf(side)}
            author={revealed ? nameOf(side) : null}
            isChosen={revealed?.choice === side}
          />
        ))}
      </div>
      {revealed ? (
        <div className="arena-buttons">
          <p role="status">{describeVote(revealed, firstTitle, secondTitle, shown.goldDifference)}</p>
          <Button className="button button-primary" onPress={() => setRevealed(null)}>
            Next <kbd aria-hidden="true">Enter</kbd>
          </Button>
        </div>
      ) : (
        <div className="arena-buttons">
          <Button className="button" onPress={() => vote(left)}>
            <kbd aria-hidden="true">←</kbd> Left is better
          </Button>
          <Button className="button" onPress={() => vote('tie')}>
            <kbd aria-hidden="true">↓</kbd> Tie
          </Button>
          <Button className="button" onPress={() => vote(right)}>
            Right is better <kbd aria-hidden="true">→</kbd>
          </Button>
        </div>
      )}
    </div>
  );
}

function describeVote({ choice }: Vote, first: string, second: string, goldDifference: number): string {
  const yours =
    choice === 'tie' ? 'You found neither better.' : `You preferred ${choice === 'first' ? first : second}.`;
  const gold = Math.abs(goldDifference) < 1e-9 ? 'neither' : goldDifference > 0 ? second : first;
  return `${yours} Gold prefers ${gold}.`;
}
