/**
 * What the stages of an experiment start from, are compared with, and are called: the one statement of it. Page, command
 * line, checkpoint ids, resume, links, ages, comparisons and exports all ask here, so that the same document trains the same
 * weights everywhere. Pure: it knows the document and nothing of what was trained.
 */
import { deriveSeed } from '../engine/tensor/random.ts';
import type { StageDocument } from './document/worldSchemas.ts';
import { canonicalJson, checkpointId, sha256 } from './run/checkpointId.ts';
import { settingsOf, specOf, type Stage, type StageId, type StageKind } from './stages/kinds.ts';
import type { DocumentPart, StageReads } from './stages/stageKind.ts';

/** The shipped model, among stage ids. */
export const BASE = 'base';
export type PolicyId = StageId;

/** What of an experiment decides what its stages train. */
export interface Pipeline extends StageDocument {
  readonly stages: readonly Stage[];
  readonly seed: number;
}

type Stages = Pick<Pipeline, 'stages'>;

export interface InputIds {
  /** Stages that make policies, or the base model, in the order of the stage's `from`. */
  readonly policies: readonly PolicyId[];
  /** Null where the stage reads none, or none is trained before it. */
  readonly rewardModel: StageId | null;
}

/** @throws TypeError when the experiment has no such stage */
export function stageNamed(experiment: Stages, id: StageId): Stage {
  const stage = findStage(experiment, id);
  if (!stage) throw new TypeError(`the experiment has no stage "${id}"`);
  return stage;
}

export function findStage({ stages }: Stages, id: StageId): Stage | undefined {
  return stages.find((stage) => stage.id === id);
}

/** Base, and every stage that makes a policy, in order. */
export function policiesOf({ stages }: Stages): readonly PolicyId[] {
  return [BASE, ...stages.flatMap(({ id, kind }) => (specOf(kind).makes === 'policy' ? id : []))];
}

export function makesPolicy(experiment: Stages, id: StageId): boolean {
  const stage = findStage(experiment, id);
  return id === BASE || (stage !== undefined && specOf(stage.kind).makes === 'policy');
}

/** What the kind says the stage starts from. */
function readsOf(stage: Stage): StageReads {
  return specOf(stage.kind).reads(settingsOf(stage));
}

/** What stands before a stage, newest first, base last. */
function before({ stages }: Stages, id: StageId): readonly StageId[] {
  const at = stages.findIndex((stage) => stage.id === id);
  return [
    ...stages
      .slice(0, at)
      .map((stage) => stage.id)
      .reverse(),
    BASE,
  ];
}

/** What a stage starts from: what its `from` names, else the newest before it. */
export function inputsOf(experiment: Stages, id: StageId): InputIds {
  const stage = stageNamed(experiment, id);
  const reads = readsOf(stage);
  const earlier = before(experiment, id);
  const isPolicy = (one: StageId) => makesPolicy(experiment, one);
  const isJudge = (one: StageId) => !isPolicy(one);
  const named = stage.from.filter(isPolicy);
  const policies = named.length > 0 ? named : earlier.filter(isPolicy).slice(0, reads.policies).reverse();
  const judge = stage.from.find(isJudge) ?? earlier.find(isJudge);
  return { policies, rewardModel: reads.rewardModel ? (judge ?? null) : null };
}

/** All that a stage is made of, each once: stages before those made of them. */
export function ancestorsOf(experiment: Stages, id: StageId): readonly StageId[] {
  const found = new Set<StageId>();
  const visit = (one: StageId): void => {
    if (one === BASE) return;
    const { policies, rewardModel } = inputsOf(experiment, one);
    for (const input of rewardModel === null ? policies : [...policies, rewardModel]) visit(input);
    if (one !== id) found.add(one);
  };
  visit(id);
  return [...found];
}

/** How often its kind stands among what a stage is made of: 0 in the first round of a pipeline. */
export function roundOf(experiment: Stages, id: StageId): number {
  const { kind } = stageNamed(experiment, id);
  return ancestorsOf(experiment, id).filter((one) => stageNamed(experiment, one).kind === kind).length;
}

/**
 * What KL and comparisons of a policy are against: the nearest policy on its way from the base model that imitates people,
 * else the policy it starts from. What merely repeats a stage of its own kind is no reference of its own.
 */
export function referenceOf(experiment: Stages, id: StageId): PolicyId {
  if (id === BASE) return BASE;
  const start = inputsOf(experiment, id).policies[0]!;
  for (let at = start; at !== BASE; at = inputsOf(experiment, at).policies[0]!) {
    if (specOf(stageNamed(experiment, at).kind).isReference) return at;
  }
  return start;
}

/** The reward model by whose score a policy is compared: the one it follows, else the newest trained before it. */
export function judgeOf(experiment: Stages, id: PolicyId): StageId | null {
  if (id === BASE) return null;
  const { rewardModel } = inputsOf(experiment, id);
  return rewardModel ?? before(experiment, id).find((one) => !makesPolicy(experiment, one)) ?? null;
}

/** The experiment's seed, and another one in each further round, so that a round meets new prompts and new chance. */
export function seedOf(experiment: Pick<Pipeline, 'stages' | 'seed'>, id: StageId): number {
  if (!specOf(stageNamed(experiment, id).kind).isSeeded) return 0;
  const round = roundOf(experiment, id);
  return round === 0 ? experiment.seed : deriveSeed(experiment.seed, 'round', round);
}

/** What is wrong with how the stages hang together, in one sentence; null = nothing. `at` is the path of the culprit. */
export function findFault({
  stages,
}: Stages): { readonly at: readonly (string | number)[]; readonly text: string } | null {
  const seen = new Map<StageId, StageKind>();
  for (const [index, stage] of stages.entries()) {
    const { id, from } = stage;
    if (seen.has(id)) return { at: ['stages', index, 'id'], text: 'must be another name: a stage before has it' };
    const unknown = from.findIndex((one) => one !== BASE && !seen.has(one));
    if (unknown >= 0) {
      const names = [BASE, ...seen.keys()].join(', ');
      return { at: ['stages', index, 'from', unknown], text: `must name a stage before this one: ${names}` };
    }
    seen.set(id, stage.kind);
    const reads = readsOf(stage);
    const policies = from.filter((one) => makesPolicy({ stages }, one));
    const judges = from.length - policies.length;
    if (new Set(from).size < from.length) return { at: ['stages', index, 'from'], text: 'must name every stage once' };
    if (judges > (reads.rewardModel ? 1 : 0)) {
      const most = reads.rewardModel ? 'one reward model' : 'policies only';
      return { at: ['stages', index, 'from'], text: `must name ${most}` };
    }
    const isTooMany = policies.length > reads.policies && !reads.takesMore;
    const isTooFew = policies.length > 0 && policies.length < reads.policies;
    if (isTooMany || isTooFew) {
      const count = reads.policies === 1 ? 'one policy' : `${reads.policies} policies`;
      return { at: ['stages', index, 'from'], text: `must name ${count}${reads.takesMore ? ' or more' : ''}` };
    }
    if (inputsOf({ stages }, id).policies.length < reads.policies) {
      return { at: ['stages', index], text: `must come after ${reads.policies} policies, the base model counted` };
    }
  }
  return null;
}

/** A stage that lacks a reward model to follow: what is missing, in one sentence; null = nothing. */
export function whatLacks(experiment: Stages, id: StageId): string | null {
  const { rewardModel } = inputsOf(experiment, id);
  if (!readsOf(stageNamed(experiment, id)).rewardModel || rewardModel !== null) return null;
  return `${id} follows a reward model, and no stage before it trains one: add one, or choose another reward`;
}

/** `sft`; `ppo-2` for the second of its kind; a name of its own where that is taken. */
export function nameStages<S extends { readonly kind: string; readonly id?: string | undefined }>(
  stages: readonly S[],
): (S & { readonly id: StageId })[] {
  const taken = new Set(stages.flatMap(({ id }) => id ?? []));
  const given = new Set<StageId>();
  const free = (kind: string): StageId => {
    for (let n = 1; ; n++) {
      const name = n === 1 ? kind : `${kind}-${n}`;
      if (!taken.has(name) && !given.has(name)) return name;
    }
  };
  return stages.map((stage) => {
    const id = stage.id ?? free(stage.kind);
    given.add(id);
    return Object.assign({ kind: stage.kind, id }, stage, { id });
  });
}

/** "PPO", "PPO 2", "PPO · long": a stage's title among others of its kind. */
export function titleOf(experiment: Stages, id: StageId): string {
  if (id === BASE) return 'Base';
  const stage = findStage(experiment, id);
  if (!stage) return id;
  const { title } = specOf(stage.kind);
  if (id === stage.kind) return title;
  const number = new RegExp(`^${stage.kind}-(\\d+)$`).exec(id)?.[1];
  return number === undefined ? `${title} · ${id}` : `${title} ${number}`;
}

export interface StageCourse {
  /** Sliders that were moved while it ran. */
  readonly events: readonly { readonly step: number; readonly key: string; readonly value: number }[];
  /** Ended early, after this step; null = trained to the end. */
  readonly stoppedAt: number | null;
}

const WHOLE: StageCourse = { events: [], stoppedAt: null };

/** The checkpoints that a stage's inputs are, in the order of inputsOf: the policies, then the reward model. */
export function parentIdsOf(inputs: InputIds, nodeOf: (id: StageId) => string): readonly string[] {
  const { policies, rewardModel } = inputs;
  return (rewardModel === null ? policies : [...policies, rewardModel]).map(nodeOf);
}

/**
 * Which checkpoint a stage makes: known before it is trained, because everything that decides its weights is in the
 * experiment. Only what the stage reads counts: a label changes the reward model, not SFT.
 * @param parentIds as parentIdsOf gives them · @returns 64 hex digits
 */
export async function stageNodeId(
  experiment: Pipeline,
  id: StageId,
  parentIds: readonly string[],
  { events, stoppedAt }: StageCourse = WHOLE,
): Promise<string> {
  const stage = stageNamed(experiment, id);
  const { revision } = specOf(stage.kind);
  const course = { ...(events.length > 0 ? { events } : {}), ...(stoppedAt === null ? {} : { stoppedAt }) };
  return checkpointId({
    parentIds,
    stage: stage.kind,
    settings: settingsOf(stage),
    seed: seedOf(experiment, id),
    dataHash: await sha256(canonicalJson({ ...dataOf(stage, experiment), ...course })),
    revision,
  });
}

/** The checkpoints of all stages, trained to their ends, by stage id; base among them. */
export async function allNodeIds(experiment: Pipeline, baseId: string): Promise<ReadonlyMap<StageId, string>> {
  const ids = new Map([[BASE, baseId]]);
  for (const { id } of experiment.stages) {
    const parentIds = parentIdsOf(inputsOf(experiment, id), (input) => ids.get(input)!);
    ids.set(id, await stageNodeId(experiment, id, parentIds));
  }
  return ids;
}

/** What a stage reads beyond its settings. */
function dataOf(stage: Stage, { spec, labels, data }: Pipeline): Readonly<Record<string, unknown>> {
  const parts: Readonly<Record<DocumentPart, unknown>> = { spec, labels, ...data };
  return Object.fromEntries(readsOf(stage).document.map((part) => [part, parts[part]]));
}
