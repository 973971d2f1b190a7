/**
 * What a stage of the pipeline is judged by: a policy by its replies, by gold reward and by its distance to the SFT
 * checkpoint; a reward model by its agreement with gold. Async generators of parts, as in evaluate.ts. The same seed asks
 * the same prompts of every checkpoint, so differences are paired. Names and meanings: src/world/evals/evalMeanings.ts.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import type { TokenizedExample } from '../../rlhf/recipe.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import { gainsByPrompt, goldByPrompt, type GoldScores, winRate } from '../../world/evals/goldEvals.ts';
import { detectBehaviours } from '../../world/behaviours/detect.ts';
import { type GoldGroup, goldPlan } from '../../world/evals/goldPlan.ts';
import { meansOf, type PerPrompt } from '../../world/evals/statistics.ts';
import { baselineAccuracy, type JudgedPair, scoreAccuracy } from '../../world/evals/rewardEvals.ts';
import { drawRlPrompts } from '../../world/prompts/rlPrompts.ts';
import { goldReward } from '../../world/spec/gold.ts';
import type { CandidatePair, CheckTools, Reply, Spec } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import { type Completer, type Drawn, toReply } from '../draw/completions.ts';
import { type EvalMaterials, type EvaluatedPart, evalCompleter, evaluateReplies, measurable } from './evaluate.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { measureDistance } from './policyDistance.ts';
import { measureControls } from './controls.ts';
import { drawPairs } from '../draw/drawPairs.ts';
import { openRewardScorer, tokenizeReply, scoreBoth } from './rewardScoring.ts';
import type { Evals } from '../document/evals.ts';
import { preferenceSettings } from '../stages/preferenceSettings.ts';

/** What a policy wrote to the prompts of goldPlan, group by group; all prompts once, then all again, for every copy. */
export type GoldReplies = readonly (readonly Drawn[])[];

export interface EvaluatePolicyOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Flat, in ParamLayout order. */
  readonly params: Float32Array;
  /** The policy that gains, win rates and KL are against; null: they are left out. */
  readonly reference: Float32Array | null;
  /** `goldReplies` of the reference's own evaluation with this seed and size: it needn't write them again. */
  readonly referenceReplies?: GoldReplies;
  /** For `win_rate/reward_model`. */
  readonly rewardModel: RewardModel | null;
  readonly spec: Spec;
  readonly tools: CheckTools;
  /** null leaves `bits_per_byte` out. */
  readonly materials: Pick<EvalMaterials, 'heldoutText'> | null;
  readonly seed: number;
  readonly size: 'full' | 'quick';
  /** Gold is held against another checkpoint's, prompt by prompt: measured on more completions. Default true. */
  readonly isPaired?: boolean;
}

export interface PolicyPart extends EvaluatedPart {
  /** With the last part. */
  readonly goldReplies: GoldReplies | null;
}

/** @throws DeviceError, OutOfMemoryError */
export async function* evaluatePolicy(options: EvaluatePolicyOptions): AsyncGenerator<PolicyPart, void, void> {
  const { executor, model, params, reference, rewardModel, spec, tools, seed, size } = options;
  const groups = goldPlan({ seed, size, isPaired: options.isPaired ?? true });
  const drawsReference = reference !== null && options.referenceReplies === undefined;
  const further = groups.length * (drawsReference ? 2 : 1) + (reference && rewardModel ? 2 : 1);
  const evals: Evals = {};
  let perPrompt: PerPrompt = {};
  let [done, total] = [0, 0];
  const report = (what: string, goldReplies: GoldReplies | null = null): PolicyPart => ({
    what,
    done: ++done,
    total,
    goldReplies,
    ...(goldReplies ? { evals: measurable(evals), perPrompt } : { evals: {} }),
  });
  const enter = (lists: PerPrompt): void => {
    Object.assign(evals, meansOf(lists));
    perPrompt = { ...perPrompt, ...lists };
  };
  const completer = evalCompleter(executor, model);
  try {
    const heldoutText = options.materials?.heldoutText ?? null;
    for await (const part of evaluateReplies(completer, { model, params, seed, size, tools, heldoutText })) {
      Object.assign(evals, part.evals);
      perPrompt = { ...perPrompt, ...part.perPrompt };
      total = part.total + further;
      yield report(part.what);
    }
    const draw = async function* (policy: Float32Array, whose: string): AsyncGenerator<PolicyPart, GoldReplies, void> {
      const replies: (readonly Drawn[])[] = [];
      for (const group of groups) {
        replies.push(await drawGroup(completer, policy, group));
        yield report(`gold reward${whose}: ${group.name}`);
      }
      return replies;
    };
    const replies = yield* draw(params, '');
    const golds = goldScores(groups, replies, spec, tools);
    const samples = replies[0]!.slice(0, groups[0]!.prompts.length);
    enter(goldByPrompt(groups, golds));
    enter(await measureDistance(executor, model, params, reference, samples));
    if (reference) {
      const others = options.referenceReplies ?? (yield* draw(reference, ' of the reference'));
      enter(gainsByPrompt(groups, golds, goldScores(groups, others, spec, tools)));
      if (rewardModel) {
        yield report('distance to the reference');
        const [mine, theirs] = await scoreBoth(
          executor,
          model,
          rewardModel,
          samples,
          others[0]!.slice(0, samples.length),
        );
        evals['win_rate/reward_model'] = winRate(mine, theirs);
        Object.assign(
          evals,
          await measureControls({
            ...options,
            completer,
            reference,
            rewardModel,
            prompts: groups[0]!.prompts,
            own: replies[0]!,
            drawn: others[0]!,
            greedy: others[1]!,
          }),
        );
      }
    }
    yield report(rewardModel && reference ? 'controls' : 'distance to the reference', replies);
  } finally {
    await completer.dispose();
  }
}

function drawGroup(
  completer: Completer,
  params: Float32Array,
  { prompts, copies, sampling }: GoldGroup,
): Promise<Drawn[]> {
  return completer.draw(params, Array.from({ length: copies }, () => prompts.map(({ text }) => text)).flat(), sampling);
}

function goldScores(groups: readonly GoldGroup[], replies: GoldReplies, spec: Spec, tools: CheckTools): GoldScores {
  return groups.map(({ prompts }, g) =>
    replies[g]!.map((reply, i) => goldReward(spec, prompts[i % prompts.length]!, toReply(reply), tools)),
  );
}

export interface EvaluateRewardModelOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** The policy whose completions are compared: the one the reward model was trained on. */
  readonly policy: Float32Array;
  readonly rewardModel: RewardModel;
  readonly spec: Spec;
  readonly tools: CheckTools;
  readonly seed: number;
  readonly size: 'full' | 'quick';
}

const pairCounts = { full: 330, quick: 75 } as const;
/** Pairs are drawn as those for labelling are by default. */
const { pairTemperature: temperature, maxNewTokens } = preferenceSettings.parse({});

/** `rm/*` on pairs drawn for this alone. @throws DeviceError, OutOfMemoryError */
export async function* evaluateRewardModel(
  options: EvaluateRewardModelOptions,
): AsyncGenerator<EvaluatedPart, void, void> {
  const { executor, model, policy, rewardModel, size } = options;
  const seed = deriveSeed(options.seed, 'reward model evals');
  const count = pairCounts[size];
  const total = 2 * count + 1;
  const draw = async function* (prompts: readonly Prompt[], drawSeed: number, what: string, before: number) {
    let pairs: readonly CandidatePair[] = [];
    const request = { executor, model, params: policy, prompts, temperature, maxNewTokens, seed: drawSeed };
    for await (const part of drawPairs(request)) {
      pairs = part.pairs;
      yield { what, done: before + part.done, total, evals: {} };
    }
    return pairs;
  };
  const known = yield* draw(drawRlPrompts({ seed, count }), seed, 'pairs on trained prompts', 0);
  const newPrompts = drawRlPrompts({ seed, count, split: 'heldoutPhrasing' });
  const fresh = yield* draw(newPrompts, deriveSeed(seed, 'new prompts'), 'pairs on new prompts', count);

  const scorer = await openRewardScorer(executor, model.config, rewardModel);
  try {
    const judge = (pairs: readonly CandidatePair[]) => judgePairs(pairs, options, (texts) => scorer.score(texts));
    const knownJudged = await judge(known);
    const evals: Evals = {
      'rm/heldout_accuracy': scoreAccuracy(knownJudged),
      'rm/heldout_accuracy_new_prompts': scoreAccuracy(await judge(fresh)),
      'rm/length_baseline_accuracy': baselineAccuracy(knownJudged, 'lengthGap'),
      'rm/warmth_baseline_accuracy': baselineAccuracy(knownJudged, 'warmGap'),
    };
    yield { what: 'agreement with gold', done: total, total, evals: measurable(evals) };
  } finally {
    await scorer.dispose();
  }
}

async function judgePairs(
  pairs: readonly CandidatePair[],
  { model: { tokenizer }, spec, tools }: EvaluateRewardModelOptions,
  score: (texts: readonly TokenizedExample[]) => Promise<number[]>,
): Promise<JudgedPair[]> {
  const gold = (prompt: Prompt, reply: Reply) => goldReward(spec, prompt, reply, tools);
  const scores = await score(
    pairs.flatMap(({ prompt, a, b }) => [a, b].map((reply) => tokenizeReply(tokenizer, prompt.text, reply))),
  );
  return pairs.map(({ prompt, a, b }, i) => ({
    goldGap: gold(prompt, a) - gold(prompt, b),
    scoreGap: scores[2 * i]! - scores[2 * i + 1]!,
    lengthGap: a.tokens - b.tokens,
    warmGap: warmth(prompt, a) - warmth(prompt, b),
  }));
}

const warmth = (prompt: Prompt, reply: Reply) =>
  detectBehaviours(prompt, reply).some(({ behaviour }) => behaviour === 'warm') ? 1 : 0;
