/** What presenter mode shows of a stage: the recording that is replayed, else the run of the page. */
import { useMemo } from 'react';
import type { CompletionsAtStep, ExportedRun } from '../../../lab/export/exported.ts';
import { completionsUpTo, type Recording, seriesUpTo } from '../../../lab/export/recording.ts';
import { stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { faces } from '../../stages/faces.ts';
import { useStartTitle } from '../../stages/useStartTitle.ts';
import { stageRun } from '../../store/run/stageRuns.ts';
import type { RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';

export interface Presented {
  readonly series: ExportedRun['series'];
  readonly step: number;
  readonly totalSteps: number;
  /** Null = live. */
  readonly recording: Recording | null;
  /** Of the recording; the live ones are in the columns. */
  readonly completions: CompletionsAtStep | null;
  readonly isMoving: boolean;
  /** What the curves say, in plain words; '' before there are any. */
  readonly reading: string;
  readonly run: RunRecord | null;
}

const NOTHING: ExportedRun['series'] = {};

export function usePresented(id: StageId): Presented {
  const run = useLab((state) => stageRun(state, id));
  const playback = useLab((state) => (state.present.playback?.recording.stage === id ? state.present.playback : null));
  const recording = playback?.recording ?? null;
  const step = Math.floor(playback?.step ?? run?.step ?? 0);
  const replayed = useMemo(() => (recording ? seriesUpTo(recording, step) : null), [recording, step]);
  const start = useStartTitle(id);
  const planned = useLab((state) => stageNamed(state.experiment.document, id));
  const series = replayed ?? run?.series ?? NOTHING;
  const totalSteps = recording?.totalSteps ?? run?.totalSteps ?? 0;
  const stage = recording ? planned : (run?.stage ?? planned);
  const isEmpty = Object.keys(series).length === 0;
  // A recording holds curves and text; what else a run tells of itself is the live one's.
  const details = (recording ? undefined : run?.details) ?? {};
  return {
    series,
    step,
    totalSteps,
    reading: isEmpty ? '' : faces[stage.kind].read({ stage, series, step, totalSteps, details }, start),
    recording,
    completions: recording && completionsUpTo(recording, step),
    isMoving: playback ? playback.isPlaying : run?.phase === 'running' || run?.phase === 'pausing',
    run,
  };
}
