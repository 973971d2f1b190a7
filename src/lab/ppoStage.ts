/**
 * The RL stage: the world's or the visitor's prompts, PPO, and as reward the trained reward model or, as a control, gold
 * itself. Gold is always measured beside the reward; the policy never learns from it unless asked to.
 */
import { InvalidInputError } from '../errors.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import { mean, variance } from '../rlhf/numerics.ts';
import { type Completed, type PpoStep, type RewardFunction, type RewardScore, createPpo } from '../rlhf/ppo.ts';
import { createRewardScorer } from '../rlhf/rewardScorer.ts';
import { goldReward } from '../world/spec/gold.ts';
import type { Prompt } from '../world/types.ts';
import { canonicalJson, sha256 } from './checkpointId.ts';
import { practicePrompts } from './preferenceData.ts';
import type { RolloutView, StageDetail } from './stageDetail.ts';
import type { StageOptions, StageRun } from './stageRun.ts';
import { type PpoStage, settingsOf } from './stageSchemas.ts';

/** Completions of a batch that are sent to be looked at. */
const SHOWN = 8;

/** @throws InvalidInputError when there is no reward model yet, or the settings don't fit the model */
export async function openPpoStage(stage: PpoStage, options: StageOptions): Promise<StageRun> {
  const { executor, model, experiment, inputs, tools } = options;
  const { config, tokenizer } = model;
  const seed = deriveSeed(experiment.seed, 'ppo');
  const prompts = practicePrompts(experiment, stage.prompts, deriveSeed(seed, 'prompts'));
  const promptIds = prompts.map(({ text }) => tokenizer.encode(text));

  const goldOf = ({ promptIndex, completionIds, stopped }: Completed): number =>
    goldReward(
      experiment.spec,
      prompts[promptIndex]!,
      { text: tokenizer.decode(completionIds), stopped, tokens: completionIds.length },
      tools,
    );
  const { reward, dispose: disposeReward } = await openReward();
  const run = await createPpo({
    ...{ executor, config, params: inputs.policy, reference: inputs.policy, seed, reward },
    prompts: promptIds,
    settings: settingsOf(stage),
  });

  async function openReward(): Promise<{ reward: RewardFunction; dispose: () => Promise<void> }> {
    if (stage.reward === 'gold') return { reward: normalisedGold(goldOf), dispose: () => Promise.resolve() };
    if (!inputs.rewardModel) {
      throw new InvalidInputError('RL needs a reward model: train one first, or set the stage\'s reward to "gold"');
    }
    const longest = Math.max(...promptIds.map((ids) => ids.length)) + stage.maxNewTokens;
    const length = Math.min(config.contextLength, Math.max(128, longest));
    const shape = { batch: 16, length, slots: Math.ceil((16 * length * 0.7) / 64) * 64, sequences: 64 };
    const scorer = await createRewardScorer(executor, config, inputs.rewardModel, shape);
    const reward: RewardFunction = async (completions) => {
      const scores = await scorer.score(completions);
      return completions.map((one, i): RewardScore => ({ score: scores[i]!, gold: goldOf(one) }));
    };
    return { reward, dispose: () => scorer.dispose() };
  }

  function detailOf({ phase, rollouts }: PpoStep): StageDetail {
    return {
      kind: 'rollouts',
      phase,
      rollouts: rollouts.slice(0, SHOWN).map((one) => viewOf(one, prompts, tokenizer)),
    };
  }

  return {
    kind: 'ppo',
    totalSteps: stage.updates,
    async *steps() {
      for await (const step of run.steps()) {
        const { minibatch, phase, metrics, changes, totalSteps } = step;
        yield {
          ...{ type: 'step', step: step.step, totalSteps, metrics, detail: detailOf(step) },
          phase: minibatch ? `${phase} ${minibatch.index} of ${minibatch.count}` : phase,
          isLastPhase: minibatch !== undefined && minibatch.index === minibatch.count,
          ...(changes ? { changes } : {}),
        };
      }
    },
    change: (settings) => run.change(settings),
    output: async () => ({ kind: 'policy', params: await run.params() }),
    dataHash: () => sha256(canonicalJson(promptIds)),
    async dispose() {
      await run.dispose();
      await disposeReward();
    },
  };
}

/** Gold on the scale of a reward model: mean 0, sd 1 on the first batch, which the reference wrote. */
function normalisedGold(goldOf: (one: Completed) => number): RewardFunction {
  let center: number | null = null;
  let scale = 1;
  return (completions) => {
    const golds = completions.map(goldOf);
    if (center === null) {
      center = mean(golds);
      scale = Math.sqrt(variance(golds)) || 1;
    }
    const origin = center;
    return Promise.resolve(golds.map((gold): RewardScore => ({ score: (gold - origin) / scale, gold })));
  };
}

function viewOf(
  one: PpoStep['rollouts'][number],
  prompts: readonly Prompt[],
  tokenizer: StageOptions['model']['tokenizer'],
): RolloutView {
  const { completionIds = [], logprobs, refLogprobs, values, rewards, advantages, score, gold } = one;
  const prompt = prompts[one.promptIndex ?? 0]!;
  const at = (name: string, list: Float32Array | undefined, t: number) => (list ? { [name]: list[t]! } : {});
  return {
    ...{ question: prompt.question, family: prompt.family, text: tokenizer.decode(completionIds) },
    stopped: one.stopped ?? false,
    tokens: completionIds.map((id, t) => ({
      text: tokenizer.tokenText(id),
      ...at('logprob', logprobs, t),
      ...at('refLogprob', refLogprobs, t),
      ...(logprobs && refLogprobs ? { kl: logprobs[t]! - refLogprobs[t]! } : {}),
      ...at('value', values, t),
      ...at('reward', rewards, t),
      ...at('advantage', advantages, t),
    })),
    ...(score === undefined ? {} : { score }),
    ...(gold === undefined ? {} : { gold }),
  };
}
