/** A trainer on the tiny model for tests: a given executor, which it doesn't dispose of, and a storage in memory. */
import type { Executor } from '../engine/runtime/executor.ts';
import type { LabEvent } from '../lab/run/protocol.ts';
import { createMemoryStorage } from '../lab/storage/labStorage.ts';
import type { StageOutput } from '../lab/stages/stageRun.ts';
import type { LabStorage } from '../lab/storage/types.ts';
import type { TrainerParts } from '../lab/run/trainer.ts';
import { lineageNode } from './lineageNodes.ts';
import { tinyModel } from './tinyModel.ts';

export const tinyInit = { device: 'auto', modelsUrl: 'http://localhost/models/', model: 'tiny' } as const;

export function tinyTrainerParts(executor: Executor, storage: LabStorage = createMemoryStorage()): TrainerParts {
  return {
    open: () =>
      Promise.resolve({
        executor: { ...executor, dispose: () => Promise.resolve() },
        report: { device: executor.info, reason: 'a test', considered: [] },
        fallback: null,
      }),
    load: () => Promise.resolve(tinyModel()),
    tools: () => Promise.resolve({ isWord: () => true }),
    storage: () => Promise.resolve(storage),
  };
}

/** The first event that is what is waited for; throws when the run fails before. */
export async function until(events: readonly LabEvent[], isThere: (event: LabEvent) => boolean): Promise<LabEvent> {
  for (;;) {
    const found = events.find(isThere);
    if (found) return found;
    const failure = events.find(({ type }) => type === 'failed');
    if (failure?.type === 'failed') throw new Error(failure.error.message);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Puts weights into a storage as the checkpoint `id`, for stages that start from it. */
export function storeOutput(storage: LabStorage, id: string, output: StageOutput): Promise<void> {
  return storage.putNode(lineageNode({ id }), output, {});
}
