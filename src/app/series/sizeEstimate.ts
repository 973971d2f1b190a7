/**
 * How long a stage takes, told before it starts: its size at the pace of a machine that was measured, times how much slower
 * this one is. Right to a factor of about 1.5: kinds of stages differ in what a token costs. Pure.
 */
import type { StageWork } from '../../lab/stages/stageWork.ts';
import { formatBytes, formatCount, formatDuration } from './format.ts';

/** lab-1m on two cores of wasm, from SFT 225 s, reward model 200 s, RL 370 s (docs/verification.md). */
const REFERENCE = { parameters: 922_752, secondsPerTrainedToken: 150e-6, secondsPerDrawnToken: 300e-6 };

/** What is asked about before it starts. */
const LONG_SECONDS = 15 * 60;
const LARGE_BYTES = 1e9;

export interface Pace {
  /** In words, as the device is called. */
  readonly device: string;
  /** Seconds here by those of the reference. */
  readonly factor: number;
}

type Work = Pick<StageWork, 'trainedTokens' | 'drawnTokens'>;

/** @param parameters of the model */
export function referenceSeconds({ trainedTokens, drawnTokens }: Work, parameters: number): number {
  const { secondsPerTrainedToken, secondsPerDrawnToken } = REFERENCE;
  const seconds = trainedTokens * secondsPerTrainedToken + drawnTokens * secondsPerDrawnToken;
  return (seconds * parameters) / REFERENCE.parameters;
}

export interface SizeEstimate {
  readonly seconds: number;
  readonly bytes: number;
  /** False = a guess from the reference. */
  readonly isMeasured: boolean;
}

/** @param parameters null = the reference's · @param pace null = never measured on this device */
export function estimateSize(work: StageWork, parameters: number | null, pace: Pace | null): SizeEstimate {
  const seconds = referenceSeconds(work, parameters ?? REFERENCE.parameters) * (pace?.factor ?? 1);
  const scale = (parameters ?? REFERENCE.parameters) / REFERENCE.parameters;
  return { seconds, bytes: work.bytes * scale, isMeasured: pace !== null };
}

/** "1.15 M tokens, 9,400 completions, 250 MB, about 3 min (a guess)" */
export function describeSize({ trainedTokens, completions }: StageWork, estimate: SizeEstimate): string {
  const drawn = completions > 0 ? [`${formatCount(completions)} completions`] : [];
  const { time, memory } = costOf(estimate);
  const source = estimate.isMeasured ? '' : ' (a guess)';
  return [`${formatCount(trainedTokens)} tokens`, ...drawn, memory, `${time}${source}`].join(', ');
}

/** What is asked before a stage starts; null = nothing. */
export function questionOf(estimate: SizeEstimate): string | null {
  const isLarge = estimate.seconds > LONG_SECONDS || estimate.bytes > LARGE_BYTES;
  if (!isLarge) return null;
  const { time, memory } = costOf(estimate);
  const source = estimate.isMeasured ? 'at the pace measured here' : 'guessed from two CPU cores';
  return `This stage takes ${time} and ${memory}, ${source}. Start it?`;
}

function costOf({ seconds, bytes }: SizeEstimate) {
  return { time: `about ${roughDuration(seconds)}`, memory: formatBytes(Number(bytes.toPrecision(2))) };
}

/** An estimate has no seconds beside its minutes. */
function roughDuration(seconds: number): string {
  if (seconds >= 36 * 3600) return `${Math.round(seconds / 86_400)} days`;
  if (seconds >= 90 * 60) return `${Math.round(seconds / 3600)} h`;
  return seconds < 60 ? formatDuration(seconds) : `${Math.round(seconds / 60)} min`;
}
