/** The slice of presenter mode: recordings of the present experiment, and the one that is being replayed. */
import type { Recording } from '../../../lab/export/recording.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';

/** How many times the recorded pace. */
export const replaySpeeds = [1, 4, 16] as const;
export type ReplaySpeed = (typeof replaySpeeds)[number];

/** Readable from the last row only if they are few. */
export const MOST_PROMPTS = 4;

export interface Playback {
  readonly recording: Recording;
  /** How far it is shown; a fraction of a step while it moves. */
  readonly step: number;
  readonly isPlaying: boolean;
}

export interface PresentState {
  /** Of exactly the experiment as it stands. */
  readonly recordings: Readonly<Record<StageId, Recording>>;
  readonly playback: Playback | null;
  readonly speed: ReplaySpeed;
  /** Ids of the prompts the presenter chose; null = the first ones. */
  readonly prompts: readonly string[] | null;
}

export function emptyPresent(): PresentState {
  return { recordings: {}, playback: null, speed: 4, prompts: null };
}
