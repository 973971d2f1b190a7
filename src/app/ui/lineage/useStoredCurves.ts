/** The curves of the checkpoints compared, read from storage when they are and thinned to what a chart shows. */
import { useEffect, useState } from 'react';
import { type Curves, drawEvenly, fromColumns, mapCurves } from '../../../lab/curve.ts';
import { labStorage } from '../../client/storage.ts';

/** Of each curve, where several lie over each other. */
const OVERLAY_POINTS = 400;

export interface StoredCurves {
  /** By checkpoint; one without curves has none. */
  readonly byId: Readonly<Record<string, Curves>>;
  readonly problem: string | null;
}

const NOTHING: StoredCurves = { byId: {}, problem: null };

/** @param ids joined by a space: an effect must see the same value for the same checkpoints */
export function useStoredCurves(ids: string): StoredCurves | null {
  const [read, setRead] = useState<{ readonly ids: string; readonly curves: StoredCurves } | null>(null);
  useEffect(() => {
    let isWanted = true;
    readCurves(ids.split(' ').filter(Boolean))
      .catch((error: unknown) => ({ ...NOTHING, problem: error instanceof Error ? error.message : String(error) }))
      .then((curves) => isWanted && setRead({ ids, curves }))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [ids]);
  return read?.ids === ids ? read.curves : null;
}

/** One after another: a whole curve is let go before the next is read. */
async function readCurves(ids: readonly string[]): Promise<StoredCurves> {
  const storage = await labStorage();
  const byId: Record<string, Curves> = {};
  for (const id of ids) {
    byId[id] = mapCurves((await storage.series(id)) ?? {}, ({ steps, values }) =>
      drawEvenly(fromColumns(steps, values), OVERLAY_POINTS),
    );
  }
  return { byId, problem: null };
}
