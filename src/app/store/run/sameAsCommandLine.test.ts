/**
 * The page and the command line train the same document on the same weights. Stages are stood in for by one that makes its
 * "weights" from its settings, its seed and what it was handed, in order: two that agree were handed the same.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Executor } from '../../../engine/runtime/executor.ts';
import { type Experiment, parseExperiment } from '../../../lab/document/experiment.ts';
import { makesPolicy, seedOf, stageNamed } from '../../../lab/pipeline.ts';
import type { LabEvent } from '../../../lab/run/protocol.ts';
import { runExperiment } from '../../../lab/run/runExperiment.ts';
import { Trainer } from '../../../lab/run/trainer.ts';
import { type OpenStage, settingsOf } from '../../../lab/stages/kinds.ts';
import type { OpenStageOptions } from '../../../lab/stages/openStage.ts';
import type { StageOutput } from '../../../lab/stages/stageRun.ts';
import { createMemoryStorage } from '../../../lab/storage/labStorage.ts';
import { anyStageList } from '../../../testing/stageLists.ts';
import { tinyModel } from '../../../testing/tinyModel.ts';
import { tinyInit, tinyTrainerParts, until } from '../../../testing/tinyTrainer.ts';
import type { LabState } from '../state.ts';
import { initialState } from '../store.ts';
import { enterEvents } from './enterEvents.ts';
import { newRun } from './newRun.ts';
import { checkpointsFor } from './runActions.ts';
import { whatIsMissing } from './stageRuns.ts';

vi.mock('../../../lab/stages/openStage.ts', () => ({ openStage: openStandIn }));

const LISTS = 250;

/** Nothing is computed on it: stages are stand-ins, and no completions are drawn. */
const executor = { info: { kind: 'wasm', label: 'none', threads: 1 } } as unknown as Executor;
const model = tinyModel();

function openStandIn({ experiment, id, inputs }: OpenStageOptions): Promise<OpenStage> {
  const { policies, rewardModel } = inputs;
  const handed = [...policies.map(([first]) => first), '|', rewardModel?.params[0] ?? null];
  const stage = stageNamed(experiment, id);
  const decisive = [stage.kind, JSON.stringify(settingsOf(stage)), seedOf(experiment, id), ...handed];
  const params = Float32Array.of(hash(decisive.join(' ')));
  const judge = { head: 'lastToken', params, reference: params, mean: 0, sd: 1 } as const;
  const output: StageOutput = makesPolicy(experiment, id)
    ? { kind: 'policy', params }
    : { kind: 'rewardModel', model: judge, before: null };
  const standIn: OpenStage = {
    totalSteps: 1,
    async *steps() {
      yield { type: 'step', step: 1, totalSteps: 1, metrics: {}, isLastPhase: true };
    },
    change: () => undefined,
    watch: () => undefined,
    output: () => Promise.resolve(output),
    evals: () => ({}),
    state: () => Promise.reject(new Error('not asked for')),
    dispose: () => Promise.resolve(),
  };
  return Promise.resolve(standIn);
}

/** FNV-1a, as a whole number that float32 holds. */
function hash(text: string): number {
  let x = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
  return (x >>> 8) & 0xffffff;
}

/** Id and first weight of what every stage made. */
type Made = Readonly<Record<string, readonly [nodeId: string, weight: number | undefined]>>;

const weightOf = (output: StageOutput | null): number | undefined =>
  output?.kind === 'policy' ? output.params[0] : output?.model.params[0];

async function trainOnCommandLine(experiment: Experiment): Promise<Made> {
  const made: Record<string, readonly [string, number | undefined]> = {};
  const materials = { dictionary: { aff: 'SET UTF-8\n', dic: '0\n' }, heldoutText: '' };
  for await (const event of runExperiment({ experiment, model, executor, materials, evalSize: 'none' })) {
    if (event.type === 'checkpoint') made[event.checkpoint.stage] = [event.checkpoint.id, weightOf(event.output)];
  }
  const { base: _base, ...stages } = made;
  return stages;
}

/** One stage after the other as the buttons of the page do it: the state, the request, the trainer, its events. */
async function trainOnPage(experiment: Experiment): Promise<Made> {
  const storage = createMemoryStorage();
  const trainer = new Trainer(tinyTrainerParts(executor, storage));
  await trainer.init(tinyInit);
  const fresh = initialState();
  let state: LabState = { ...fresh, experiment: { name: 'test', document: experiment } };
  const made: Record<string, readonly [string, number | undefined]> = {};
  for (const { id: stageId } of experiment.stages) {
    expect(whatIsMissing(state, stageId)).toBeNull();
    const runId = `run of ${stageId}`;
    const run = newRun(runId, stageId, state);
    const { byId, current } = state.runs;
    const runs = { ...state.runs, byId: { ...byId, [runId]: run }, current: { ...current, [stageId]: runId } };
    state = { ...state, runs };
    const events: LabEvent[] = [];
    const request = { experiment, stageId, checkpoints: checkpointsFor(state, stageId), sessionId: 's' };
    await trainer.startStage(runId, { ...request, experimentName: 'test' }, (event) => events.push(event));
    await trainer.resume(runId);
    await until(events, ({ type }) => type === 'runFinished');
    state = enterEvents(state, events, 0);
    const nodeId = state.runs.byId[runId]!.nodeId!;
    made[stageId] = [nodeId, weightOf(await storage.weights(nodeId))];
  }
  await trainer.dispose();
  return made;
}

test(`of ${LISTS} lists of stages both train the same weights and call them the same`, async () => {
  const seen = { repeats: 0, averages: 0, gold: 0, froms: 0, rounds: 0 };
  await fc.assert(
    fc.asyncProperty(anyStageList(8), async (stages) => {
      const experiment = parseExperiment({ stages, displayPrompts: [], seed: 5 });
      const kinds = experiment.stages.map(({ kind }) => kind);
      seen.repeats += Number(new Set(kinds).size < kinds.length);
      seen.averages += Number(kinds.includes('average'));
      seen.gold += Number(stages.some(({ reward }) => reward === 'gold'));
      seen.froms += Number(stages.some(({ from }) => from.length > 0));
      seen.rounds += Number(experiment.stages.some(({ id }) => seedOf(experiment, id) !== 5 && id !== 'average'));
      const [page, commandLine] = [await trainOnPage(experiment), await trainOnCommandLine(experiment)];
      expect(Object.keys(page)).toEqual(experiment.stages.map(({ id }) => id));
      expect(page).toEqual(commandLine);
    }),
    { numRuns: LISTS },
  );
  // Enough of what could go wrong was among them.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(LISTS / 10);
}, 120_000);
