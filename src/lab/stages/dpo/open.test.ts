import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Executor } from '../../../engine/runtime/executor.ts';
import { openNative } from '../../../engine/runtime/native.ts';
import { tinyModel } from '../../../testing/tinyModel.ts';
import { parseExperiment } from '../../document/experiment.ts';
import type { AnyStep } from '../kinds.ts';
import { findMetric } from '../metrics.ts';
import { openStage } from '../openStage.ts';
import type { StageResume } from '../stageRun.ts';

const own = {
  id: 'own-1',
  prompt: 'User: Hi\nAssistant:',
  chosen: ' Hello.',
  rejected: ' No.',
  labeler: 'you',
};
const experiment = parseExperiment({
  stages: [
    {
      kind: 'dpo',
      pairs: 24,
      heldoutPairs: 8,
      maxNewTokens: 8,
      batchSize: 8,
      dropTies: false,
      evalEvery: 2,
      nllWeight: 0.1,
      ownLabelEpochs: 2,
    },
  ],
  labels: [own],
});

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

async function open(resume: StageResume | null = null) {
  const model = tinyModel();
  const inputs = { policies: [model.params], rewardModel: null };
  const tools = { isWord: () => true };
  return openStage({ executor, model, experiment, id: 'dpo', inputs, tools, resume });
}

const whole = (steps: readonly AnyStep[]) =>
  steps.flatMap((step) => (step.type === 'step' && step.isLastPhase ? step : []));

test('it draws pairs, has them labelled, learns from them and from the visitor’s own, and shows a pair', async () => {
  const stage = await open();
  stage.watch(true);
  const steps: AnyStep[] = [];
  for await (const step of stage.steps()) steps.push(step);
  const output = await stage.output();
  await stage.dispose();
  const drawing = steps.flatMap((step) => (step.type === 'preparing' ? step : []));
  expect(drawing[0]?.what).toBe('drawing pairs, 8 of them held out');
  expect(drawing.map(({ done, total, pairs }) => [done, total, pairs?.length])).toEqual([
    [24, 32, 3],
    // Held-out pairs are shown to nobody.
    [32, 32, 0],
  ]);
  const details = steps.flatMap((step) => (step.type === 'step' ? (step.details ?? []) : []));
  expect(details[0]).toMatchObject({ kind: 'labeling' });
  const shown = details.flatMap((detail) => (detail.kind === 'pairUpdates' ? detail.pairs : []));
  const own = details.flatMap((detail) => (detail.kind === 'ownLabels' ? detail : []));
  expect(own[0]).toMatchObject({ labels: 1, passes: 2, from: whole(steps).at(-1)!.step - 1 });
  expect(shown[0]!.question).toMatch(/^User: /);
  expect(shown.at(-1)).toMatchObject({ labeler: 'you', chosen: { text: 'Hello.', stopped: true } });
  const sides = shown.flatMap(({ chosen, rejected }) => [chosen, rejected]);
  for (const { before, after, reference } of sides.flatMap(({ tokens }) => tokens)) {
    expect(Math.max(before, after, reference)).toBeLessThanOrEqual(0);
  }
  for (const { metrics } of whole(steps)) {
    for (const key of Object.keys(metrics)) expect(findMetric('dpo', key), key).toBeDefined();
  }
  expect(output?.kind === 'policy' && output.params).not.toEqual(tinyModel().params);
});

test('it goes on from where it was kept, on the same pairs, to the same weights', async () => {
  const straight = await open();
  const all: AnyStep[] = [];
  for await (const step of straight.steps()) all.push(step);
  const first = await open();
  const steps = first.steps();
  let kept: StageResume | null = null;
  for (let next = await steps.next(); !next.done; next = await steps.next()) {
    if (next.value.type !== 'step' || next.value.step < 2) continue;
    kept = await first.state();
    break;
  }
  const resumed = await open(kept);
  const rest: AnyStep[] = [];
  for await (const step of resumed.steps()) rest.push(step);
  expect(rest.some(({ type }) => type === 'preparing')).toBe(false);
  expect(whole(rest)).toEqual(whole(all).filter(({ step }) => step > 2));
  expect(await resumed.output()).toEqual(await straight.output());
  for (const stage of [straight, first, resumed]) await stage.dispose();
});
