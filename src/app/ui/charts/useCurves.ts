/** What every chart of a stage shares: the rows of its run, the marks on the x axis, and whether charts read each other. */
import { useCallback, useMemo, useState } from 'react';
import { stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { formatNumber } from '../../series/format.ts';
import { buildRows, type Row } from '../../series/rows.ts';
import { stageRun } from '../../store/run/stageRuns.ts';
import type { LabState, RunRecord } from '../../store/state.ts';
import { useLab, useLabEvery } from '../../store/store.ts';
import type { ChartMark } from './chartLine.ts';

/** Each of the charts takes 10 ms and more to draw on a slow machine; oftener than this nobody sees the difference. */
const REDRAW_MS = 500;

/** Kept, not made anew: a chart whose props are the same isn't drawn again. */
const NO_ROWS: readonly Row[] = [];
const NO_MARKS: readonly ChartMark[] = [];

/** The stage's run, at most twice a second. */
export function useSlowRun(id: StageId): RunRecord | null {
  const select = useCallback((state: LabState) => stageRun(state, id), [id]);
  return useLabEvery(REDRAW_MS, select);
}

/** @param plannedSteps of a run not started yet */
export function useCurves(id: StageId, plannedSteps: number) {
  const kind = useLab(({ experiment }) => stageNamed(experiment.document, id).kind);
  const run = useSlowRun(id);
  const smoothing = useLab((state) => state.ui.smoothing);
  const series = run?.series;
  const ghosts = useLab((state) => state.share.opened?.curves[id]);
  const built = useMemo(() => buildRows(series ?? {}, smoothing, ghosts), [series, smoothing, ghosts]);
  const marks = useMarks(run);
  // Synced charts redraw each other, all in one task, when one of them gets new rows: not while nobody reads a moving curve.
  const [isRead, setRead] = useState(false);
  const isAtRest = run !== null && ['paused', 'ended', 'finished', 'failed'].includes(run.phase);
  return {
    run,
    shared: {
      kind,
      rows: built.length > 0 ? built : NO_ROWS,
      totalSteps: Math.max(run?.totalSteps || plannedSteps, ghosts ? lastStep(built) : 0),
      hasGhosts: ghosts !== undefined,
      isSynced: isRead || isAtRest,
    },
    marks,
    /** Of the element around the charts. */
    reading: {
      onPointerEnter: () => setRead(true),
      onPointerLeave: () => setRead(false),
      onFocus: () => setRead(true),
      onBlur: () => setRead(false),
    },
  };
}

function lastStep(rows: readonly Row[]): number {
  return rows.at(-1)?.step ?? 0;
}

function useMarks(run: RunRecord | null): readonly ChartMark[] {
  const snapshots = run?.snapshotSteps;
  const changes = run?.changes;
  const ownFrom = run?.details.ownLabels?.from;
  return useMemo(() => {
    const marks = [
      ...(snapshots ?? []).map((step) => ({ step, text: '' })),
      ...(ownFrom === undefined ? [] : [{ step: ownFrom, text: 'your labels', isBorder: true }]),
      ...(changes ?? []).map(({ step, key, value }) => ({ step, text: `${key} ${formatNumber(value)}` })),
    ];
    return marks.length > 0 ? marks : NO_MARKS;
  }, [snapshots, changes, ownFrom]);
}
