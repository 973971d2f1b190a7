/** Start and Step of a stage that is large ask before they begin it. */
import { useState } from 'react';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { questionOf } from '../../series/sizeEstimate.ts';
import { isOpen, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import type { StageSize } from './useStageSize.ts';

interface AskedStart {
  /** Does it at once, or asks first when it begins a stage that is large. */
  readonly begin: (deed: () => void) => void;
  /** What is being asked; null = nothing. */
  readonly question: string | null;
  readonly answer: (isWanted: boolean) => void;
}

/** @param size null = asks nothing */
export function useAskedStart(id: StageId, size: StageSize | null): AskedStart {
  const [deed, setDeed] = useState<(() => void) | null>(null);
  const isBegun = useLab((state) => isOpen(stageRun(state, id)));
  const question = size && questionOf(size.estimate);
  return {
    begin(wanted) {
      if (isBegun || question === null) wanted();
      else setDeed(() => wanted);
    },
    question: deed && !isBegun ? question : null,
    answer(isWanted) {
      setDeed(null);
      if (isWanted) deed?.();
    },
  };
}
