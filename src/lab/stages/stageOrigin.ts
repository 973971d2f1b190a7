/**
 * Which checkpoint a stage makes: known before it is trained, because everything that decides its weights is in the
 * experiment. Only what the stage reads counts: a label changes the reward model, not SFT.
 */
import { canonicalJson, checkpointId, sha256 } from '../run/checkpointId.ts';
import type { Experiment } from '../document/experiment.ts';
import type { RunEventEntry } from '../document/runDocument.ts';
import { type Stage, settingsOf } from './stageSchemas.ts';

export interface StageCourse {
  /** Sliders that were moved while it ran. */
  readonly events: readonly RunEventEntry[];
  /** Ended early, after this step; null = trained to the end. */
  readonly stoppedAt: number | null;
}

const WHOLE: StageCourse = { events: [], stoppedAt: null };

/** @param parentIds the policy; for ppo after it the reward model, where it reads one · @returns 64 hex digits */
export async function stageNodeId(
  experiment: Experiment,
  index: number,
  parentIds: readonly string[],
  { events, stoppedAt }: StageCourse = WHOLE,
): Promise<string> {
  const stage = experiment.stages[index];
  if (!stage) throw new TypeError(`the experiment has no stage ${index}`);
  const course = { ...(events.length > 0 ? { events } : {}), ...(stoppedAt === null ? {} : { stoppedAt }) };
  return checkpointId({
    parentIds,
    stage: stage.kind,
    settings: settingsOf(stage),
    seed: experiment.seed,
    dataHash: await sha256(canonicalJson({ ...dataOf(stage, experiment), ...course })),
  });
}

/** @returns the ids of a stage's parents: a reward model counts where its score is the reward */
export function parentsOf(stage: Stage, policyId: string, rewardModelId: string | null): readonly string[] {
  const readsRewardModel = stage.kind === 'ppo' && stage.reward === 'rewardModel' && rewardModelId !== null;
  return readsRewardModel ? [policyId, rewardModelId] : [policyId];
}

/** What a stage reads beyond its settings. */
function dataOf(stage: Stage, { spec, labels, data }: Experiment): Readonly<Record<string, unknown>> {
  switch (stage.kind) {
    case 'sft':
      return { demonstrations: data.demonstrations };
    case 'rewardModel':
      return { spec, labels, preferences: data.preferences, prompts: data.prompts };
    case 'ppo':
      return { prompts: data.prompts, ...(stage.reward === 'gold' ? { spec } : {}) };
    default:
      return stage satisfies never;
  }
}
