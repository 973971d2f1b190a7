/** An error as the page tells it: what happened, what is kept, what to press. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { bootLab, chooseDevice } from '../store/session/sessionActions.ts';
import type { LabState, Problem } from '../store/state.ts';
import { stageIds, stageRun } from '../store/run/stageRuns.ts';
import { useLab } from '../store/store.ts';

const DEVICE_NAMES = { auto: 'the automatic choice', webgpu: 'WebGPU', wasm: 'the CPU' } as const;

/** The one that matters most: without a model there is no run. */
export function LabProblem() {
  const session = useLab((state) => state.session.problem);
  const run = useLab(shownProblem);
  if (!session) return run && <Panel problem={run} hint="Change the settings if need be and press Train again." />;
  return (
    <Panel problem={session} hint="">
      {session.isFinal !== true && (
        <Button className="button" onPress={() => void bootLab()}>
          Try again
        </Button>
      )}
    </Panel>
  );
}

/** Of the stage that is looked at, else of any that failed. */
function shownProblem(state: LabState): Problem | null {
  const failed = stageIds(state).filter((id) => stageRun(state, id)?.problem);
  const id = failed.find((each) => each === state.ui.stage) ?? failed[0];
  return id === undefined ? null : (stageRun(state, id)?.problem ?? null);
}

interface PanelProps {
  readonly problem: Problem;
  readonly hint: string;
  readonly children?: ReactNode;
}

function Panel({ problem, hint, children }: PanelProps) {
  const { happened, kept, nextDevice } = problem;
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{happened}</strong> {kept} {hint}
      </p>
      <div className="problem-buttons">
        {nextDevice && (
          <Button className="button" onPress={() => void chooseDevice(nextDevice)}>
            Switch to {DEVICE_NAMES[nextDevice]}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
