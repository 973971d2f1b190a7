/** What the page remembers of its runs: all of those that stages show, of the others a line. The rest is in storage. Pure. */
import { mapCurves } from '../../../lab/curve.ts';
import type { LabState, RunRecord } from '../state.ts';

type Runs = Pick<LabState['runs'], 'byId' | 'current'>;

/** Runs no longer shown, the newest, whose last figures can be compared. */
const FORMER_KEPT = 24;

/** The run takes its stage's place. */
export function withRun({ byId, current }: Runs, run: RunRecord): Runs {
  const next = { ...current, [run.stageId]: run.id };
  const shown = new Set(Object.values(next));
  const all = Object.values({ ...byId, [run.id]: run });
  const former = all.filter(({ id }) => !shown.has(id)).slice(-FORMER_KEPT);
  const kept = [...former.map(lineOf), ...all.filter(({ id }) => shown.has(id))];
  return { byId: Object.fromEntries(kept.map((one) => [one.id, one])), current: next };
}

/** Its settings and the last figure of every curve. */
function lineOf(run: RunRecord): RunRecord {
  const series = mapCurves(run.series, (curve) => curve.slice(-1));
  return { ...run, series, details: {}, arrivals: [], snapshotSteps: run.snapshotSteps.slice(-1), preparation: null };
}
