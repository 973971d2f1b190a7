/** RL by RLOO, as the page draws it. */
import type { StageFace } from '../face.ts';
import { onPolicyFace } from '../onPolicy/onPolicyFace.ts';
import { RlooPane } from './RlooPane.tsx';

export const rlooFace: StageFace = { ...onPolicyFace, term: 'rloo', Pane: RlooPane };
