/**
 * The one store: vanilla zustand, with React as an adapter. Changed only by the action modules beside this file.
 */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { presetExperiment } from '../../lab/presets.ts';
import { emptyBench, emptyOwnData } from './labelState.ts';
import { emptyColumn, type LabState, type RunRecord } from './state.ts';

export function initialState(): LabState {
  return {
    experiment: { name: 'First SFT', document: presetExperiment('sft') },
    runs: { byId: {}, currentId: null },
    samples: { columns: { base: emptyColumn(), sft: emptyColumn() }, asked: [] },
    session: {
      deviceChoice: 'auto',
      report: null,
      model: null,
      workers: { trainer: { phase: 'idle', progress: null }, sampler: { phase: 'idle', progress: null } },
      problem: null,
    },
    bench: emptyBench(),
    ownData: emptyOwnData(),
    ui: { route: { view: 'lab' }, stage: 'sft', theme: null, smoothing: 0.8, isLogScale: false, notices: [] },
  };
}

export const labStore = createStore<LabState>(initialState);

/** Renders when the selected part changes; select narrowly. */
export function useLab<Part>(select: (state: LabState) => Part): Part {
  return useStore(labStore, select);
}

/** As useLab, at most so often; the last change always arrives. */
export function useLabEvery<Part>(intervalMs: number, select: (state: LabState) => Part): Part {
  const [shown, setShown] = useState(() => select(labStore.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let lastMs = -Infinity;
    const show = (): void => {
      timer = null;
      lastMs = performance.now();
      setShown(() => select(labStore.getState()));
    };
    const later = (): void => {
      timer ??= setTimeout(show, Math.max(0, lastMs + intervalMs - performance.now()));
    };
    later();
    const leave = labStore.subscribe(later);
    return () => {
      leave();
      if (timer !== null) clearTimeout(timer);
    };
  }, [intervalMs, select]);
  return shown;
}

/** Changes one slice by its present value. */
export function updateSlice<Slice extends keyof LabState>(
  slice: Slice,
  change: (current: LabState[Slice]) => Partial<LabState[Slice]>,
): void {
  labStore.setState((state) => ({ [slice]: { ...state[slice], ...change(state[slice]) } }));
}

export function currentRun(state: LabState): RunRecord | null {
  const { byId, currentId } = state.runs;
  return currentId === null ? null : (byId[currentId] ?? null);
}

/** A run exists whose settings can no longer be changed. */
export function isRunOpen(state: LabState): boolean {
  const run = currentRun(state);
  return run !== null && run.phase !== 'finished' && run.phase !== 'failed';
}
