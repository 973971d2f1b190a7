/** The fifth card: who wins, where two columns differ, every figure, refusals, and a blind vote of the visitor's own. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { chosenPair } from '../../store/compareSteps.ts';
import { useLab } from '../../store/store.ts';
import { Arena } from './Arena.tsx';
import { DiffView } from './DiffView.tsx';
import { EvalsTable } from './EvalsTable.tsx';
import { RefusalMatrix } from './RefusalMatrix.tsx';
import { WinRates } from './WinRates.tsx';
import './compare.css';

export function ComparePane() {
  const pair = useLab(chosenPair);
  return (
    <>
      <WinRates />
      <section className="pane charts compare" aria-label="Comparison">
        <Tabs className="compare-tabs">
          <TabList className="compare-tab-list" aria-label="What to compare">
            <Tab id="differences">Differences</Tab>
            <Tab id="figures">Figures</Tab>
            <Tab id="refusals">Refusals</Tab>
            <Tab id="arena">Blind arena</Tab>
          </TabList>
          <TabPanel id="differences" className="compare-panel">
            <DiffView pair={pair} />
          </TabPanel>
          <TabPanel id="figures" className="compare-panel">
            <EvalsTable />
          </TabPanel>
          <TabPanel id="refusals" className="compare-panel">
            <RefusalMatrix />
          </TabPanel>
          <TabPanel id="arena" className="compare-panel">
            <Arena pair={pair} />
          </TabPanel>
        </Tabs>
      </section>
    </>
  );
}
