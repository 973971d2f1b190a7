/** What a report measures on trained weights: rates and means with their standard errors, and texts to be read. */
import { evalCompleter } from '../../src/lab/judge/evaluate.ts';
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

export interface Shared {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly tools: CheckTools;
  readonly seed: number;
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

interface Policies {
  readonly sft: Float32Array;
  readonly policy: Float32Array;
}

/** Replies at temperature 1 of SFT and of the policy to the same prompts. */
export async function compareDraws(shared: Shared, { sft, policy, judge }: Policies & { readonly judge: RewardModel }) {
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
export async function blindSheet(shared: Shared, { sft, policy }: Policies) {
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

/** Means of the two draws of a prompt; the second draws follow all first ones. */
function perPrompt(values: readonly number[]): readonly number[] {
  const count = values.length / 2;
  return Array.from({ length: count }, (_, i) => (values[i]! + values[i + count]!) / 2);
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
