/** Questions about a checkpoint that its kind answers. */
import { BASE } from '../pipeline.ts';
import { specOf } from '../stages/kinds.ts';
import type { CheckpointNode } from './types.ts';

type Made = Pick<CheckpointNode, 'stage'>;

/** It writes replies. */
export function isPolicyNode({ stage }: Made): boolean {
  return stage === BASE || specOf(stage).makes === 'policy';
}

/** Several policies became one. */
export function isMerge({ stage, settings }: Pick<CheckpointNode, 'stage' | 'settings'>): boolean {
  return stage !== BASE && specOf(stage).reads(settings).policies > 1;
}

/** Later policies are measured against it. */
export function isReferenceNode({ stage }: Made): boolean {
  return stage !== BASE && specOf(stage).isReference;
}
