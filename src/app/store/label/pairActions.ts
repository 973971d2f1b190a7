/** New pairs for the bench, drawn ahead so that nobody waits between two votes. */
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { CandidatePair } from '../../../world/spec/types.ts';
import { newPairs } from './benchSteps.ts';
import { chooseSource, drawingRun, drawnPolicy, PAIRS_AHEAD } from './drawnPairs.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { workers } from '../session/sessionActions.ts';
import { labStore, updateSlice } from '../store.ts';

/** As many as the sampler draws in one go. */
const PAIRS_AT_ONCE = 20;
/** Draws in a row without a new pair before the bench says so. */
const PATIENCE = 3;
/** Where the experiment has no stage that draws pairs and says it. */
const DEFAULT_TEMPERATURE = 1.2;

let drawCount = 0;
/** Of the last draw, by checkpoint. */
const msPerPair = new Map<PolicyId, number>();

/** The bench is opened: pairs of older weights or other prompts make room for new ones. */
export function openBench(): void {
  chooseSource();
  void drawAhead();
}

/** Draws until enough pairs wait, unless the AI labeller is drawing its own or a run draws and shows its pairs. */
export async function drawAhead(): Promise<void> {
  const state = labStore.getState();
  const { bench } = state;
  if (drawingRun(state) !== null || bench.drawing !== null || bench.ai !== null) return;
  if (bench.queue.length >= PAIRS_AHEAD) return;
  try {
    const fresh = await drawFreshPairs(PAIRS_AT_ONCE);
    updateSlice('bench', ({ queue }) => ({ queue: [...queue, ...fresh] }));
  } catch (error) {
    if (errorName(error) !== 'AbortedError') updateSlice('bench', () => ({ problem: errorMessage(error) }));
    return;
  }
  await drawAhead();
}

/**
 * @returns at least one pair, at most `count`, none that was seen before
 * @throws DeviceError, AbortedError, and Error when the model only repeats itself
 */
export async function drawFreshPairs(count: number): Promise<readonly CandidatePair[]> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const drawn = await drawPairs(count);
    const { experiment, bench } = labStore.getState();
    const fresh = newPairs(drawn, { labels: experiment.document.labels, bench });
    if (fresh.length > 0) return fresh;
  }
  throw new Error(
    `${PATIENCE} draws gave no pair that is new: the model gives the same replies again. Train it on, or label with another seed`,
  );
}

async function drawPairs(count: number): Promise<readonly CandidatePair[]> {
  const state = labStore.getState();
  const { document } = state.experiment;
  const policy = drawnPolicy(state);
  const perPair = msPerPair.get(policy);
  const startedMs = performance.now();
  const expectedMs = perPair === undefined ? null : perPair * count;
  updateSlice('bench', () => ({ drawing: { count, policy, startedMs, expectedMs }, problem: null }));
  // With the labels, so that the next visit draws other pairs.
  const seed = (document.seed + 7919 * (document.labels.length + ++drawCount)) % 2 ** 32;
  const [temperature = DEFAULT_TEMPERATURE] = document.stages.flatMap((stage) =>
    'pairTemperature' in stage ? [stage.pairTemperature] : [],
  );
  const prompts = document.data.prompts.length > 0 ? { prompts: document.data.prompts } : {};
  try {
    const pairs = await workers.sampler.call((api) => api.drawPairs({ policy, count, temperature, seed, ...prompts }));
    msPerPair.set(policy, (performance.now() - startedMs) / count);
    return pairs;
  } finally {
    updateSlice('bench', () => ({ drawing: null }));
  }
}
