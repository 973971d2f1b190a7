/** The one screen: strip, knobs, charts, completions. Compare gives the completions the whole room. */
import { useLab } from '../store/store.ts';
import { BasePane } from './BasePane.tsx';
import { ChartsPane } from './ChartsPane.tsx';
import { Completions } from './Completions.tsx';
import { LabProblem } from './ProblemPanel.tsx';
import { SftPane } from './SftPane.tsx';
import { Strip } from './Strip.tsx';

export function LabView() {
  const stage = useLab((state) => state.ui.stage);
  return (
    <main className="lab" data-stage={stage}>
      <h1 className="visually-hidden">RLHF Lab</h1>
      <Strip />
      <LabProblem />
      {stage === 'base' && <BasePane />}
      {stage === 'sft' && (
        <>
          <SftPane />
          <ChartsPane />
        </>
      )}
      <Completions />
    </main>
  );
}
