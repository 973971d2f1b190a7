/** What earlier versions wrote opens as it did: one stored sample of each kind and version (src/testing/samples). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { sample, storedVisit } from '../testing/samples.ts';
import { tinyModel } from '../testing/tinyModel.ts';
import { tinyInit, tinyTrainerParts, until } from '../testing/tinyTrainer.ts';
import { CURRENT_VERSION } from './document/migrate.ts';
import { parseRunDocument } from './document/runDocument.ts';
import { recordingsOf } from './export/recording.ts';
import { decodeLink } from './link/codec.ts';
import { readLinkFile } from './link/linkFile.ts';
import { allNodeIds } from './pipeline.ts';
import { baseCheckpointId } from './run/checkpointId.ts';
import type { LabEvent } from './run/protocol.ts';
import { Trainer } from './run/trainer.ts';
import { createLabStorage } from './storage/labStorage.ts';

const stageIds = ['sft', 'rewardModel', 'ppo'];
/** Links and storage came with version 2. */
const linked = [2, 3];

describe.each([1, 2, 3])('a run document of version %i', (version) => {
  const document = parseRunDocument(JSON.parse(sample(`run-v${version}.json`)));

  it('has its stages by name, with settings, curves and completions', () => {
    expect(document.experiment).toMatchObject({ version: CURRENT_VERSION, model: 'tiny', seed: 7 });
    expect(document.experiment.stages.map(({ id, from }) => [id, from])).toEqual(stageIds.map((id) => [id, []]));
    expect(document.experiment.stages[0]).toMatchObject({ steps: 3, batchSize: 2, heldoutPairs: 16 });
    expect(document.checkpoints.map(({ stage }) => stage)).toEqual(['base', ...stageIds]);
    for (const { metrics } of document.checkpoints.slice(1)) expect(Object.keys(metrics)).not.toEqual([]);
  });

  it('can be replayed, stage by stage', async () => {
    const recordings = await recordingsOf(document, 'old');
    expect(recordings.map(({ stage, kind, totalSteps }) => [stage, kind, totalSteps])).toEqual([
      ['sft', 'sft', 3],
      ['rewardModel', 'rewardModel', expect.any(Number)],
      ['ppo', 'ppo', 2],
    ]);
  });
});

describe.each(linked)('what was shared by version %i', (version) => {
  it.each([
    ['a link', () => decodeLink(sample(`link-v${version}.txt`))],
    ['a file', () => readLinkFile(sample(`share-v${version}.rlhflab.json`))],
  ])('opens from %s, with its curves and digests', (_name, open) => {
    const { experiment, curves, digest } = open();
    expect(experiment).toEqual(parseRunDocument(JSON.parse(sample(`run-v${version}.json`))).experiment);
    expect(Object.keys(curves).sort()).toEqual([...stageIds].sort());
    expect(curves['ppo']?.['objective/kl']?.steps).toEqual([0, 1, 2]);
    for (const id of stageIds) expect(digest[id]?.weights).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe.each(linked)('a visit stored by version %i', (version) => {
  let executor: Executor;
  beforeAll(async () => {
    executor = await openNative({ threads: 1 });
  });
  afterAll(() => executor.dispose());

  it('is there with its experiment, its stages and their checkpoints', async () => {
    const storage = createLabStorage(await storedVisit(version));
    const [session, ...others] = await storage.sessions();
    expect(others).toEqual([]);
    expect(session!.experiment.stages.map(({ id }) => id)).toEqual(stageIds);
    for (const id of stageIds) {
      const nodeId = session!.current[id]!;
      expect(await storage.node(nodeId)).toMatchObject({ stage: id, stageId: id });
      expect(await storage.weights(nodeId)).not.toBeNull();
    }
    expect(await storage.pointers()).toEqual([{ name: 'mainline', nodeId: session!.current['ppo'] }]);
  });

  it('knows that its stages would be made otherwise today: the world they learn from has changed since', async () => {
    const storage = createLabStorage(await storedVisit(version));
    const [session] = await storage.sessions();
    const { config, params } = tinyModel();
    // Labels are kept apart from the visit.
    const labels = (await storage.experiment((await storage.node(session!.current['sft']!))!.experimentId!))!.labels;
    const ids = await allNodeIds({ ...session!.experiment, labels }, await baseCheckpointId(config, params));
    for (const id of stageIds) {
      expect(ids.get(id)).toMatch(/^[0-9a-f]{64}$/);
      expect(ids.get(id)).not.toBe(session!.current[id]);
    }
  });

  it('goes on with the run that was interrupted', async () => {
    const storage = createLabStorage(await storedVisit(version));
    const open = (await storage.runs()).filter(({ nodeId }) => nodeId === null);
    expect(open).toMatchObject([{ id: 'run-open', stageId: 'ppo', step: 0 }]);
    const trainer = new Trainer(tinyTrainerParts(executor, storage));
    await trainer.init(tinyInit);
    const events: LabEvent[] = [];
    await trainer.reopen('run-open', (event) => events.push(event));
    await trainer.resume('run-open');
    await until(events, ({ type }) => type === 'runFinished');
    expect(events.at(-1)).toMatchObject({ snapshot: { stageId: 'ppo', step: 2 } });
    await trainer.dispose();
  });
});
