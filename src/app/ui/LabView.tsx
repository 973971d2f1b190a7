/** The one screen: strip, what the chosen stage has, completions. */
import { useLab } from '../store/store.ts';
import { BasePane } from './BasePane.tsx';
import { ComparePane } from './compare/ComparePane.tsx';
import { Completions } from './completions/Completions.tsx';
import { LabProblem } from './ProblemPanel.tsx';
import { RewardModelCharts } from '../stages/rewardModel/RewardModelCharts.tsx';
import { RewardModelPane } from '../stages/rewardModel/RewardModelPane.tsx';
import { RlCharts } from '../stages/ppo/RlCharts.tsx';
import { RlPane } from '../stages/ppo/RlPane.tsx';
import { SftCharts } from '../stages/sft/SftCharts.tsx';
import { SftPane } from '../stages/sft/SftPane.tsx';
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
          <SftCharts />
        </>
      )}
      {stage === 'rewardModel' && (
        <>
          <RewardModelPane />
          <RewardModelCharts />
        </>
      )}
      {stage === 'ppo' && (
        <>
          <RlPane />
          <RlCharts />
        </>
      )}
      {stage === 'compare' && <ComparePane />}
      <Completions />
    </main>
  );
}
