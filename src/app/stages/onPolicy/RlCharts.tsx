/**
 * The RL run in views: reward and distance, the optimizer, how often behaviours show, the crowd of its replies, reward against
 * distance, what it is held against, and one completion token by token.
 */
import { useState } from 'react';
import { readRlRun } from './readRlRun.ts';
import type { StageProps } from '../face.ts';
import { useStartTitle } from '../useStartTitle.ts';
import type { RunRecord } from '../../store/state.ts';
import { ChartsHead, SmoothingKnob, ViewChoice } from '../../ui/charts/ChartsHead.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { BehavioursView } from '../../ui/survey/BehavioursView.tsx';
import { CrowdView } from '../../ui/survey/CrowdView.tsx';
import { ControlsView } from './ControlsView.tsx';
import { FrontierView } from './FrontierView.tsx';
import { OptimizerCurves } from './OptimizerCurves.tsx';
import { PhaseLine } from './PhaseLine.tsx';
import { RewardCurves } from './RewardCurves.tsx';
import { RolloutView } from './RolloutView.tsx';

const VIEWS = {
  reward: 'Reward',
  optimizer: 'Optimizer',
  behaviours: 'Behaviours',
  crowd: 'Crowd',
  frontier: 'Reward by √KL',
  controls: 'Controls',
  rollout: 'Rollout',
} as const;
type View = keyof typeof VIEWS;

export function RlCharts({ id }: StageProps) {
  const [view, setView] = useState<View>('reward');
  const run = useSlowRun(id);
  const start = useStartTitle(id);
  return (
    <section className="pane charts" aria-label="RL charts">
      <ChartsHead reading={describe(run, start)} hasViews>
        <ViewChoice view={view} titles={VIEWS} onChange={setView} />
        {(view === 'reward' || view === 'optimizer') && <SmoothingKnob />}
      </ChartsHead>
      <PhaseLine id={id} />
      {view === 'reward' && <RewardCurves id={id} />}
      {view === 'optimizer' && <OptimizerCurves id={id} />}
      {view === 'behaviours' && <BehavioursView id={id} />}
      {view === 'crowd' && <CrowdView id={id} />}
      {view === 'frontier' && <FrontierView id={id} />}
      {view === 'controls' && <ControlsView id={id} />}
      {view === 'rollout' && <RolloutView id={id} />}
    </section>
  );
}

function describe(run: RunRecord | null, start: string): string {
  if (!run) return 'Press Start: the policy writes, the reward model scores, and what scored well becomes likelier.';
  const { phase, series } = run;
  if (phase === 'failed' && Object.keys(series).length === 0) return 'The run stopped before its first rollout.';
  if (phase === 'preparing') return 'The graphs of rollout, scoring and update are being built.';
  return readRlRun(run, start);
}
