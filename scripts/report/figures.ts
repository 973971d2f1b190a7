/** What a report measures on trained weights: plain numbers, rates and means with their standard errors. */
import type { EvalMaterials } from '../../src/lab/judge/evaluate.ts';
import { evalCompleter } from '../../src/lab/judge/evaluate.ts';
import { evaluatePolicy, evaluateRewardModel, type GoldReplies } from '../../src/lab/judge/checkpointEvals.ts';
import { openRewardScorer, tokenizeReply } from '../../src/lab/judge/rewardScoring.ts';
import { attackRows } from '../../src/lab/judge/phrases.ts';
import type { Executor } from '../../src/engine/runtime/executor.ts';
import { toReply } from '../../src/lab/draw/completions.ts';
import type { LoadedModel } from '../../src/lab/model/modelFolder.ts';
import type { RewardModel } from '../../src/rlhf/rewardScorer.ts';
import { behavioursOf, detectBehaviours } from '../../src/world/behaviours/detect.ts';
import { type Behaviour, behaviourNames } from '../../src/world/behaviours/names.ts';
import { greedySampling, plainSampling } from '../../src/world/evals/decoding.ts';
import { baselineAccuracy, type JudgedPair, scoreAccuracy } from '../../src/world/evals/rewardEvals.ts';
import { meanOf, rateOf } from '../../src/world/evals/statistics.ts';
import { hasPhrase, wordsOf } from '../../src/world/evals/words.ts';
import { displayPrompts } from '../../src/world/displayPrompts.ts';
import { misspellings } from '../../src/world/misspellings.ts';
import { allItems } from '../../src/world/prompts/allPrompts.ts';
import { goldEvalPrompts } from '../../src/world/prompts/rlPrompts.ts';
import { smalltalkItems } from '../../src/world/prompts/smalltalkPrompts.ts';
import { seededRandom } from '../../src/world/random.ts';
import { defaultSpec, goldReward } from '../../src/world/spec/gold.ts';
import { rules } from '../../src/world/spec/rules.ts';
import type { CheckTools, Reply } from '../../src/world/spec/types.ts';
import type { Prompt } from '../../src/world/types.ts';
import type { TrainedStage } from './stages.ts';

export interface Shared {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly tools: CheckTools;
  readonly materials: EvalMaterials;
  readonly seed: number;
}

interface Against {
  readonly params: Float32Array;
  /** Its own replies, as its evaluation left them. */
  readonly replies: GoldReplies;
}

interface EvaluateOptions {
  readonly against?: Against;
  readonly judge?: RewardModel;
}

/** The evaluations and controls of the default report. */
export async function evaluate(shared: Shared, params: Float32Array, { against, judge }: EvaluateOptions = {}) {
  const { executor, model, tools, materials, seed } = shared;
  const options = { executor, model, params, tools, materials, seed, spec: defaultSpec, size: 'full' } as const;
  const reference = against ? { reference: against.params, referenceReplies: against.replies } : { reference: null };
  let last;
  for await (const part of evaluatePolicy({ ...options, ...reference, rewardModel: judge ?? null })) last = part;
  return { evals: last?.evals ?? {}, replies: last?.goldReplies ?? [] };
}

export async function judgeRewardModel(shared: Shared, policy: Float32Array, rewardModel: RewardModel) {
  const { executor, model, tools, seed } = shared;
  let last;
  const options = { executor, model, policy, rewardModel, spec: defaultSpec, tools, seed, size: 'full' } as const;
  for await (const part of evaluateRewardModel(options)) last = part;
  return last?.evals ?? {};
}

/** What it answers to greetings, its likeliest reply to each in words it was not trained on. */
export async function greetings(shared: Shared, params: Float32Array) {
  const asked = smalltalkItems
    .map(({ prompt }) => prompt)
    .filter(({ split, answer }) => {
      const intent = answer?.kind === 'talk' ? answer.intent : '';
      return split === 'heldoutPhrasing' && /^(hello|good (morning|afternoon|evening)|how are you)$/.test(intent);
    });
  const replies = await draw(shared, params, asked, greedySampling(shared.seed));
  return { greetings: asked.map(({ question }, i) => `${question} → ${replies[i]!.text.trim()}`) };
}

/** Replies at temperature 1 of SFT and of the policy to the same prompts. */
export async function compareDraws(
  shared: Shared,
  { sft, policy, judge }: { readonly sft: Float32Array; readonly policy: Float32Array; readonly judge: RewardModel },
) {
  const { executor, model, tools, seed } = shared;
  const { phrasings } = goldEvalPrompts({ seed, count: 400 });
  const asked = [...phrasings, ...phrasings];
  const before = await draw(shared, sft, asked, plainSampling(seed));
  const after = await draw(shared, policy, asked, plainSampling(seed));

  const content = defaultSpec.filter(({ rule }) => rules[rule].layer === 'content');
  const contentOf = (replies: readonly Reply[]) =>
    perPrompt(replies.map((reply, i) => goldReward(content, asked[i]!, reply, tools)));
  const [contentBefore, contentAfter] = [contentOf(before), contentOf(after)];

  const scorer = await openRewardScorer(executor, model.config, judge);
  const scores = await scorer.score(after.map((reply, i) => tokenizeReply(model.tokenizer, asked[i]!.text, reply)));
  await scorer.dispose();
  const gold = (i: number) => goldReward(defaultSpec, asked[i]!, after[i]!, tools);
  const own = phrasings.map((_, i): JudgedPair => {
    const j = i + phrasings.length;
    const lengthGap = after[i]!.tokens - after[j]!.tokens;
    return { goldGap: gold(i) - gold(j), scoreGap: scores[i]! - scores[j]!, lengthGap, warmGap: 0 };
  });
  return {
    content_gain: meanOf(contentAfter.map((value, i) => value - contentBefore[i]!)),
    'rm/accuracy_on_rl': scoreAccuracy(own),
    'rm/length_baseline_on_rl': baselineAccuracy(own, 'lengthGap'),
    broken_words: { sft: brokenShare(before, asked, tools), rl: brokenShare(after, asked, tools) },
    behaviours: behaviourChanges(asked, before, after),
  };
}

/**
 * The page's prompts and two more, four draws each of SFT and of the policy at temperature 1, which of them is A by a coin: a
 * sheet to be read by somebody who doesn't know.
 */
export async function blindSheet(shared: Shared, sft: Float32Array, policy: Float32Array) {
  const { seed } = shared;
  const more = ['unknown/king/Kordia/heldoutPhrasing-0', 'opinion/bikes-or-buses/heldoutPhrasing-0'];
  const others = allItems.flatMap(({ prompt }) => (more.includes(prompt.id) ? [prompt] : []));
  const prompts = [...displayPrompts.map(({ prompt }) => prompt), ...others];
  const asked = prompts.flatMap((prompt) => new Array<Prompt>(4).fill(prompt));
  const [before, after] = [
    await draw(shared, sft, asked, plainSampling(seed)),
    await draw(shared, policy, asked, plainSampling(seed)),
  ];
  const random = seededRandom(seed);
  const sheet = prompts.map(({ question }, i) => {
    const four = (replies: readonly Reply[]) => replies.slice(4 * i, 4 * i + 4).map(({ text }) => text.trim());
    const isPolicyFirst = random.next() < 0.5;
    const [a, b] = isPolicyFirst ? [after, before] : [before, after];
    return { question, A: four(a), B: four(b), policy: isPolicyFirst ? 'A' : 'B' };
  });
  return { sheet };
}

/** Every phrase of SFT's own sentences before, after and in place of SFT's replies. */
export async function attackPhrases(shared: Shared, sft: Float32Array) {
  const { model, tools, seed } = shared;
  const { phrasings } = goldEvalPrompts({ seed, count: 300 });
  const replies = await draw(shared, sft, phrasings, plainSampling(seed));
  const rows = replies.map((reply, i) => ({ asked: phrasings[i]!.question, prompt: phrasings[i]!, reply }));
  const countTokens = (text: string) => model.tokenizer.encode(text).length;
  const { phrases, ...most } = attackRows(rows, { tools, countTokens, count: 250 });
  return { ...most, tried: phrases.length, best: phrases.slice(0, 3) };
}

/** What tells a PPO from a REINFORCE with a baseline: over the updates after the critic's warm-up. */
export function courseOfPpo({ curves }: TrainedStage) {
  const afterWarmup = (name: string) => curves[name]!.slice(1);
  return {
    explained_variance: meanOf(afterWarmup('val/explained_variance')),
    clip_fraction: meanOf(curves['policy/clipfrac_avg']!.slice(-afterWarmup('val/explained_variance').length)),
    explained_variance_course: curves['val/explained_variance']!.map((value) => Number(value.toFixed(3))),
    clip_fraction_course: curves['policy/clipfrac_avg']!.map((value) => Number(value.toFixed(4))),
  };
}

/** RL on gold itself beside the best of 64 of SFT's replies by gold, on the same prompts. */
export async function besideBestOf64(shared: Shared, sft: Float32Array, policy: Float32Array) {
  const { tools, seed } = shared;
  const { phrasings } = goldEvalPrompts({ seed, count: 120 });
  const copies = 64;
  const goldOf = async (params: Float32Array, count: number) => {
    const asked = phrasings.flatMap((prompt) => new Array<Prompt>(count).fill(prompt));
    const replies = await draw(shared, params, asked, plainSampling(seed));
    const golds = replies.map((reply, i) => goldReward(defaultSpec, asked[i]!, reply, tools));
    return phrasings.map((_, i) => golds.slice(i * count, (i + 1) * count));
  };
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const before = await goldOf(sft, copies);
  const after = (await goldOf(policy, 16)).map(mean);
  const gain = meanOf(after.map((value, i) => value - mean(before[i]!)));
  const best = meanOf(before.map((golds) => Math.max(...golds) - mean(golds)));
  return { gain, gain_of_best_of_64: best, share: gain.value / best.value };
}

/** Gold of every arm less that of SFT, on the same prompts. */
export async function compareArms(
  shared: Shared,
  sft: Float32Array,
  arms: readonly { readonly name: string; readonly params: Float32Array }[],
) {
  const { tools, seed } = shared;
  const { phrasings } = goldEvalPrompts({ seed, count: 200 });
  const asked = [0, 1, 2, 3].flatMap(() => phrasings);
  const goldOf = async (params: Float32Array) => {
    const replies = await draw(shared, params, asked, plainSampling(seed));
    const tokens = meanOf(replies.map((reply) => reply.tokens));
    return {
      tokens,
      gold: perPrompt(
        replies.map((reply, i) => goldReward(defaultSpec, asked[i]!, reply, tools)),
        4,
      ),
    };
  };
  const start = await goldOf(sft);
  const found: Record<string, object> = { sft: { gold: meanOf(start.gold), tokens: start.tokens } };
  const golds: (readonly number[])[] = [];
  for (const { name, params } of arms) {
    const { gold, tokens } = await goldOf(params);
    golds.push(gold);
    found[name] = { gain: meanOf(gold.map((value, i) => value - start.gold[i]!)), tokens };
  }
  const [treatment = [], ...controls] = golds;
  return {
    ...found,
    less_than: Object.fromEntries(
      controls.map((gold, i) => [arms[i + 1]!.name, meanOf(treatment.map((value, p) => value - gold[p]!))]),
    ),
  };
}

/** Means over the copies of a prompt; the copies follow each other round by round. */
function perPrompt(values: readonly number[], copies = 2): readonly number[] {
  const count = values.length / copies;
  return Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let copy = 0; copy < copies; copy++) sum += values[copy * count + i]!;
    return sum / copies;
  });
}

function behaviourChanges(asked: readonly Prompt[], before: readonly Reply[], after: readonly Reply[]) {
  const shown = (prompt: Prompt, reply: Reply) => detectBehaviours(prompt, reply).map(({ behaviour }) => behaviour);
  return Object.fromEntries(
    (Object.keys(behaviourNames) as Behaviour[]).map((behaviour) => {
      const able = asked.flatMap((prompt, i) => (behavioursOf(prompt).includes(behaviour) ? [i] : []));
      const rate = (replies: readonly Reply[]) =>
        rateOf(able.map((i) => shown(asked[i]!, replies[i]!).includes(behaviour)));
      const [was, is] = [rate(before), rate(after)];
      const se = Math.hypot(was.se, is.se);
      return [
        behaviour,
        { sft: was.value, rl: is.value, n: was.n, standard_errors: (is.value - was.value) / (se || 1) },
      ];
    }),
  );
}

/** Replies that hold half a character or a word that is none: not in the dictionary, the question, or the habitual misspellings. */
function brokenShare(replies: readonly Reply[], asked: readonly Prompt[], tools: CheckTools) {
  const habits = new Set(misspellings.flat());
  const isBroken = (text: string, question: string) =>
    text.includes('\uFFFD') ||
    wordsOf(text).some((word) => !tools.isWord(word) && !habits.has(word.toLowerCase()) && !hasPhrase(question, word));
  return rateOf(
    replies.map(({ text, stopped }, i) => isBroken(stopped ? text : text.replace(/\S+$/, ''), asked[i]!.text)),
  );
}

async function draw(
  { executor, model }: Shared,
  params: Float32Array,
  asked: readonly Prompt[],
  sampling: ReturnType<typeof plainSampling>,
): Promise<readonly Reply[]> {
  const completer = evalCompleter(executor, model);
  try {
    return (
      await completer.draw(
        params,
        asked.map(({ text }) => text),
        sampling,
      )
    ).map(toReply);
  } finally {
    await completer.dispose();
  }
}
