/** RL by PPO, as the page draws it. */
import type { StageFace } from '../face.ts';
import { rlLines } from '../onPolicy/lines.ts';
import { onPolicyFace } from '../onPolicy/onPolicyFace.ts';
import { PpoPane } from './PpoPane.tsx';

export const ppoFace: StageFace = {
  ...onPolicyFace,
  charts: [...onPolicyFace.charts, { title: 'Value loss', lines: rlLines.valueLoss, isFromZero: true }],
  Pane: PpoPane,
};
