/**
 * The one store: vanilla zustand, with React as an adapter. Changed only by the action modules beside this file.
 */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { emptyCompare } from './compare/compareState.ts';
import { DEFAULT_PRESET, defaultDocument } from './session/defaultDocument.ts';
import { emptyExport } from './export/exportState.ts';
import { emptyBench, emptyOwnData } from './label/labelState.ts';
import { emptyLineage } from './lineage/lineageState.ts';
import { noOffline } from './session/offlineState.ts';
import { emptyPresent } from './present/presentState.ts';
import { emptySurvey } from './survey/surveyState.ts';
import { emptyShare } from './share/shareState.ts';
import type { LabState } from './state.ts';

export function initialState(): LabState {
  const document = defaultDocument();
  const firstStage = document.stages[0]!.id;
  return {
    experiment: { name: DEFAULT_PRESET, document },
    runs: {
      byId: {},
      current: {},
      known: {},
    },
    samples: { columns: {}, asked: [] },
    session: {
      deviceChoice: 'auto',
      keepEveryMs: null,
      report: null,
      model: null,
      baseId: null,
      workers: { trainer: { phase: 'idle', progress: null }, sampler: { phase: 'idle', progress: null } },
      pace: null,
      problem: null,
    },
    bench: emptyBench(),
    ownData: emptyOwnData(),
    compare: emptyCompare(),
    survey: emptySurvey(),
    lineage: emptyLineage(),
    offline: noOffline(),
    export: emptyExport(),
    present: emptyPresent(),
    share: emptyShare(),
    ui: {
      route: { view: 'lab' },
      stage: firstStage,
      columns: null,
      openPrompts: [],
      theme: null,
      smoothing: 0.8,
      isLogScale: false,
      notices: [],
    },
  };
}

export const labStore = createStore<LabState>(initialState);

/** Renders when the selected part changes; select narrowly. */
export function useLab<Part>(select: (state: LabState) => Part): Part {
  return useStore(labStore, select);
}

/** As useLab, at most so often; the last change always arrives. `select` must stay the same function. */
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
