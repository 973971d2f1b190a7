/** An error as the page tells it: what happened, what is kept, what to press. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { bootLab, chooseDevice } from '../store/sessionActions.ts';
import type { Problem, RunRecord } from '../store/state.ts';
import { useLab } from '../store/store.ts';

const DEVICE_NAMES = { auto: 'the automatic choice', webgpu: 'WebGPU', wasm: 'the CPU' } as const;

export function RunProblem({ run }: { readonly run: RunRecord }) {
  if (!run.problem) return null;
  return <Panel problem={run.problem} hint="Press Train again to repeat the run, or Reset to change its settings." />;
}

export function SessionProblem() {
  const problem = useLab((state) => state.session.problem);
  if (!problem) return null;
  return (
    <Panel problem={problem} hint="">
      <Button className="button" onPress={() => void bootLab()}>
        Try again
      </Button>
    </Panel>
  );
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
