/** Which two columns are compared, and how often the newer one wins: by gold, by the reward model, by the visitor's votes. */
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ShareEstimate } from '../../../lab/desk/deskTypes.ts';
import type { Evals } from '../../../lab/document/runDocument.ts';
import { wilsonInterval } from '../../../lab/judge/wilson.ts';
import { COMPARED_PROMPTS, choosePair, comparePair } from '../../store/compare/compareActions.ts';
import { type Compared, type PairId, comparablePairs } from '../../store/compare/compareState.ts';
import { canCompare, chosenPair, columnsOf, outdatedBy, votedShare } from '../../store/compare/compareSteps.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../controls/Term.tsx';
import { columnTitles } from './columns.ts';
import { WinBar } from './WinBar.tsx';

export function WinRates() {
  const pair = useLab(chosenPair);
  const problem = useLab((state) => state.compare.problem);
  return (
    <section className="pane knobs" aria-label="Who wins">
      <div className="pane-scroll">
        <PairChoice pair={pair} />
        {pair === null ? <p>Train SFT first: then there are two models to compare.</p> : <PairRates pair={pair} />}
        {problem !== null && (
          <p className="compare-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      {pair !== null && <CompareButton pair={pair} />}
    </section>
  );
}

function PairChoice({ pair }: { readonly pair: PairId | null }) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label="Compare"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={pair === null ? [] : [pair]}
      onSelectionChange={(keys) => [...keys].forEach((key) => choosePair(key as PairId))}
    >
      {comparablePairs.map(({ id }) => (
        <PairButton key={id} id={id} />
      ))}
    </ToggleButtonGroup>
  );
}

function PairButton({ id }: { readonly id: PairId }) {
  const isPossible = useLab((state) => canCompare(state, id));
  const { first, second } = columnsOf(id);
  return (
    <ToggleButton id={id} isDisabled={!isPossible}>
      {columnTitles[second]} vs {columnTitles[first]}
    </ToggleButton>
  );
}

function PairRates({ pair }: { readonly pair: PairId }) {
  const compared = useLab((state) => state.compare.compared[pair]);
  const age = useLab((state) => compared && outdatedBy(state, pair, compared));
  const { first, second } = columnsOf(pair);
  if (!compared) {
    return (
      <p>
        How often does {columnTitles[second]} write the better reply than {columnTitles[first]}? Both answer the same{' '}
        {COMPARED_PROMPTS} prompts, in words neither was trained on, at temperature 1.
      </p>
    );
  }
  return (
    <>
      <p className="win-title">
        <Term id="win-rate">Win rate</Term> of {columnTitles[second]} against {columnTitles[first]}, with its{' '}
        <Term id="interval-95">95 % interval</Term>
      </p>
      <Rates compared={compared} pair={pair} />
      {age === 'weights' && <p className="muted">Trained further since: compare again to see the newest weights.</p>}
      {age === 'spec' && <p className="muted">The spec has changed since: compare again to judge by it.</p>}
    </>
  );
}

function Rates({ compared: { result, votes }, pair }: { readonly compared: Compared; readonly pair: PairId }) {
  const { second } = columnsOf(pair);
  const estimate = ({ value, n }: Evals[string]): ShareEstimate => wilsonInterval(value, n);
  return (
    <div className="win-bars">
      <WinBar label="Gold" term="gold-reward" column={second} share={estimate(result.byGold)} />
      {result.byRewardModel && (
        <WinBar label="Reward model" term="reward-model" column={second} share={estimate(result.byRewardModel)} />
      )}
      {votes.length > 0 && <WinBar label="You" term="blind-arena" column={second} share={votedShare(votes)} />}
    </div>
  );
}

function CompareButton({ pair }: { readonly pair: PairId }) {
  const isBusy = useLab(({ compare }) => compare.comparing !== null || compare.measuring !== null);
  const isComparing = useLab((state) => state.compare.comparing !== null);
  const isAgain = useLab((state) => state.compare.compared[pair] !== undefined);
  return (
    <div className="run-bar">
      <Button className="button button-primary" isDisabled={isBusy} onPress={() => void comparePair(pair)}>
        {isComparing
          ? `Answering ${COMPARED_PROMPTS} prompts twice …`
          : `${isAgain ? 'Compare again' : 'Compare'} on ${COMPARED_PROMPTS} prompts`}
      </Button>
    </div>
  );
}
