/** What the page can give away, gathered from the store and from storage. */
import { canonicalJson, sha256 } from '../../../lab/run/checkpointId.ts';
import type { CompletionsAtStep, ExportedRun } from '../../../lab/export/exported.ts';
import type { Evals } from '../../../lab/document/evals.ts';
import {
  buildRunDocument,
  type RunCheckpoint,
  type RunDocument,
  type Timing,
} from '../../../lab/document/runDocument.ts';
import { BASE, policiesOf, type PolicyId } from '../../../lab/pipeline.ts';
import { settingsOf } from '../../../lab/stages/kinds.ts';
import { labStorage } from '../../client/storage.ts';
import { specMark, weightsMark } from '../compare/compareSteps.ts';
import { completionsShown, drawsShown } from './exportHistory.ts';
import { trainedSeconds } from '../present/presentRecorder.ts';
import { stageIds, stageRun } from '../run/stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';

/** The runs that the stages show, in the order of the pipeline, with whole curves where the lineage has them. */
export async function exportedRuns(state: LabState): Promise<readonly ExportedRun[]> {
  const runs = stageIds(state).flatMap((id) => stageRun(state, id) ?? []);
  return Promise.all(runs.filter(({ series }) => Object.keys(series).length > 0).map(exportedRun));
}

/** The newest completions of every column, oldest stage first. */
export function newestCompletions(state: LabState): readonly CompletionsAtStep[] {
  return policiesOf(state.experiment.document)
    .map((column) => completionsShown(state, column))
    .filter(({ completions }) => completions.length > 0);
}

/** The draws of every column's newest weights, likewise. */
export function newestDraws(state: LabState): readonly CompletionsAtStep[] {
  return policiesOf(state.experiment.document).map((column) => drawsShown(state, column));
}

/** What Compare measured of the weights and the spec as they are now, by column. */
export function newestEvals(state: LabState): Readonly<Record<PolicyId, Evals>> {
  const measured = Object.entries(state.compare.measured).filter(
    ([column, { weights, spec }]) => spec === specMark(state) && weights === weightsMark(state, column),
  );
  return Object.fromEntries(measured.map(([column, { evals }]) => [column, evals]));
}

/** @throws InvalidInputError when there is nothing to write yet */
export async function exportedDocument(state: LabState): Promise<RunDocument> {
  const evals = newestEvals(state);
  const completions = newestCompletions(state);
  const written = (stage: string): RunCheckpoint['completions'] =>
    (completions.find((kept) => kept.stage === stage)?.completions ?? []).map(({ prompt, family, text, logprob }) => {
      return { prompt, family, text, logprob };
    });
  const { document } = state.experiment;
  const base: RunCheckpoint = {
    id: await baseId(state),
    stage: BASE,
    metrics: {},
    evals: evals[BASE] ?? {},
    completions: written(BASE),
  };
  const runs = await exportedRuns(state);
  const trained = await Promise.all(
    runs.map(async (run): Promise<RunCheckpoint> => ({
      id: await checkpointOf(stageRun(state, run.stage), run),
      stage: run.stage,
      metrics: toMetrics(run.series),
      evals: evals[run.stage] ?? {},
      completions: written(run.stage),
      ...(run.changes.length > 0 ? { events: run.changes.map((change) => ({ ...change })) } : {}),
    })),
  );
  return buildRunDocument(document, [base, ...trained], timingOf(state, runs));
}

/** Only when every stage's time is known. `totalSeconds` is that of training alone: on the page nobody hurries between stages. */
function timingOf(state: LabState, runs: readonly ExportedRun[]): Timing | undefined {
  const stages = runs.flatMap(({ stage }) => {
    const run = stageRun(state, stage);
    const seconds = run && trainedSeconds(run.id);
    return seconds ? [{ stage, seconds }] : [];
  });
  const [device] = runs.flatMap((run) => run.device ?? []);
  if (device === undefined || stages.length < runs.length) return undefined;
  return { device, stages, totalSeconds: stages.reduce((sum, { seconds }) => sum + seconds, 0) };
}

async function exportedRun(run: RunRecord): Promise<ExportedRun> {
  const { stageId, stage, step, totalSteps, device, seed, changes } = run;
  return {
    stage: stageId,
    kind: stage.kind,
    step,
    totalSteps,
    seed,
    changes,
    device: device?.label ?? null,
    settings: settingsOf(stage),
    series: (await wholeSeries(run)) ?? run.series,
  };
}

/** The page thins its curves to what a chart shows; a stored checkpoint has every point. */
async function wholeSeries({ nodeId }: RunRecord): Promise<ExportedRun['series'] | null> {
  if (nodeId === null) return null;
  const stored = await (await labStorage()).series(nodeId).catch(() => null);
  if (!stored) return null;
  return Object.fromEntries(
    Object.entries(stored).map(([key, { steps, values }]) => [
      key,
      Array.from(steps, (step, index) => ({ step, value: values[index] ?? NaN })),
    ]),
  );
}

function toMetrics(series: ExportedRun['series']): RunCheckpoint['metrics'] {
  return Object.fromEntries(
    Object.entries(series).map(([key, points]) => [
      key,
      points.map(({ step, value }): [number, number] => [step, value]),
    ]),
  );
}

/** The id of the lineage, or, for a run that isn't a checkpoint yet, the hash of what it is and has shown. */
async function checkpointOf(run: RunRecord | null, { stage, step, seed, settings, series }: ExportedRun) {
  return run?.nodeId ?? sha256(canonicalJson({ notKept: { stage, step, seed, settings, series } }));
}

/** Before the model is loaded nothing can have been trained, but its completions of an earlier visit may be there. */
async function baseId({ session, experiment }: LabState): Promise<string> {
  return session.baseId ?? sha256(canonicalJson({ notKept: { stage: BASE, model: experiment.document.model } }));
}
