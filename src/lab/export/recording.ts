/**
 * A recording: what a finished run of a stage showed, so that it can be shown again without training. It is made of a run
 * that was really trained here, or of a run document, and says which. It holds no weights: nothing can start from it.
 */
import { largest } from '../../rlhf/numerics.ts';
import { canonicalJson, sha256 } from '../run/checkpointId.ts';
import { fromPairs, last, mapCurves } from '../curve.ts';
import type { Experiment } from '../document/experiment.ts';
import type { RunDocument } from '../document/runDocument.ts';
import { findStage } from '../pipeline.ts';
import type { StageId } from '../stages/kinds.ts';
import type { CompletionsAtStep, ExportedRun } from './exported.ts';

export interface Recording extends Pick<ExportedRun, 'stage' | 'kind' | 'totalSteps' | 'series' | 'changes'> {
  /** recordingKey() of experiment and stage: a run of the same experiment replaces its recording. */
  readonly key: string;
  readonly experimentName: string;
  /** ISO 8601, UTC: when it was recorded; null where a run document doesn't say. */
  readonly at: string | null;
  readonly device: string;
  /** Wall time of the training, pauses left out; null = not known. */
  readonly seconds: number | null;
  /** In the order of the steps. */
  readonly completions: readonly CompletionsAtStep[];
  readonly origin: 'trained here' | 'run document';
}

/**
 * The same key for the same training: everything of the experiment that the stage or one before it depends on. How display
 * completions are drawn and which prompts are shown change no curve but do change what is replayed, so they count too.
 * @returns 64 hex digits
 */
export function recordingKey(experiment: Experiment, stage: StageId): Promise<string> {
  const at = experiment.stages.findIndex(({ id }) => id === stage);
  return sha256(canonicalJson({ ...experiment, stages: experiment.stages.slice(0, at + 1), stage }));
}

/** One recording for every trained stage of the document. */
export async function recordingsOf(document: RunDocument, name: string): Promise<readonly Recording[]> {
  const { experiment, checkpoints, timing } = document;
  const trained = checkpoints.flatMap((checkpoint) => {
    const stage = findStage(experiment, checkpoint.stage);
    return stage ? [{ stage, checkpoint }] : [];
  });
  return Promise.all(
    trained.map(async ({ stage: { id, kind }, checkpoint }): Promise<Recording> => {
      const series = mapCurves(checkpoint.metrics, fromPairs);
      const totalSteps = largest([0, ...Object.values(series).flatMap((curve) => last(curve)?.step ?? [])]);
      return {
        key: await recordingKey(experiment, id),
        stage: id,
        kind,
        totalSteps,
        series,
        experimentName: name,
        at: null,
        device: timing?.device ?? 'device not stated',
        seconds: timing?.stages.find(({ stage }) => stage === id)?.seconds ?? null,
        changes: checkpoint.events ?? [],
        completions: completionsOf(checkpoint.completions, id, totalSteps, experiment),
        origin: 'run document',
      };
    }),
  );
}

/** A run document lists completions in the order of the display prompts. */
function completionsOf(
  completions: RunDocument['checkpoints'][number]['completions'],
  stage: StageId,
  step: number,
  { displayPrompts }: Experiment,
): readonly CompletionsAtStep[] {
  if (completions.length === 0) return [];
  const named = completions.map((completion, index) => ({
    ...completion,
    promptId: displayPrompts[index]?.id ?? String(index),
    stopped: null,
  }));
  return [{ stage, step, completions: named }];
}

/** The newest completions at or before `step`; null before the first. */
export function completionsUpTo(recording: Recording, step: number): CompletionsAtStep | null {
  return recording.completions.findLast((kept) => kept.step <= step) ?? null;
}

/** Curves as they stood after `step`. */
export function seriesUpTo(recording: Recording, step: number): ExportedRun['series'] {
  return mapCurves(recording.series, (curve) => curve.filter((point) => point.step <= step));
}
