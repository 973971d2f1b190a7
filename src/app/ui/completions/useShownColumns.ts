/** The columns that are shown, the same list until they change. */
import { useMemo } from 'react';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { useLab } from '../../store/store.ts';
import { shownColumns } from './shownColumns.ts';

/** Names of stages hold no space. */
const SEPARATOR = ' ';

export function useShownColumns(): readonly PolicyId[] {
  const ids = useLab((state) => shownColumns(state).join(SEPARATOR));
  return useMemo(() => ids.split(SEPARATOR), [ids]);
}
