/** How fast this machine trains, measured on whatever it trains, and remembered in this browser for the next visit. */
import { z } from 'zod';
import { experimentSize } from '../../../lab/document/experimentSize.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { type Pace, referenceSeconds } from '../../series/sizeEstimate.ts';
import { estimateSecondsLeft } from '../../series/timeLeft.ts';
import type { LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';

const KEY = 'rlhf-lab/pace';
/** Steps between two measurements. */
const EVERY = 8;

const paceSchema = z.object({ device: z.string(), factor: z.number().positive() });

/** After a whole step of a run. */
export function notePace(runId: string): void {
  const state = labStore.getState();
  const run = state.runs.byId[runId];
  if (!run || run.step % EVERY !== 0) return;
  const pace = measurePace(state, runId);
  if (!pace) return;
  updateSlice('session', () => ({ pace }));
  try {
    ofThisBrowser.setItem(KEY, JSON.stringify(pace));
  } catch {
    // Measured anew at the next visit.
  }
}

/** What an earlier visit measured, until this one does. */
export function recallPace(): void {
  updateSlice('session', ({ pace }) => ({ pace: pace ?? stored() }));
}

/** Of this device; null = never measured. */
export function paceOf({ session: { pace, report } }: Pick<LabState, 'session'>): Pace | null {
  return pace && pace.device === report?.device.label ? pace : null;
}

/** @returns null before a few steps have come */
function measurePace({ runs, experiment, session }: LabState, runId: string): Pace | null {
  const run = runs.byId[runId];
  const seconds = run ? estimateSecondsLeft(run.arrivals, 1) : null;
  if (!run?.device || seconds === null || !session.model) return null;
  const work = experimentSize({ ...experiment.document, stages: [run.stage] }).whole;
  // A step in phases draws its own completions; other stages have drawn theirs before the first.
  const drawnTokens = run.stepPhase ? work.drawnTokens : 0;
  const reference = referenceSeconds({ ...work, drawnTokens }, session.model.parameters) / run.totalSteps;
  return reference > 0 ? { device: run.device.label, factor: seconds / reference } : null;
}

function stored(): Pace | null {
  try {
    return paceSchema.safeParse(JSON.parse(ofThisBrowser.getItem(KEY) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
