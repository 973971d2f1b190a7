/**
 * A stage of on-policy RL, whatever its algorithm: the world's or the visitor's prompts, and as reward the trained reward
 * model or, as a control, gold itself. Gold is always measured beside the reward; the policy never learns from it unless
 * asked to.
 */
import { InvalidInputError } from '../../../errors.ts';
import { deriveSeed } from '../../../engine/tensor/random.ts';
import { mean, variance } from '../../../rlhf/numerics.ts';
import type {
  Completed,
  OnPolicyOptions,
  OnPolicyResume,
  OnPolicyRun,
  OnPolicyStep,
  RewardFunction,
  RewardScore,
  Rewarded,
} from '../../../rlhf/onPolicyTypes.ts';
import type { Columns } from '../../../rlhf/packedPass.ts';
import { goldEvalPrompts } from '../../../world/prompts/rlPrompts.ts';
import { goldReward } from '../../../world/spec/gold.ts';
import type { Tokenizer } from '../../../world/tokenizer.ts';
import type { Prompt } from '../../../world/types.ts';
import { type GoldHistory, type GoldProbe, createGoldProbe } from '../../judge/goldProbe.ts';
import { practicePrompts } from '../../draw/drawPairs.ts';
import { openRewardScorer } from '../../judge/rewardScoring.ts';
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { RolloutsDetail, RolloutView } from './detail.ts';
import { type OnPolicyStageSettings, PROBED } from './settings.ts';

/** Completions of a batch that are sent to be looked at. */
const SHOWN = 8;

/** Opens the algorithm. */
export type CreateRun<Settings, Read extends string, Estimate extends string> = (
  options: OnPolicyOptions & { readonly settings: Settings },
) => Promise<OnPolicyRun<Read, Estimate>>;

/** What a run needs to go on, beyond weights and moments. */
interface OnPolicyMore {
  readonly recipe: Omit<OnPolicyResume, 'step' | 'train'>;
  readonly goldHistory: GoldHistory | null;
  readonly goldScale: GoldScale | null;
}

/** @throws InvalidInputError when there is no reward model yet, or the settings don't fit the model */
export async function openOnPolicy<
  Settings extends OnPolicyStageSettings,
  Read extends string,
  Estimate extends string,
>(options: StageOptions<Settings>, createRun: CreateRun<Settings, Read, Estimate>): Promise<StageRun<RolloutsDetail>> {
  const { executor, model, document, settings, inputs, tools, resume } = options;
  const { config, tokenizer } = model;
  const policy = inputs.policies[0]!;
  // The same for every algorithm, so that two of them practise on the same prompts and are probed on the same ones.
  const seed = deriveSeed(options.seed, 'ppo');
  const prompts = practicePrompts(document, settings.prompts, deriveSeed(seed, 'prompts'));
  const promptIds = prompts.map(({ text }) => tokenizer.encode(text));
  const kept = resume && (resume.more as OnPolicyMore);
  const scale = new FirstBatchScale(kept?.goldScale ?? null);

  const goldAmong =
    (list: readonly Prompt[]) =>
    ({ promptIndex, completionIds, stopped }: Completed): number => {
      const reply = { text: tokenizer.decode(completionIds), stopped, tokens: completionIds.length };
      return goldReward(document.spec, list[promptIndex]!, reply, tools);
    };
  const { rewardFor, dispose: disposeReward } = await openReward();
  const reward = rewardFor(prompts);
  const probe = settings.goldEvery > 0 ? await openProbe() : null;
  const run = await createRun({
    executor,
    config,
    params: policy,
    reference: policy,
    seed,
    reward,
    prompts: promptIds,
    settings,
    ...(resume && kept ? { resume: { ...kept.recipe, step: resume.step, train: resume.train } } : {}),
  });

  /** @returns rewards of completions whose promptIndex counts in the list given */
  async function openReward(): Promise<{
    readonly rewardFor: (list: readonly Prompt[]) => RewardFunction;
    readonly dispose: () => Promise<void>;
  }> {
    if (settings.reward === 'gold') {
      const rewardFor = (list: readonly Prompt[]): RewardFunction => {
        const goldOf = goldAmong(list);
        return (completions) => Promise.resolve(scale.scores(completions.map(goldOf)));
      };
      return { rewardFor, dispose: () => Promise.resolve() };
    }
    if (!inputs.rewardModel) {
      throw new InvalidInputError('RL needs a reward model: train one first, or set the stage\'s reward to "gold"');
    }
    const scorer = await openRewardScorer(executor, config, inputs.rewardModel);
    const rewardFor = (list: readonly Prompt[]): RewardFunction => {
      const goldOf = goldAmong(list);
      return async (completions) => {
        const scores = await scorer.score(completions);
        return completions.map((one, i): RewardScore => ({ score: scores[i]!, gold: goldOf(one) }));
      };
    };
    return { rewardFor, dispose: () => scorer.dispose() };
  }

  function openProbe(): Promise<GoldProbe> {
    const heldout = goldEvalPrompts({ seed: deriveSeed(seed, 'gold probe'), count: PROBED }).phrasings;
    const ids = heldout.map(({ text }) => tokenizer.encode(text));
    const { maxNewTokens } = settings;
    const history = kept?.goldHistory ?? null;
    return createGoldProbe({
      executor,
      model,
      promptIds: ids,
      maxNewTokens,
      reward: rewardFor(heldout),
      seed,
      history,
    });
  }

  /** Gold on held-out prompts, where this step is to measure it. */
  async function probed(step: number, isLastPhase: boolean): Promise<Record<string, number>> {
    if (!probe || !isLastPhase || (step % settings.goldEvery !== 0 && step !== settings.updates)) return {};
    return probe.measure(await run.params());
  }

  let isWatched = false;

  async function detailOf(step: OnPolicyStep<Read, Estimate>): Promise<RolloutsDetail> {
    const shown = step.rollouts.slice(0, SHOWN);
    const ratios = isWatched && step.phase === 'minibatch' ? await run.ratios(step.rollouts.slice(0, SHOWN)) : [];
    const views = shown.map((one, i) => viewOf(one, ratios[i], prompts, tokenizer));
    return { kind: 'rollouts', phase: step.phase, rollouts: views };
  }

  return {
    totalSteps: settings.updates,
    async *steps() {
      for await (const step of run.steps()) {
        const { phase, totalSteps } = step;
        const minibatch = step.phase === 'minibatch' ? step.minibatch : null;
        const changes = step.phase === 'rollout' ? step.changes : {};
        const isLastPhase = minibatch !== null && minibatch.index === minibatch.count;
        const metrics = { ...step.metrics, ...(await probed(step.step, isLastPhase)) };
        yield {
          type: 'step',
          step: step.step,
          totalSteps,
          metrics,
          phase: { name: phase, ...minibatch },
          isLastPhase,
          details: [await detailOf(step)],
          ...(Object.keys(changes).length > 0 ? { changes } : {}),
        };
      }
    },
    change: (changed) => run.change(changed),
    watch: (watched) => (isWatched = watched),
    evals: () => probe?.evals() ?? {},
    output: async () => ({ kind: 'policy', params: await run.params() }),
    async state() {
      const { step, train, ...recipe } = await run.state();
      const more: OnPolicyMore = { recipe, goldHistory: probe?.history() ?? null, goldScale: scale.state() };
      return { step, train, more };
    },
    async dispose() {
      await run.dispose();
      await probe?.dispose();
      await disposeReward();
    },
  };
}

/** Gold on the scale of a reward model: mean 0, sd 1 on the first batch, which the reference wrote. */
class FirstBatchScale {
  #scale: GoldScale | null;

  constructor(scale: GoldScale | null) {
    this.#scale = scale;
  }

  scores(golds: readonly number[]): RewardScore[] {
    const { center, sd } = (this.#scale ??= { center: mean(golds), sd: Math.sqrt(variance(golds)) || 1 });
    return golds.map((gold) => ({ score: (gold - center) / sd, gold }));
  }

  state(): GoldScale | null {
    return this.#scale;
  }
}

interface GoldScale {
  readonly center: number;
  readonly sd: number;
}

/** What an algorithm may know of each token, by the names that the page shows them under. */
type ShownColumn = 'values' | 'advantages' | 'usedRewards' | 'plainAdvantages';

function viewOf(
  one: Completed & Partial<Rewarded> & Partial<Columns<ShownColumn>>,
  ratios: Float32Array | undefined,
  prompts: readonly Prompt[],
  tokenizer: Tokenizer,
): RolloutView {
  const { completionIds, logprobs, refLogprobs, values, advantages, score, gold } = one;
  const rewards = one.usedRewards ?? one.rewards;
  const isWhitened = one.plainAdvantages !== advantages;
  const prompt = prompts[one.promptIndex]!;
  const at = (name: string, list: Float32Array | undefined, t: number) => (list ? { [name]: list[t]! } : {});
  return {
    question: prompt.question,
    family: prompt.family,
    text: tokenizer.decode(completionIds),
    stopped: one.stopped,
    tokens: completionIds.map((id, t) => ({
      text: tokenizer.tokenText(id),
      ...at('logprob', logprobs, t),
      ...at('refLogprob', refLogprobs, t),
      ...(logprobs && refLogprobs ? { kl: logprobs[t]! - refLogprobs[t]! } : {}),
      ...at('value', values, t),
      ...at('reward', rewards, t),
      ...(isWhitened ? at('plainAdvantage', one.plainAdvantages, t) : {}),
      ...at('advantage', advantages, t),
      ...at('ratio', ratios, t),
    })),
    ...(score === undefined ? {} : { score }),
    ...(gold === undefined ? {} : { gold }),
  };
}
