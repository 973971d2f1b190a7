/** Whether a checkpoint's weights are still stored: what can be done with it depends on that. */
import { useEffect, useState } from 'react';
import { labStorage } from '../../client/storage.ts';
import { useLab } from '../../store/store.ts';

/** @returns null until it is known */
export function useHasWeights(id: string): boolean | null {
  // Changes when they are freed.
  const bytes = useLab((state) => state.lineage.bytes[id] ?? 0);
  const [has, setHas] = useState<boolean | null>(null);
  useEffect(() => {
    let isWanted = true;
    labStorage()
      .then((storage) => storage.weights(id))
      .then((weights) => isWanted && setHas(weights !== null))
      .catch(() => isWanted && setHas(null));
    return () => {
      isWanted = false;
    };
  }, [id, bytes]);
  return has;
}
