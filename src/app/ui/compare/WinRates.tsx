/** Which two columns are compared, and how often the newer one wins: by gold, by the reward model, by the visitor's votes. */
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { meanGoldDifference } from '../../../lab/judge/goldDifference.ts';
import { COMPARED_PROMPTS, choosePair, comparePair } from '../../store/compare/compareActions.ts';
import { type Compared, type Pair, pairId } from '../../store/compare/compareState.ts';
import { canCompare, outdatedBy, votedOutcomes } from '../../store/compare/compareSteps.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { useShownColumns } from '../completions/useShownColumns.ts';
import { Term } from '../controls/Term.tsx';
import { formatEval } from './formatEval.ts';
import { useChosenPair } from './useChosenPair.ts';
import { WinBar } from './WinBar.tsx';

export function WinRates() {
  const pair = useChosenPair();
  const problem = useLab((state) => state.compare.problem);
  return (
    <section className="pane knobs" aria-label="Who wins">
      <div className="pane-scroll" role="group" aria-label="Win rates" tabIndex={0}>
        <PairChoice pair={pair} />
        {pair === null ? <p>Train a stage first: then there are two models to compare.</p> : <PairRates pair={pair} />}
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

/** Every two of the columns on screen, and the chosen pair. */
function PairChoice({ pair }: { readonly pair: Pair | null }) {
  const columns = useShownColumns();
  const pairs = columns.flatMap((first, i) => columns.slice(i + 1).map((second): Pair => ({ first, second })));
  const chosen = pair && pairId(pair);
  const isListed = pair === null || pairs.some((each) => pairId(each) === chosen);
  const listed = isListed ? pairs : [...pairs, pair];
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label="Compare"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => listed.filter((each) => keys.has(pairId(each))).forEach(choosePair)}
    >
      {listed.map((each) => (
        <PairButton key={pairId(each)} pair={each} />
      ))}
    </ToggleButtonGroup>
  );
}

function PairButton({ pair }: { readonly pair: Pair }) {
  const isPossible = useLab((state) => canCompare(state, pair));
  const { first, second } = useTitles(pair);
  return (
    <ToggleButton id={pairId(pair)} isDisabled={!isPossible}>
      {second} vs {first}
    </ToggleButton>
  );
}

function useTitles(pair: Pair): { readonly first: string; readonly second: string } {
  const first = useLab((state) => stageTitle(state, pair.first));
  const second = useLab((state) => stageTitle(state, pair.second));
  return { first, second };
}

function PairRates({ pair }: { readonly pair: Pair }) {
  const compared = useLab((state) => state.compare.compared[pairId(pair)]);
  const age = useLab((state) => compared && outdatedBy(state, pair, compared));
  const { first, second } = useTitles(pair);
  if (!compared) {
    return (
      <p>
        How often does {second} write the better reply than {first}? Both answer the same {COMPARED_PROMPTS} prompts, in
        words neither was trained on, at temperature 1.
      </p>
    );
  }
  return (
    <>
      <p className="win-title">
        <Term id="win-rate">Win rate</Term> of {second} against {first}, with its{' '}
        <Term id="interval-95">95 % interval</Term>
      </p>
      <Rates compared={compared} pair={pair} />
      {age === 'weights' && <p className="muted">Trained further since: compare again to see the newest weights.</p>}
      {age === 'spec' && <p className="muted">The spec has changed since: compare again to judge by it.</p>}
    </>
  );
}

function Rates({ compared: { result, votes }, pair }: { readonly compared: Compared; readonly pair: Pair }) {
  const { second } = pair;
  return (
    <div className="win-bars">
      <WinBar label="Gold" term="gold-reward" column={second} outcomes={result.byGold} />
      <p className="muted">
        Gold of the one less that of the other, paired by prompt:{' '}
        <span className="number">{formatEval(meanGoldDifference(result), 'reward')}</span>
      </p>
      {result.byRewardModel && (
        <WinBar label="Reward model" term="reward-model" column={second} outcomes={result.byRewardModel} />
      )}
      {votes.length > 0 && <WinBar label="You" term="blind-arena" column={second} outcomes={votedOutcomes(votes)} />}
    </div>
  );
}

function CompareButton({ pair }: { readonly pair: Pair }) {
  const isBusy = useLab(({ compare }) => compare.comparing !== null || compare.measuring !== null);
  const isComparing = useLab((state) => state.compare.comparing !== null);
  const isAgain = useLab((state) => state.compare.compared[pairId(pair)] !== undefined);
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
