/** Everything that was trained, as a tree; below it what is selected, the mainline and its log. */
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { dismissLineageProblem, openLineage } from '../../store/lineage/lineageActions.ts';
import { cancelLineageWork } from '../../store/lineage/measureNodes.ts';
import { useLab } from '../../store/store.ts';
import { type PaneTab, PaneTabs } from '../controls/PaneTabs.tsx';
import '../compare/compare.css';
import './lineage.css';
import { ChosenPanel } from './ChosenPanel.tsx';
import { LogTable } from './LogTable.tsx';
import { MainlinePanel } from './MainlinePanel.tsx';
import { StoragePanel } from './StoragePanel.tsx';
import { TreeCanvas } from './TreeCanvas.tsx';

const TABS: readonly PaneTab[] = [
  { id: 'chosen', title: <ChosenTitle />, content: <ChosenPanel /> },
  { id: 'mainline', title: 'Mainline', content: <MainlinePanel /> },
  { id: 'log', title: <LogTitle />, content: <LogTable /> },
  { id: 'storage', title: 'Storage', content: <StoragePanel /> },
];

export function LineageView() {
  useEffect(() => void openLineage(), []);
  return (
    <main className="lineage">
      <h1 className="visually-hidden">Lineage</h1>
      <section className="pane lineage-tree" aria-label="Tree of checkpoints">
        <Tree />
      </section>
      <WorkBar />
      <section className="pane lineage-below" aria-label="Checkpoints and mainline">
        <PaneTabs label="What to show" tabs={TABS} />
      </section>
    </main>
  );
}

function Tree() {
  const phase = useLab((state) => state.lineage.phase);
  const isEmpty = useLab((state) => state.lineage.nodes.length === 0);
  if (phase === 'open' && !isEmpty) return <TreeCanvas />;
  if (phase === 'open') {
    return (
      <p className="pane-empty">Nothing was trained yet. Train a stage in the lab: its checkpoint appears here.</p>
    );
  }
  return (
    <p className="pane-empty">{phase === 'failed' ? 'The lineage could not be read.' : 'Reading the lineage …'}</p>
  );
}

function ChosenTitle() {
  const count = useLab((state) => state.lineage.selectedIds.length);
  return count < 2 ? 'Checkpoint' : `Compare ${count}`;
}

function LogTitle() {
  const entries = useLab((state) => state.lineage.log.length);
  return entries > 0 ? `Log (${entries})` : 'Log';
}

/** What is being measured, what was done, what went wrong. */
function WorkBar() {
  const work = useLab((state) => state.lineage.work);
  const said = useLab((state) => state.lineage.said);
  const problem = useLab((state) => state.lineage.problem);
  return (
    <div className="lineage-bar">
      {problem !== null && (
        <div className="problem" role="alert">
          <p>{problem}</p>
          <Button className="button" onPress={dismissLineageProblem}>
            Close
          </Button>
        </div>
      )}
      <p className="muted" role="status">
        {work ? `${work.what}${work.total > 0 ? `: ${work.done} of ${work.total}` : ''} …` : said}
      </p>
      {work && (
        <Button className="button button-quiet" onPress={cancelLineageWork}>
          Stop
        </Button>
      )}
    </div>
  );
}
