/** The five stages, left to right: what each is, how far it is, its key figure. */
import { useLab, currentRun } from '../store/store.ts';
import { formatCount, formatNumber } from '../series/format.ts';
import { last } from '../series/series.ts';
import type { LabState } from '../store/state.ts';
import { StageCard } from './StageCard.tsx';

export function Strip() {
  const selected = useLab((state) => state.ui.stage);
  const base = useLab(describeBase);
  const sft = useLab(describeSft);
  const share = useLab(sftShare);
  const isFresh = useLab((state) => currentRun(state) === null && Object.keys(state.runs.byId).length === 0);
  const isBaseShown = useLab((state) => state.samples.columns.base.phase === 'shown');
  return (
    <nav className="strip" aria-label="Stages">
      <StageCard number={1} stage="base" title="Base model" detail={base} selected={selected} />
      <StageCard
        number={2}
        stage="sft"
        title="SFT"
        detail={sft}
        selected={selected}
        share={share}
        isPulsing={isFresh && isBaseShown}
      />
      <StageCard
        number={3}
        stage="rewardModel"
        title="Reward model"
        detail="Later: learns what people prefer"
        selected={selected}
        isDisabled
      />
      <StageCard
        number={4}
        stage="rl"
        title="RL"
        detail="Later: trains towards that score"
        selected={selected}
        isDisabled
      />
      <StageCard
        number={5}
        stage="compare"
        title="Compare"
        detail="All completions, side by side"
        selected={selected}
      />
    </nav>
  );
}

function describeBase({ session }: LabState): string {
  if (session.problem) return 'Could not be started';
  if (!session.model) return 'Loading …';
  const { parameters, layers, name } = session.model;
  return `${name} · ${formatCount(parameters)} parameters · ${layers} layers`;
}

function describeSft(state: LabState): string {
  const run = currentRun(state);
  if (!run) return 'Learns to answer, and to stop';
  const loss = last(run.series['loss']) ?? last(run.series['eval/loss']);
  const figure = loss ? ` · loss ${formatNumber(loss.value)}` : '';
  switch (run.phase) {
    case 'preparing':
    case 'ready':
      return 'Being prepared …';
    case 'running':
    case 'pausing':
      return `Step ${run.step} of ${run.totalSteps}${figure}`;
    case 'paused':
      return `Paused at ${run.step} of ${run.totalSteps}${figure}`;
    case 'finished':
      return `Finished, ${run.totalSteps} steps${figure}`;
    case 'failed':
      return `Stopped at step ${run.step}${figure}`;
  }
}

function sftShare(state: LabState): number {
  const run = currentRun(state);
  return run ? run.step / run.totalSteps : 0;
}
