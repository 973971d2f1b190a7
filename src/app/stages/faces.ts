/** What the page draws of every kind: one row a kind. A kind without a row doesn't compile. */
import { type StageKind, stageKinds } from '../../lab/stages/kinds.ts';
import { averageFace } from './average/face.ts';
import { dpoFace } from './dpo/face.ts';
import type { StageFace } from './face.ts';
import { ppoFace } from './ppo/face.ts';
import { rewardModelFace } from './rewardModel/face.ts';
import { rlooFace } from './rloo/face.ts';
import { sftFace } from './sft/face.ts';

export const faces: Readonly<Record<StageKind, StageFace>> = {
  sft: sftFace,
  rewardModel: rewardModelFace,
  ppo: ppoFace,
  rloo: rlooFace,
  dpo: dpoFace,
  average: averageFace,
};

/** For what shows one kind after the other. */
export const faceList: readonly (readonly [StageKind, StageFace])[] = stageKinds.map((kind) => [kind, faces[kind]]);
