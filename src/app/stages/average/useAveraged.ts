/** Which policies an average mixes, in the order of their shares. */
import { useMemo } from 'react';
import { inputsOf, type PolicyId } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { useLab } from '../../store/store.ts';

export function useAveraged(id: StageId): readonly PolicyId[] {
  const document = useLab(({ experiment }) => experiment.document);
  return useMemo(() => inputsOf(document, id).policies, [document, id]);
}
