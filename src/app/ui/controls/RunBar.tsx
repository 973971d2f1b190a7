/**
 * Start, pause, step, reset, how far the run is, what it waits for, what comes next. On a phone it stays in reach of the thumb.
 * A button that can't be pressed for the moment says so but isn't disabled: it would lose the focus.
 */
import { useRef } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { makesPolicy, stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { describeSize } from '../../series/sizeEstimate.ts';
import { faces } from '../../stages/faces.ts';
import { useHue } from '../../stages/hues.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { isOpen, stageRun, unitOf, whatIsMissing } from '../../store/run/stageRuns.ts';
import { cardTitle, nextCard } from '../../store/cards.ts';
import { describeTextChange } from '../../store/samples/textChange.ts';
import type { RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { selectStage } from '../../store/uiActions.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { Icon } from './Icon.tsx';
import { KnownNote } from './KnownNote.tsx';
import { Question } from './Question.tsx';
import { RunProgress } from './RunProgress.tsx';
import { useAskedStart } from './useAskedStart.ts';
import { useStageSize } from './useStageSize.ts';

export function RunBar({ id }: { readonly id: StageId }) {
  const phase = useLab((state) => stageRun(state, id)?.phase ?? 'none');
  const isReady = useLab((state) => state.session.problem === null);
  const missing = useLab((state) => whatIsMissing(state, id));
  const isRunning = phase === 'running' || phase === 'pausing';
  const isOver = phase === 'finished' || phase === 'failed' || phase === 'ended';
  const isTrained = useLab((state) => hasEnded(stageRun(state, id)));
  const isBusy = phase === 'preparing' || phase === 'ready' || phase === 'pausing';
  const canGo = isReady && missing === null;
  const size = useStageSize(id);
  const { begin, question, answer } = useAskedStart(id, size);
  const primary = useRef<HTMLButtonElement>(null);
  return (
    <div className="run-bar">
      <RunProgress id={id} />
      {missing !== null && !isRunning && (
        <p className="run-hint" id={`${id}-hint`}>
          {missing}
        </p>
      )}
      <KnownNote id={id} />
      {isTrained && <Outcome id={id} />}
      {phase === 'none' && question === null && size && size.work.trainedTokens > 0 && (
        <p className="stage-size">{describeSize(size.work, size.estimate)}</p>
      )}
      {question !== null && (
        <Question
          question={question}
          deed="Start it"
          stay="Not now"
          onAnswer={(isWanted) => {
            primary.current?.focus();
            answer(isWanted);
          }}
        />
      )}
      <div className="run-buttons">
        {isTrained && <NextButton id={id} />}
        {isRunning ? (
          <Button ref={primary} className="button button-primary" {...unless(isBusy, () => void runActions.pause(id))}>
            <Icon name="pause" /> {phase === 'pausing' ? 'Pausing …' : 'Pause'}
          </Button>
        ) : (
          <Button
            ref={primary}
            className={isTrained ? 'button' : 'button button-primary'}
            isDisabled={!canGo}
            aria-describedby={missing === null ? undefined : `${id}-hint`}
            {...unless(isBusy, () => begin(() => void runActions.start(id)))}
          >
            {!isTrained && <Icon name="play" />} {startLabel(phase)}
          </Button>
        )}
        {!isTrained && (
          <Button
            className="button"
            isDisabled={!canGo}
            {...unless(isBusy || isRunning || isOver, () => begin(() => void runActions.step(id)))}
          >
            <Icon name="step" /> Step
          </Button>
        )}
        <ResetButton
          id={id}
          isSmall={isTrained}
          onReset={() => {
            primary.current?.focus();
            void runActions.reset(id);
          }}
        />
      </div>
    </div>
  );
}

interface ResetProps {
  readonly id: StageId;
  /** Only its sign is shown. */
  readonly isSmall: boolean;
  readonly onReset: () => void;
}

/** A finished run is a checkpoint that can be loaded again; of one in progress nothing would be left. */
function ResetButton({ id, isSmall, onReset }: ResetProps) {
  const run = useLab((state) => stageRun(state, id));
  const label = (
    <>
      <Icon name="reset" /> {!isSmall && 'Reset'}
    </>
  );
  if (isOpen(run) && run.step > 0) {
    const question = `Drop this run at ${unitOf(run)} ${run.step} of ${run.totalSteps}?`;
    return <ConfirmButton label={label} question={question} deed="Drop it" onConfirm={onReset} />;
  }
  return (
    <Button className="button" aria-label="Reset" isDisabled={run === null} onPress={onReset}>
      {label}
    </Button>
  );
}

/** What has changed in the text, or where else to look. */
function Outcome({ id }: { readonly id: StageId }) {
  const outcome = useLab((state) => {
    const { document } = state.experiment;
    return makesPolicy(document, id) ? describeTextChange(state, id) : faces[stageNamed(document, id).kind].outcome;
  });
  return outcome ? <p className="run-outcome">{outcome}</p> : null;
}

/** On to the card after this one, in its colour. */
function NextButton({ id }: { readonly id: StageId }) {
  const next = useLab((state) => nextCard(state, id));
  const title = useLab((state) => cardTitle(state, next));
  return (
    <Button className="button button-primary" style={{ '--hue': useHue(next) }} onPress={() => selectStage(next)}>
      Next: {title}
    </Button>
  );
}

/** It has come to an end, and what it made is there for the stages after it. */
function hasEnded(run: RunRecord | null): boolean {
  return run !== null && (run.phase === 'finished' || (run.phase === 'ended' && run.snapshotSteps.length > 0));
}

/** Can't be pressed while `isWaiting`, and keeps the focus meanwhile. */
function unless(isWaiting: boolean, onPress: () => void): Pick<ButtonProps, 'aria-disabled' | 'onPress'> {
  return isWaiting ? { 'aria-disabled': true } : { onPress };
}

function startLabel(phase: RunRecord['phase'] | 'none'): string {
  if (phase === 'paused') return 'Resume';
  if (phase === 'finished' || phase === 'failed' || phase === 'ended') return 'Train again';
  if (phase === 'preparing' || phase === 'ready') return 'Preparing …';
  return 'Start';
}
