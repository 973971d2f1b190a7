/**
 * Errors in words: what happened, what is kept, what to press. Only `name` and `message` cross the worker boundary.
 */
import type { DeviceChoice, RunFailed } from '../../../lab/run/protocol.ts';
import type { Problem } from '../state.ts';

export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A run that stopped by itself. */
export function describeRunFailure(event: RunFailed): Problem {
  return {
    name: event.error.name,
    happened: `Training stopped: ${sentence(event.error.message)}`,
    kept: keptUpTo(event.keptStep),
    nextDevice: event.nextDevice,
  };
}

/** The training worker went away in the middle of a run. */
export function describeDeadTrainer(stage: string, step: number): string {
  return `The training worker stopped working at step ${step} of ${stage}, and a new one has taken its place. It goes on from the last step that was kept, to the same curve.`;
}

/** It went away so often that it is not replaced unasked. */
export function describeTrainerGivenUp(stage: string): string {
  return `The training worker has stopped working several times in a row, so it is not started again by itself. ${stage} is paused where it was kept last: press Resume to try once more, choose another device, or reload the page.`;
}

/** A worker that can't start: no device, no model. */
export function describeStartFailure(error: unknown, choice: DeviceChoice): Problem {
  const isDevice = ['DeviceError', 'OutOfMemoryError', 'WorkerDied'].includes(errorName(error));
  return {
    name: errorName(error),
    happened: `The model could not be started: ${sentence(errorMessage(error))}`,
    kept: 'Your settings are kept.',
    nextDevice: isDevice && choice !== 'wasm' ? 'wasm' : null,
  };
}

function keptUpTo(step: number): string {
  return step > 0
    ? `The curves are kept, and the completions up to step ${step}.`
    : 'Your settings and the base completions are kept.';
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
