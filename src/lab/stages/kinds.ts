/** Every kind of stage there is: one row a kind. Its folder says everything else. */
import type { z } from 'zod';
import { averageKind } from './average/kind.ts';
import { dpoKind } from './dpo/kind.ts';
import { ppoKind } from './ppo/kind.ts';
import { rewardModelKind } from './rewardModel/kind.ts';
import { rlooKind } from './rloo/kind.ts';
import { sftKind } from './sft/kind.ts';
import type { StageKindSpec, StageReads } from './stageKind.ts';
import type { StageOptions, StageRun, StageStep } from './stageRun.ts';
import type { StageWork, WorkGiven } from './stageWork.ts';

export const kinds = {
  sft: sftKind,
  rewardModel: rewardModelKind,
  ppo: ppoKind,
  rloo: rlooKind,
  dpo: dpoKind,
  average: averageKind,
} as const;

export type StageKind = keyof typeof kinds;
type KindOf<Kind extends StageKind> = (typeof kinds)[Kind];

/** In the order of the table. */
export const stageKinds = Object.keys(kinds) as readonly StageKind[];

export type SettingsOf<Kind extends StageKind> = z.output<KindOf<Kind>['settings']>;

/** Names a stage inside its experiment: `sft`, `ppo-2`. */
export type StageId = string;

/** A stage of an experiment: its kind's settings, its name, and what it starts from where that isn't the newest before it. */
export type Stage<Kind extends StageKind = StageKind> = {
  [Each in Kind]: { readonly kind: Each; readonly id: StageId; readonly from: readonly string[] } & SettingsOf<Each>;
}[Kind];

/** What a step of a kind shows beyond its numbers. */
type DetailOf<Kind extends StageKind> =
  KindOf<Kind> extends StageKindSpec<string, z.ZodObject, infer Detail> ? Detail : never;
export type StageDetail = { [Kind in StageKind]: DetailOf<Kind> }[StageKind];

export type OpenStage = StageRun<StageDetail>;
export type AnyStep = StageStep<StageDetail>;

/** A kind's row without its exact types: what code that serves all kinds needs. */
export interface AnyKind extends Omit<StageKindSpec<StageKind, z.ZodObject, StageDetail>, 'load' | 'reads' | 'work'> {
  /** Of settings that the kind's schema has checked. */
  readonly reads: (settings: object) => StageReads;
  readonly work: (settings: object, given: WorkGiven) => StageWork;
  readonly load: () => Promise<(options: StageOptions<unknown>) => Promise<OpenStage>>;
}

export function specOf(kind: StageKind): AnyKind {
  return kinds[kind] as unknown as AnyKind;
}

export function isStageKind(name: unknown): name is StageKind {
  return typeof name === 'string' && Object.hasOwn(kinds, name);
}

/** @returns a stage's settings, without what names and places it */
export function settingsOf<Kind extends StageKind>(stage: Stage<Kind>): SettingsOf<Kind> {
  const { kind: _kind, id: _id, from: _from, ...settings } = stage;
  return settings as SettingsOf<Kind>;
}
