/** Run, pause, step; whether what runs is a recording; training live is one press away. */
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { stageNamed } from '../../../lab/pipeline.ts';
import { specOf, type StageId } from '../../../lab/stages/kinds.ts';
import { setReplaySpeed } from '../../store/present/presentActions.ts';
import { type ReplaySpeed, replaySpeeds } from '../../store/present/presentState.ts';
import { isOpen, stageTitle, whatIsMissing } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from '../controls/Icon.tsx';
import { describeRecording } from './describeRecording.ts';
import { step, toggle, trainLive } from './presentDeeds.ts';
import type { Presented } from './usePresented.ts';

export function PresentControls({ id, shown }: { readonly id: StageId; readonly shown: Presented }) {
  const waiting = useLab((state) => state.present.recordings[id] ?? null);
  const missing = useLab((state) => whatIsMissing(state, id));
  const title = useLab((state) => stageTitle(state, id));
  const unit = useLab((state) => specOf(stageNamed(state.experiment.document, id).kind).unit);
  const speed = useLab((state) => state.present.speed);
  const { recording, isMoving, run, totalSteps } = shown;
  // A live run that is under way is never hidden behind a recording.
  const offered = recording ?? (isOpen(run) ? null : waiting);
  const canGo = offered !== null || missing === null;
  const isOver = run !== null && !isOpen(run);
  const label = isMoving ? 'Pause' : startLabel(shown, offered !== null);
  return (
    <div className="present-controls">
      <Button className="button button-primary" isDisabled={!canGo} onPress={() => toggle(id)}>
        <Icon name={isMoving ? 'pause' : 'play'} /> {label}
      </Button>
      <Button
        className="button"
        isDisabled={!canGo || (offered === null && (isMoving || isOver))}
        onPress={() => step(id)}
      >
        <Icon name="step" /> Step
      </Button>
      {totalSteps > 0 && (
        <span className="present-step number" role="status" aria-live="off">
          {unit} {shown.step} of {totalSteps}
        </span>
      )}
      {offered && (
        <>
          <ToggleButtonGroup
            className="segments"
            aria-label="Replay speed"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[speed]}
            onSelectionChange={(keys) => [...keys].forEach((key) => setReplaySpeed(key as ReplaySpeed))}
          >
            {replaySpeeds.map((each) => (
              <ToggleButton key={each} id={each}>
                {each}×
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Button className="button" isDisabled={missing !== null} onPress={() => trainLive(id)}>
            Train it live
          </Button>
          <p className="present-recorded" role="status">
            <strong className="present-mark">Recorded</strong> {describeRecording(offered)}
            {recording === null && `: ${label} shows it again`}
            {missing !== null && `. Live: ${missing}`}
          </p>
        </>
      )}
      {!offered && missing !== null && <span>{missing}</span>}
      {!offered && missing === null && run === null && (
        <span className="muted">No recording of this {title} run: Start trains it live, and records it.</span>
      )}
    </div>
  );
}

function startLabel({ recording, run, step: at, totalSteps }: Presented, isOffered: boolean): string {
  if (recording) return at >= totalSteps ? 'Replay' : at > 0 ? 'Resume' : 'Start';
  if (isOffered) return run === null ? 'Start' : 'Replay';
  if (run !== null && !isOpen(run)) return 'Train again';
  return run?.phase === 'paused' ? 'Resume' : 'Start';
}
