/** The pair that is compared, the same object until it changes. */
import { useMemo } from 'react';
import type { Pair } from '../../store/compare/compareState.ts';
import { chosenPair } from '../../store/compare/compareSteps.ts';
import { useLab } from '../../store/store.ts';

export function useChosenPair(): Pair | null {
  const first = useLab((state) => chosenPair(state)?.first);
  const second = useLab((state) => chosenPair(state)?.second);
  return useMemo(() => (first === undefined || second === undefined ? null : { first, second }), [first, second]);
}
