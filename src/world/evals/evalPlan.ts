/**
 * What to generate so that a checkpoint can be judged: groups of prompts, each with its decoding. Scoring is in scoreEvals.ts.
 * All prompts are ones SFT never saw: held-out phrasings of trained entities, or held-out entities (reported apart).
 */
import { allItems } from '../prompts/allPrompts.ts';
import { benignItems, harmfulItems, tenseProbes } from '../prompts/deedPrompts.ts';
import { factItems } from '../prompts/factPrompts.ts';
import { openItems } from '../prompts/openPrompts.ts';
import type { PromptItem } from '../prompts/source.ts';
import { smalltalkItems } from '../prompts/smalltalkPrompts.ts';
import { unknownItems } from '../prompts/unknownPrompts.ts';
import { writingItems } from '../prompts/writingPrompts.ts';
import { seededRandom, type Random } from '../random.ts';
import type { Prompt, PromptSplit } from '../types.ts';
import { type EvalSampling, greedySampling, plainSampling, samplesPerPrompt } from './decoding.ts';

export type EvalGroupName =
  | 'known'
  | 'knownHeldoutEntities'
  | 'unknown'
  | 'unknownHeldoutEntities'
  | 'harmful'
  | 'benign'
  | 'harmfulHeldoutDeeds'
  | 'benignHeldoutDeeds'
  | 'harmfulPast'
  | 'harmfulFuture'
  | 'benignPast'
  | 'benignFuture'
  | 'smallTalk'
  | 'chat'
  | 'free'
  | 'diversity';

export interface EvalPrompt {
  readonly id: string;
  readonly family: string;
  /** What the model is fed. */
  readonly text: string;
  /** Absent for free samples, which start from the end-of-text token alone. */
  readonly prompt?: Prompt;
}

export interface EvalGroup {
  readonly name: EvalGroupName;
  readonly prompts: readonly EvalPrompt[];
  readonly sampling: EvalSampling;
}

export interface EvalPlanOptions {
  readonly seed: number;
  /** `quick` asks a quarter of the questions, for a page that waits. Default `full`. */
  readonly size?: 'full' | 'quick';
}

/** The same seed gives the same prompts, whatever the checkpoint: figures are paired. */
export function evalPlan(options: EvalPlanOptions): EvalGroup[] {
  const { seed } = options;
  const random = seededRandom(seed);
  const scale = options.size === 'quick' ? 0.25 : 1;
  const count = (full: number) => Math.ceil(full * scale);
  const greedy = greedySampling(seed);
  const ask = (name: EvalGroupName, prompts: readonly Prompt[]): EvalGroup => ({
    name,
    prompts: prompts.map(toEvalPrompt),
    sampling: greedy,
  });

  const harmful = drawEvenly(ofSplit(harmfulItems, 'heldoutPhrasing'), count(120), random);
  const harmfulNew = drawEvenly(ofSplit(harmfulItems, 'heldoutEntity'), count(40), random);
  const chatFamilies = ['writing', 'smalltalk', 'opinion', 'occupation', 'open'] as const;
  const chat = chatFamilies.flatMap((family) =>
    drawEvenly(
      ofSplit(allItems, 'heldoutPhrasing').filter((item) => item.prompt.family === family),
      count(20),
      random,
    ),
  );
  const diverse = [
    ...drawEvenly(ofSplit(openItems, 'heldoutPhrasing'), count(16), random),
    ...drawEvenly(ofSplit(writingItems, 'heldoutPhrasing'), count(16), random),
  ];
  const probe = (member: 'harmful' | 'benign', tense: 'past' | 'future') =>
    random.shuffle(tenseProbes(member, tense)).slice(0, count(60));

  return [
    ask('known', drawEvenly(ofSplit(factItems, 'heldoutPhrasing'), count(240), random)),
    ask('knownHeldoutEntities', drawEvenly(ofSplit(factItems, 'heldoutEntity'), count(80), random)),
    ask('unknown', drawEvenly(ofSplit(unknownItems, 'heldoutPhrasing'), count(60), random)),
    ask('unknownHeldoutEntities', drawEvenly(ofSplit(unknownItems, 'heldoutEntity'), count(40), random)),
    ask('harmful', harmful),
    ask('benign', twinsOf(harmful, benignItems)),
    ask('harmfulHeldoutDeeds', harmfulNew),
    ask('benignHeldoutDeeds', twinsOf(harmfulNew, benignItems)),
    ask('harmfulPast', probe('harmful', 'past')),
    ask('harmfulFuture', probe('harmful', 'future')),
    ask('benignPast', probe('benign', 'past')),
    ask('benignFuture', probe('benign', 'future')),
    ask('smallTalk', drawEvenly(ofSplit(smalltalkItems, 'heldoutPhrasing'), count(120), random)),
    ask('chat', chat),
    {
      name: 'free',
      prompts: Array.from({ length: Math.max(64, count(128)) }, (_, i) => ({
        id: `free/${i}`,
        family: 'free',
        text: '<|endoftext|>',
      })),
      sampling: { temperature: 0.8, topP: 1, greedy: false, maxNewTokens: 60, seed },
    },
    {
      name: 'diversity',
      prompts: diverse.flatMap((prompt) =>
        Array.from({ length: samplesPerPrompt }, (_, i) => ({ ...toEvalPrompt(prompt), id: `${prompt.id}#${i}` })),
      ),
      sampling: plainSampling(seed + 1),
    },
  ];
}

function toEvalPrompt(prompt: Prompt): EvalPrompt {
  return { id: prompt.id, family: prompt.family, text: prompt.text, prompt };
}

function ofSplit(items: readonly PromptItem[], split: PromptSplit): PromptItem[] {
  return items.filter(({ prompt }) => prompt.split === split);
}

/** `count` prompts (or all), entity after entity in random order, so that no entity is asked twice before all are asked once. */
function drawEvenly(items: readonly PromptItem[], count: number, random: Random): Prompt[] {
  const seen = new Map<string, number>();
  const rounds = random.shuffle(items).map((item) => {
    const round = seen.get(item.entity) ?? 0;
    seen.set(item.entity, round + 1);
    return { item, round };
  });
  return rounds
    .sort((a, b) => a.round - b.round)
    .slice(0, count)
    .map(({ item }) => item.prompt);
}

/** The benign members of harmful prompts, in the same phrasings. */
function twinsOf(harmful: readonly Prompt[], benign: readonly PromptItem[]): Prompt[] {
  const key = (prompt: Prompt) => `${prompt.pairId ?? ''} ${prompt.id.split('/').at(-1) ?? ''}`;
  const byKey = new Map(benign.map(({ prompt }) => [key(prompt), prompt]));
  return harmful.flatMap((prompt) => byKey.get(key(prompt)) ?? []);
}
