/**
 * The SFT stage: the world's demonstrations, tokenized, handed to the recipe. The one place where `rlhf/sft.ts` is
 * started, so that page, command line and tests train on the same pairs in the same order.
 */
import { InvalidInputError } from '../errors.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import type { TokenizedExample } from '../rlhf/recipe.ts';
import { type SftRun, createSft } from '../rlhf/sft.ts';
import { buildHeldoutPairs, buildSftPairs, tokenizeExample } from '../world/sftData.ts';
import type { Tokenizer } from '../world/tokenizer.ts';
import { canonicalJson, sha256 } from './checkpointId.ts';
import type { SftSettings } from './experiment.ts';
import type { LoadedModel } from './modelFolder.ts';

export interface SftData {
  readonly train: readonly TokenizedExample[];
  readonly heldout: readonly TokenizedExample[];
}

/** @param seed the experiment's */
export function buildSftData(tokenizer: Tokenizer, seed: number, heldoutPairs: number): SftData {
  const dataSeed = deriveSeed(seed, 'sft data');
  return {
    train: buildSftPairs({ seed: dataSeed }).map((pair) => tokenizeExample(tokenizer, pair)),
    heldout: buildHeldoutPairs({ seed: dataSeed, size: heldoutPairs }).map((pair) => tokenizeExample(tokenizer, pair)),
  };
}

/** SHA-256 of the token ids. */
export function hashSftData(data: SftData): Promise<string> {
  return sha256(canonicalJson(data));
}

export interface SftStageOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Where training starts; default the model's own. Copied. */
  readonly params?: Float32Array;
  readonly settings: SftSettings;
  /** The experiment's. */
  readonly seed: number;
}

/** @throws InvalidInputError when the settings don't fit the model, DeviceError, OutOfMemoryError */
export async function createSftStage(options: SftStageOptions): Promise<{ run: SftRun; data: SftData }> {
  const { executor, model, settings, seed } = options;
  const { contextLength } = model.config;
  if (settings.sequenceLength > contextLength) {
    throw new InvalidInputError(
      `sequenceLength is ${settings.sequenceLength}, but ${model.summary.name} reads at most ${contextLength} tokens: choose ${contextLength} or less`,
    );
  }
  const data = buildSftData(model.tokenizer, seed, settings.heldoutPairs);
  const run = await createSft({
    executor,
    config: model.config,
    params: options.params ?? model.params,
    ...data,
    settings,
    seed: deriveSeed(seed, 'sft order'),
  });
  return { run, data };
}
