/**
 * The one place where what a worker reports becomes state. Pure: the same state and event give the same state.
 * Events of a run the page no longer shows are dropped. Weights are handed on by the caller and never stored.
 */
import type { LabEvent, Snapshot } from '../../../lab/run/protocol.ts';
import type { LiveChanges } from '../../../lab/stages/stageRun.ts';
import { append, type Point } from '../../../lab/curve.ts';
import { ARRIVALS } from '../../series/timeLeft.ts';
import { describeRunFailure } from '../session/problems.ts';
import { restoreCourse } from './restoreRuns.ts';
import type { LabState, Preparation, RunRecord, SettingChange } from '../state.ts';

/** Of the pairs being drawn, the newest are kept to look at. */
const PAIRS_SHOWN = 6;

type EventOf<Type extends LabEvent['type']> = Extract<LabEvent, { readonly type: Type }>;

/** @param nowMs performance.now() of the flush */
export function enterEvents(state: LabState, events: readonly LabEvent[], nowMs: number): LabState {
  const byId = { ...state.runs.byId };
  for (const event of events) {
    const run = byId[event.runId];
    if (run) byId[event.runId] = enterEvent(run, event, nowMs);
  }
  return { ...state, runs: { ...state.runs, byId } };
}

function enterEvent(run: RunRecord, event: LabEvent, nowMs: number): RunRecord {
  switch (event.type) {
    case 'runStarted':
      return {
        ...run,
        phase: run.phase === 'preparing' ? 'ready' : run.phase,
        totalSteps: event.totalSteps,
        device: event.device,
      };
    case 'preparing':
      return { ...run, preparation: prepare(run.preparation, event, nowMs) };
    case 'step':
      return enterStep(run, event, nowMs);
    case 'snapshot':
      return enterSnapshot(run, event.snapshot);
    case 'runPaused':
      // How long it stands still says nothing of its speed.
      return {
        ...run,
        phase: 'paused',
        step: event.step,
        arrivals: [],
        preparation: run.preparation && { ...run.preparation, isHeld: true },
      };
    case 'runFinished':
      return { ...enterSnapshot(run, event.snapshot), phase: 'finished', pending: {}, nodeId: event.nodeId };
    case 'runRestored':
      return {
        ...run,
        ...restoreCourse(event.course),
        phase: run.phase === 'running' ? 'running' : 'paused',
        step: event.step,
        isMidStep: false,
        arrivals: [],
      };
    case 'notKept':
      return run;
    case 'failed':
      return {
        ...run,
        phase: 'failed',
        pending: {},
        preparation: null,
        nodeId: event.nodeId,
        problem: describeRunFailure(event),
      };
    default:
      return event satisfies never;
  }
}

function prepare(before: Preparation | null, event: EventOf<'preparing'>, nowMs: number): Preparation {
  const { what, done, total, pairs = [] } = event;
  const isSame = before !== null && before.what === what && before.done <= done;
  const { sinceMs, doneThen } = isSame && !before.isHeld ? before : { sinceMs: nowMs, doneThen: done };
  const shown = [...(isSame ? before.pairs : []), ...pairs].slice(-PAIRS_SHOWN);
  return { what, done, total, sinceMs, doneThen, nowMs, isHeld: false, pairs: shown };
}

function enterStep(run: RunRecord, event: EventOf<'step'>, nowMs: number): RunRecord {
  const { step, totalSteps, isLastPhase, phase, changes, details } = event;
  return {
    ...run,
    step,
    totalSteps,
    isMidStep: !isLastPhase,
    stepPhase: phase,
    preparation: null,
    series: enterMetrics(run, step, event.metrics),
    details:
      details.length > 0
        ? { ...run.details, ...Object.fromEntries(details.map((detail) => [detail.kind, detail])) }
        : run.details,
    arrivals: isLastPhase ? [...run.arrivals, nowMs].slice(-ARRIVALS) : run.arrivals,
    ...(changes ? enterChanges(run, step, changes) : {}),
  };
}

function enterSnapshot(run: RunRecord, snapshot: Snapshot): RunRecord {
  return {
    ...run,
    snapshotSteps: run.snapshotSteps.includes(snapshot.step)
      ? run.snapshotSteps
      : [...run.snapshotSteps, snapshot.step],
    hasBefore: snapshot.kind !== 'policy' && snapshot.before !== null,
  };
}

/** A slider moved again since stays pending. */
function enterChanges(run: RunRecord, step: number, changes: LiveChanges): Pick<RunRecord, 'changes' | 'pending'> {
  const entered = Object.entries(changes).map(([key, value]): SettingChange => ({ step, key, value }));
  const pending = Object.fromEntries(Object.entries(run.pending).filter(([key, value]) => changes[key] !== value));
  return { changes: [...run.changes, ...entered], pending };
}

function enterMetrics(run: RunRecord, step: number, metrics: Readonly<Record<string, number>>): RunRecord['series'] {
  const series = { ...run.series };
  for (const [key, value] of Object.entries(metrics)) {
    const point: Point = { step, value };
    series[key] = append(series[key] ?? [], [point]);
  }
  return series;
}
