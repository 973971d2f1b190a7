import { expect, test } from 'vitest';
import type { LabState } from '../state.ts';
import { initialState } from '../store.ts';
import { newRun } from './newRun.ts';
import { withRun } from './shownRuns.ts';

const state = initialState();
const curve = Array.from({ length: 500 }, (_, step) => ({ step, value: step }));
const trained = (id: string, stageId: string) => ({ ...newRun(id, stageId, state), series: { loss: curve } });

test('what stages show is kept whole, and of a thousand runs before them only the last figures of some', () => {
  let runs: Pick<LabState['runs'], 'byId' | 'current'> = { byId: {}, current: {} };
  runs = withRun(runs, trained('policy', 'sft'));
  for (let run = 0; run < 1000; run++) runs = withRun(runs, trained(`judge ${run}`, 'rewardModel'));
  expect(runs.current).toEqual({ sft: 'policy', rewardModel: 'judge 999' });
  expect(runs.byId['policy']!.series['loss']).toHaveLength(500);
  expect(runs.byId['judge 999']!.series['loss']).toHaveLength(500);
  expect(runs.byId['judge 998']!.series['loss']).toEqual([{ step: 499, value: 499 }]);
  const points = Object.values(runs.byId).flatMap(({ series }) => series['loss'] ?? []);
  expect(points.length).toBeLessThan(1100);
});
