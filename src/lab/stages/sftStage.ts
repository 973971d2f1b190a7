/**
 * The SFT stage: demonstrations, the world's or the visitor's own, tokenized and handed to the recipe. The one place where
 * `rlhf/sft.ts` is started.
 */
import { InvalidInputError } from '../../errors.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import type { TokenizedExample } from '../../rlhf/recipe.ts';
import { createSft } from '../../rlhf/sft.ts';
import { seededRandom } from '../../world/random.ts';
import { buildHeldoutPairs, buildSftPairs, tokenizeExample } from '../../world/sftData.ts';
import type { Tokenizer } from '../../world/tokenizer.ts';
import type { Experiment } from '../document/experiment.ts';
import { toPromptText } from '../draw/promptText.ts';
import { type SftSettings, type SftStage, settingsOf } from './stageSchemas.ts';
import type { StageOptions, StageRun } from './stageRun.ts';

export interface SftData {
  readonly train: readonly TokenizedExample[];
  readonly heldout: readonly TokenizedExample[];
}

/** Own demonstrations take the world's place; a tenth of them, at most `heldoutPairs`, is held out. */
export function buildSftData(tokenizer: Tokenizer, experiment: Experiment, heldoutPairs: number): SftData {
  const dataSeed = deriveSeed(experiment.seed, 'sft data');
  const own = experiment.data.demonstrations;
  if (own.length > 0) {
    const examples = seededRandom(dataSeed).shuffle(
      own.map(({ prompt, completion }) => ({
        promptIds: tokenizer.encode(toPromptText(prompt)),
        completionIds: [...tokenizer.encode(` ${completion.trim()}`), tokenizer.eosId],
      })),
    );
    const heldout = own.length > 1 ? Math.min(heldoutPairs, Math.ceil(own.length / 10)) : 0;
    return { train: examples.slice(heldout), heldout: examples.slice(0, heldout) };
  }
  return {
    train: buildSftPairs({ seed: dataSeed }).map((pair) => tokenizeExample(tokenizer, pair)),
    heldout: buildHeldoutPairs({ seed: dataSeed, size: heldoutPairs }).map((pair) => tokenizeExample(tokenizer, pair)),
  };
}

/** @throws InvalidInputError when the settings don't fit the model, DeviceError, OutOfMemoryError */
export async function openSftStage(stage: SftStage, options: StageOptions): Promise<StageRun> {
  const { executor, model, experiment, inputs } = options;
  const settings: SftSettings = settingsOf(stage);
  const { contextLength } = model.config;
  if (settings.sequenceLength > contextLength) {
    throw new InvalidInputError(
      `sequenceLength is ${settings.sequenceLength}, but ${model.summary.name} reads at most ${contextLength} tokens: choose ${contextLength} or less`,
    );
  }
  const data = buildSftData(model.tokenizer, experiment, settings.heldoutPairs);
  const run = await createSft({
    executor,
    config: model.config,
    params: inputs.policy,
    ...data,
    settings,
    seed: deriveSeed(experiment.seed, 'sft order'),
    ...(options.resume ? { resume: options.resume } : {}),
  });
  let lastStep = options.resume?.step ?? 0;
  return {
    kind: 'sft',
    totalSteps: settings.steps,
    async *steps() {
      for await (const step of run.steps()) {
        lastStep = step.step;
        yield { type: 'step', ...step, isLastPhase: true };
      }
    },
    change: () => undefined,
    watch: () => undefined,
    evals: () => ({}),
    output: async () => ({ kind: 'policy', params: (await run.state()).params }),
    state: async () => ({ step: lastStep, train: await run.state(), more: null }),
    dispose: () => run.dispose(),
  };
}
