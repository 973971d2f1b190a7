/** The five stages, left to right: what each is, how far it is, its key figure. */
import { describeAge, openRun, stageKinds, stageRun, stageTitles, whatIsMissing } from '../store/run/stageRuns.ts';
import { formatCount, formatNumber, formatShare } from '../series/format.ts';
import { last } from '../series/series.ts';
import type { LabState, RunRecord } from '../store/state.ts';
import type { StageKind } from '../../lab/stages/stageSchemas.ts';
import { useLab } from '../store/store.ts';
import { describeCompared } from './compare/describeCompared.ts';
import { StageCard } from './StageCard.tsx';

const PURPOSES: Readonly<Record<StageKind, string>> = {
  sft: 'Learns to answer, and to stop',
  rewardModel: 'Learns what people prefer',
  ppo: 'Trains towards that score',
};

export function Strip() {
  const selected = useLab((state) => state.ui.stage);
  const base = useLab(describeBase);
  const next = useLab(pulsingStage);
  const compared = useLab(describeCompared);
  return (
    <nav className="strip" aria-label="Stages">
      <StageCard number={1} stage="base" title="Base model" detail={base} selected={selected} />
      {stageKinds.map((kind, index) => (
        <TrainedCard key={kind} number={index + 2} kind={kind} isPulsing={next === kind} />
      ))}
      <StageCard number={5} stage="compare" title="Compare" detail={compared} selected={selected} />
    </nav>
  );
}

interface TrainedCardProps {
  readonly number: number;
  readonly kind: StageKind;
  readonly isPulsing: boolean;
}

function TrainedCard({ number, kind, isPulsing }: TrainedCardProps) {
  const selected = useLab((state) => state.ui.stage);
  const detail = useLab((state) => describeStage(state, kind));
  const share = useLab((state) => doneShare(stageRun(state, kind)));
  return (
    <StageCard
      number={number}
      stage={kind}
      title={stageTitles[kind]}
      detail={detail}
      selected={selected}
      share={share}
      isPulsing={isPulsing}
    />
  );
}

/** The stage to start next, once, when nothing trains: the eye is led along the pipeline. */
function pulsingStage(state: LabState): StageKind | null {
  if (state.samples.columns.base.phase !== 'shown' || openRun(state)) return null;
  return stageKinds.find((kind) => stageRun(state, kind) === null && whatIsMissing(state, kind) === null) ?? null;
}

function describeBase({ session }: LabState): string {
  if (session.problem) return 'Could not be started';
  if (!session.model) return 'Loading …';
  const { parameters, layers, name } = session.model;
  return `${name} · ${formatCount(parameters)} parameters · ${layers} layers`;
}

function describeStage(state: LabState, kind: StageKind): string {
  const run = stageRun(state, kind);
  if (!run) return PURPOSES[kind];
  const figure = keyFigure(run);
  const age = describeAge(state, kind);
  return [age ?? describeState(run), figure].filter((part) => part !== '').join(' · ');
}

function describeState(run: RunRecord): string {
  const { phase, step, totalSteps, preparation, stage } = run;
  const at = `${step} of ${totalSteps}`;
  const unit = stage === 'ppo' ? 'Update' : 'Step';
  switch (phase) {
    case 'preparing':
    case 'ready':
      return 'Being prepared …';
    case 'running':
    case 'pausing':
      if (preparation) return `${preparation.done} of ${preparation.total}: ${preparation.what}`;
      return totalSteps === 0 ? 'Being prepared …' : `${unit} ${at}`;
    case 'paused':
      return preparation ? 'Paused' : `Paused at ${at}`;
    case 'ended':
      return totalSteps === 0 ? 'Ended before its first step' : `Ended at ${at}`;
    case 'finished':
      return step < totalSteps ? `Finished at ${at}` : 'Finished';
    case 'failed':
      return `Stopped at ${unit.toLowerCase()} ${step}`;
  }
}

/** The one number that says how good a stage is. */
function keyFigure({ stage, series }: RunRecord): string {
  if (stage === 'sft') {
    const loss = last(series['loss']) ?? last(series['eval/loss']);
    return loss ? `loss ${formatNumber(loss.value)}` : '';
  }
  if (stage === 'rewardModel') {
    const accuracy = last(series['eval/accuracy']);
    // Before the first step every pair is a draw.
    return accuracy && accuracy.step > 0 ? `${formatShare(accuracy.value)} right` : '';
  }
  const [gold, kl] = [last(series['objective/gold']), last(series['objective/kl'])];
  return [gold && `gold ${formatNumber(gold.value)}`, kl && `KL ${formatNumber(kl.value)}`].filter(Boolean).join(' · ');
}

function doneShare(run: RunRecord | null): number {
  if (!run || run.totalSteps === 0) return 0;
  return Math.max(0, run.step - (run.isMidStep ? 1 : 0)) / run.totalSteps;
}
