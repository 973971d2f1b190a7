/** Which finished runs still are what the experiment says, and what they came to: only those may be shared or judged. */
import { canonicalJson } from '../../../lab/run/checkpointId.ts';
import type { Experiment } from '../../../lab/document/experiment.ts';
import { stageDigest, weightsDigest } from '../../../lab/link/digest.ts';
import type { StageDigest } from '../../../lab/link/sharedRun.ts';
import { type StageKind, settingsOf } from '../../../lab/stages/stageSchemas.ts';
import { last } from '../../series/series.ts';
import { labStorage } from '../../client/storage.ts';
import { workers } from '../session/sessionActions.ts';
import { stageOf, stageRun } from '../run/stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';

/** @returns the stage's run if it ran to its end, untouched, with the settings and data of the experiment; else null */
export async function trainedAsIs(state: LabState, kind: StageKind): Promise<RunRecord | null> {
  const run = stageRun(state, kind);
  const { document } = state.experiment;
  const stage = stageOf(document, kind);
  if (!run || !stage || run.phase !== 'finished' || run.changes.length > 0 || run.seed !== document.seed) return null;
  if (canonicalJson(settingsOf(run.settings)) !== canonicalJson(settingsOf(stage))) return null;
  const stored = await storedExperiment(run);
  return stored === null || trainsAlike(stored, document, kind) ? run : null;
}

/** Whether two experiments train a stage to the same weights on the same device. */
export function trainsAlike(one: Experiment, other: Experiment, kind: StageKind): boolean {
  return canonicalJson(partThatCounts(one, kind)) === canonicalJson(partThatCounts(other, kind));
}

/** All but how completions are shown, and stages that come later. */
function partThatCounts(
  { sampling: _sampling, displayPrompts: _prompts, stages, ...rest }: Experiment,
  kind: StageKind,
) {
  const end = stages.findIndex((stage) => stage.kind === kind) + 1;
  if (kind !== 'sft') return { ...rest, stages: stages.slice(0, end) };
  // Labels, preferences and the spec come in after SFT.
  const { labels: _labels, spec: _spec, data, ...early } = rest;
  return { ...early, demonstrations: data.demonstrations, stages: stages.slice(0, end) };
}

/** @returns null where the weights are gone, or can't be hashed (a page without a secure address) */
export async function digestOf(run: RunRecord): Promise<StageDigest | null> {
  const { stage } = run;
  const snapshot = stage === 'rewardModel' ? workers.kept.rewardModel() : workers.kept.policy(stage);
  if (!snapshot || !('subtle' in crypto)) return null;
  const weights = await weightsDigest(
    snapshot.checkpointId === 'rewardModel'
      ? { kind: 'rewardModel', model: snapshot.model, before: snapshot.before }
      : { kind: 'policy', params: snapshot.params },
  );
  const values = Object.entries(run.series).flatMap(([key, series]) => {
    const point = last(series);
    return point ? [[key, point.value] as const] : [];
  });
  return stageDigest(stage, weights, Object.fromEntries(values), await deviceOf(run));
}

/** A run that came back from storage knows its device in words only. */
async function deviceOf({ device, nodeId }: RunRecord): Promise<{ readonly label: string; readonly threads: number }> {
  if (device) return device;
  const node = nodeId === null ? null : await (await labStorage()).node(nodeId);
  const label = node?.device ?? 'an unknown device';
  return { label, threads: Number(/(\d+) threads?/.exec(label)?.[1] ?? 1) };
}

async function storedExperiment({ nodeId }: RunRecord): Promise<Experiment | null> {
  if (nodeId === null) return null;
  try {
    const storage = await labStorage();
    const node = await storage.node(nodeId);
    return node?.experimentId ? await storage.experiment(node.experimentId) : null;
  } catch {
    // A storage that refuses: what the run itself knows has to do.
    return null;
  }
}
