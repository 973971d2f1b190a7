/** The experiment's stages, left to right: what each is, how far it is, its key figure. Rounds fold where they don't fit. */
import { Fragment } from 'react';
import { BASE, findStage } from '../../lab/pipeline.ts';
import type { StageId } from '../../lab/stages/kinds.ts';
import { formatCount } from '../series/format.ts';
import { faces } from '../stages/faces.ts';
import { describeOwnRows } from '../store/experiment/ownRows.ts';
import { type CardGroup, cardGroups, cardIds, cardTitle, shownCard } from '../store/cards.ts';
import { describeAge, openRun, stageIds, stageRun, unitOf, whatIsMissing } from '../store/run/stageRuns.ts';
import { type CardId, COMPARE, type LabState, type RunRecord } from '../store/state.ts';
import { useLab } from '../store/store.ts';
import { AddStage } from './AddStage.tsx';
import { describeCompared } from './compare/describeCompared.ts';
import { StageCard } from './StageCard.tsx';

export function Strip() {
  // As text: a list made anew would draw the strip with every step of a run.
  const groups = JSON.parse(useLab((state) => JSON.stringify(cardGroups(state)))) as readonly CardGroup[];
  return (
    <nav className="strip" aria-label="Stages">
      <Card id={BASE} />
      {groups.map((group) => (
        <Fragment key={group.round}>
          {group.isFolded ? <RoundCard group={group} /> : group.ids.map((id) => <Card key={id} id={id} />)}
        </Fragment>
      ))}
      <Card id={COMPARE} />
      <AddStage />
    </nav>
  );
}

function Card({ id }: { readonly id: CardId }) {
  const number = useLab((state) => cardIds(state).indexOf(id) + 1);
  const title = useLab((state) => cardTitle(state, id));
  const isSelected = useLab((state) => shownCard(state) === id);
  const detail = useLab((state) => describeCard(state, id));
  const share = useLab((state) => doneShare(stageRun(state, id)));
  const isPulsing = useLab((state) => pulsingStage(state) === id);
  return (
    <StageCard
      id={id}
      number={String(number)}
      title={title}
      detail={detail}
      isSelected={isSelected}
      share={share}
      isPulsing={isPulsing}
    />
  );
}

/** A round in one card. Choosing it opens the round at its last stage. */
function RoundCard({ group: { round, ids } }: { readonly group: CardGroup }) {
  const first = useLab((state) => cardIds(state).indexOf(ids[0]!) + 1);
  const detail = useLab((state) => ids.map((id) => cardTitle(state, id)).join(', '));
  const share = useLab((state) => ids.reduce((sum, id) => sum + doneShare(stageRun(state, id)), 0) / ids.length);
  return (
    <StageCard
      id={ids.at(-1)!}
      number={`${first}–${first + ids.length - 1}`}
      title={`Round ${round}`}
      detail={detail}
      isSelected={false}
      share={share}
      isPulsing={false}
    />
  );
}

/** The stage to start next, once, when nothing trains: the eye is led along the pipeline. */
function pulsingStage(state: LabState): StageId | null {
  if (state.samples.columns[BASE]?.phase !== 'shown' || openRun(state)) return null;
  return stageIds(state).find((id) => stageRun(state, id) === null && whatIsMissing(state, id) === null) ?? null;
}

function describeCard(state: LabState, id: CardId): string {
  if (id === BASE) return describeBase(state);
  return id === COMPARE ? describeCompared(state) : describeStage(state, id);
}

function describeBase({ session }: LabState): string {
  if (session.problem) return 'Could not be started';
  if (!session.model) return 'Loading …';
  const { parameters, layers, name } = session.model;
  return `${name} · ${formatCount(parameters)} parameters · ${layers} layers`;
}

function describeStage(state: LabState, id: StageId): string {
  const stage = findStage(state.experiment.document, id);
  if (!stage) return '';
  const { purpose, keyFigure } = faces[stage.kind];
  const run = stageRun(state, id);
  if (!run) return capital(describeOwnRows(state.experiment.document, id)) || purpose;
  const age = describeAge(state, id);
  return [age ?? describeState(run), keyFigure(run)].filter((part) => part !== '').join(' · ');
}

function describeState(run: RunRecord): string {
  const { phase, step, totalSteps, preparation } = run;
  const at = `${step} of ${totalSteps}`;
  const unit = unitOf(run);
  switch (phase) {
    case 'preparing':
    case 'ready':
      return 'Being prepared …';
    case 'running':
    case 'pausing':
      if (preparation) return `${preparation.done} of ${preparation.total}: ${preparation.what}`;
      return totalSteps === 0 ? 'Being prepared …' : `${capital(unit)} ${at}`;
    case 'paused':
      return preparation ? 'Paused' : `Paused at ${at}`;
    case 'ended':
      return totalSteps === 0 ? 'Ended before its first step' : `Ended at ${at}`;
    case 'finished':
      return step < totalSteps ? `Finished at ${at}` : 'Finished';
    case 'failed':
      return `Stopped at ${unit} ${step}`;
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function doneShare(run: RunRecord | null): number {
  if (!run || run.totalSteps === 0) return 0;
  return Math.max(0, run.step - (run.isMidStep ? 1 : 0)) / run.totalSteps;
}
