/**
 * The SFT stage: demonstrations, the world's or the visitor's own, tokenized and handed to the recipe. The one place where
 * `rlhf/sft.ts` is started.
 */
import { InvalidInputError } from '../../../errors.ts';
import { deriveSeed } from '../../../engine/tensor/random.ts';
import type { TokenizedExample } from '../../../rlhf/recipe.ts';
import { type LookedExample, createSft } from '../../../rlhf/sft.ts';
import { seededRandom } from '../../../world/random.ts';
import { pretrainingExamples } from '../../../world/pretrainingText.ts';
import { buildHeldoutPairs, buildSftPairs, tokenizeExample } from '../../../world/sftData.ts';
import type { Tokenizer } from '../../../world/tokenizer.ts';
import type { StageDocument } from '../../document/worldSchemas.ts';
import { toPromptText } from '../../draw/promptText.ts';
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { LearntExample, RowUpdateDetail } from './detail.ts';
import type { SftStageSettings } from './settings.ts';

export interface SftData {
  readonly train: readonly TokenizedExample[];
  readonly heldout: readonly TokenizedExample[];
}

/** Own demonstrations take the world's place; a tenth of them, at most `heldoutPairs`, is held out. */
function buildSftData(
  tokenizer: Tokenizer,
  { data }: Pick<StageDocument, 'data'>,
  heldoutPairs: number,
  seed: number,
): SftData {
  const dataSeed = deriveSeed(seed, 'sft data');
  const own = data.demonstrations;
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
export async function openSft(options: StageOptions<SftStageSettings>): Promise<StageRun<RowUpdateDetail>> {
  const { executor, model, document, settings, seed, inputs, resume } = options;
  const { contextLength } = model.config;
  if (settings.sequenceLength > contextLength) {
    throw new InvalidInputError(
      `sequenceLength is ${settings.sequenceLength}, but ${model.summary.name} reads at most ${contextLength} tokens: choose ${contextLength} or less`,
    );
  }
  const { train, heldout } = buildSftData(model.tokenizer, document, settings.heldoutPairs, seed);
  const run = await createSft({
    executor,
    config: model.config,
    params: inputs.policies[0]!,
    train,
    heldout,
    documents: pretrainingExamples(model.tokenizer, settings.sequenceLength),
    settings,
    seed: deriveSeed(seed, 'sft order'),
    ...(resume ? { resume } : {}),
  });
  let lastStep = resume?.step ?? 0;
  return {
    totalSteps: settings.steps,
    async *steps() {
      for await (const { looked, ...step } of run.steps()) {
        lastStep = step.step;
        const examples = looked?.map((one) => learnt(one, model.tokenizer));
        const detail = examples && { kind: 'rowUpdate' as const, step: step.step, examples };
        yield { type: 'step', ...step, isLastPhase: true, ...(detail ? { details: [detail] } : {}) };
      }
    },
    change: () => undefined,
    watch: (isWatched) => run.watch(isWatched),
    evals: () => ({}),
    output: async () => ({ kind: 'policy', params: (await run.state()).params }),
    state: async () => ({ step: lastStep, train: await run.state(), more: null }),
    dispose: () => run.dispose(),
  };
}

function learnt({ example, before, after }: LookedExample, tokenizer: Tokenizer): LearntExample {
  return {
    prompt: tokenizer.decode(example.promptIds),
    tokens: example.completionIds.map((id, t) => ({
      text: id === tokenizer.eosId ? '' : tokenizer.tokenText(id),
      before: before[t]!,
      after: after[t]!,
    })),
  };
}
