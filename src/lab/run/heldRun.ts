/** One run as the trainer holds it, and what is said of it to whoever listens. */
import type { CheckTools } from '../../world/spec/types.ts';
import type { AnyStep, OpenStage, StageId } from '../stages/kinds.ts';
import type { StageOutput, StageResume } from '../stages/stageRun.ts';
import type { DeviceChoice, DeviceReport, LabEvent, OnEvent, Snapshot } from './protocol.ts';
import type { Gate } from './gate.ts';
import type { RunKeeper } from './runKeeper.ts';

export interface Run {
  readonly id: string;
  readonly stageId: StageId;
  readonly stage: OpenStage;
  readonly steps: AsyncGenerator<AnyStep, void, void>;
  readonly report: (event: LabEvent) => void;
  readonly keeper: RunKeeper;
  readonly gate: Gate;
  step: number;
  /** A whole step was the last thing pulled. */
  isWhole: boolean;
  /** Taken after the last whole step, where Pause could come in the middle of the next; null = kept, or not needed. */
  whole: StageResume | null;
  /** What the last snapshot was of. */
  kept: { readonly step: number; readonly output: StageOutput } | null;
  snapshotAt: number;
  isPauseWanted: boolean;
  isKeepWanted: boolean;
  isOver: boolean;
  /** Settles when the loop has stopped, a held step included; null when no loop runs. */
  loop: Promise<void> | null;
}

/** Weights are copied: those of the event may move to the page. */
export function snapshotOf({ stageId, step }: Run, output: StageOutput): Snapshot {
  return output.kind === 'policy'
    ? { ...output, params: output.params.slice(), stageId, step }
    : { ...output, stageId, step };
}

/** Storage has refused: the run goes on, and it is said. */
export const notKept = (runId: string, onEvent: OnEvent) => (message: string) =>
  onEvent({ type: 'notKept', runId, message });

/** For stages that judge no text. */
export const noTools: CheckTools = { isWord: () => true };

/** A device as the page offers it; null for those of tests and the command line. */
export function choiceOf({ device: { kind } }: DeviceReport): DeviceChoice | null {
  return kind === 'webgpu' || kind === 'wasm' ? kind : null;
}

/** Yields to the event loop once, so that Pause gets through between two steps; unlike a timer it isn't slowed to 4 ms. */
export function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
