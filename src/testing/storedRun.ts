/** A run that was kept after 7 of 9 steps: plain values, two of its fields given. */
import { parseExperiment } from '../lab/document/experiment.ts';
import type { StoredRun } from '../lab/storage/types.ts';

export const storedRun = (id: string, sessionId: string): StoredRun => ({
  id,
  sessionId,
  stageId: 'sft',
  experiment: parseExperiment({}),
  parentIds: ['base'],
  keptAt: '2026-01-01T00:00:00Z',
  step: 7,
  totalSteps: 9,
  experimentName: 'test',
  nodeId: null,
  device: 'CPU',
  resume: {
    step: 7,
    train: { params: Float32Array.of(1), m: Float32Array.of(2), v: Float32Array.of(3), steps: 7 },
    more: null,
  },
  course: {
    series: { loss: { steps: Float64Array.of(7), values: Float64Array.of(0.1) } },
    events: [],
    details: [],
  },
});
