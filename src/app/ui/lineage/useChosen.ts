/** The checkpoints selected, in the order they were. */
import { useMemo } from 'react';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { useLab } from '../../store/store.ts';

export function useChosen(): readonly CheckpointNode[] {
  const nodes = useLab((state) => state.lineage.nodes);
  const ids = useLab((state) => state.lineage.selectedIds);
  return useMemo(() => ids.flatMap((id) => nodes.find((node) => node.id === id) ?? []), [nodes, ids]);
}
