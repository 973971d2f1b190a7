/** What a stage comes to before it is started: its size, and its cost on this machine. */
import { useMemo } from 'react';
import { experimentSize } from '../../../lab/document/experimentSize.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { StageWork } from '../../../lab/stages/stageWork.ts';
import { estimateSize, type SizeEstimate } from '../../series/sizeEstimate.ts';
import { paceOf } from '../../store/session/pace.ts';
import { useLab } from '../../store/store.ts';

export interface StageSize {
  readonly work: StageWork;
  readonly estimate: SizeEstimate;
}

/** @returns null while the stage is being taken out */
export function useStageSize(id: StageId): StageSize | null {
  const document = useLab((state) => state.experiment.document);
  const parameters = useLab((state) => state.session.model?.parameters ?? null);
  const pace = useLab(paceOf);
  return useMemo(() => {
    const work = experimentSize(document).stages.find((stage) => stage.id === id);
    return work ? { work, estimate: estimateSize(work, parameters, pace) } : null;
  }, [document, parameters, pace, id]);
}
