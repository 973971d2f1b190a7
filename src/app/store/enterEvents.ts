/**
 * The one place where what a worker reports becomes state. Pure: the same state and event give the same state.
 * Events of a run the page no longer shows are dropped. Weights are handed on by the caller and never stored.
 */
import type { LabEvent } from '../../lab/protocol.ts';
import { append, type Point } from '../series/series.ts';
import { ARRIVALS } from '../series/timeLeft.ts';
import { describeRunFailure } from './problems.ts';
import type { LabState, RunRecord } from './state.ts';

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
    case 'step':
      return {
        ...run,
        step: event.step,
        totalSteps: event.totalSteps,
        series: enterMetrics(run, event.step, event.metrics),
        arrivals: [...run.arrivals, nowMs].slice(-ARRIVALS),
      };
    case 'snapshot':
      return { ...run, snapshotSteps: withStep(run.snapshotSteps, event.snapshot.step) };
    case 'runPaused':
      return { ...run, phase: 'paused', step: event.step };
    case 'runFinished':
      return { ...run, phase: 'finished', snapshotSteps: withStep(run.snapshotSteps, event.snapshot.step) };
    case 'failed':
      return { ...run, phase: 'failed', problem: describeRunFailure(event) };
    default:
      return event satisfies never;
  }
}

function enterMetrics(run: RunRecord, step: number, metrics: Readonly<Record<string, number>>): RunRecord['series'] {
  const series = { ...run.series };
  for (const [key, value] of Object.entries(metrics)) {
    const point: Point = { step, value };
    series[key] = append(series[key] ?? [], [point]);
  }
  return series;
}

function withStep(steps: readonly number[], step: number): readonly number[] {
  return steps.includes(step) ? steps : [...steps, step];
}
