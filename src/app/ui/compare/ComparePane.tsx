/** The last card: who wins, where two columns differ, every figure, refusals, and a blind vote of the visitor's own. */
import { BehavioursView } from '../survey/BehavioursView.tsx';
import { CrowdView } from '../survey/CrowdView.tsx';
import { PaneTabs } from '../controls/PaneTabs.tsx';
import { Arena } from './Arena.tsx';
import { DiffView } from './DiffView.tsx';
import { EvalsTable } from './EvalsTable.tsx';
import { RefusalMatrix } from './RefusalMatrix.tsx';
import { useChosenPair } from './useChosenPair.ts';
import { WinRates } from './WinRates.tsx';
import './compare.css';

export function ComparePane() {
  const pair = useChosenPair();
  return (
    <>
      <WinRates />
      <section className="pane charts compare" aria-label="Comparison">
        <PaneTabs
          label="What to compare"
          tabs={[
            { id: 'differences', title: 'Differences', content: <DiffView pair={pair} /> },
            { id: 'behaviours', title: 'Behaviours', content: pair && <BehavioursView id={pair.second} /> },
            { id: 'crowd', title: 'Crowd', content: pair && <CrowdView id={pair.second} /> },
            { id: 'figures', title: 'Figures', content: <EvalsTable /> },
            { id: 'refusals', title: 'Refusals', content: <RefusalMatrix /> },
            { id: 'arena', title: 'Blind arena', content: <Arena pair={pair} /> },
          ]}
        />
      </section>
    </>
  );
}
