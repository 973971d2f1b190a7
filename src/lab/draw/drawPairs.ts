/**
 * Pairs to compare: two completions of each prompt from the current policy, drawn part by part; and preferences as the
 * recipes take them.
 */
import { createGenerator } from '../../engine/runtime/generate.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import { largest } from '../../rlhf/numerics.ts';
import type { TokenizedPreference } from '../../rlhf/pairBatches.ts';
import { DRAWN_TOGETHER } from '../../rlhf/passShapes.ts';
import { drawRlPrompts } from '../../world/prompts/rlPrompts.ts';
import { seededRandom } from '../../world/random.ts';
import type { CandidatePair, Preference, Reply } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import type { Tokenizer } from '../../world/tokenizer.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { type CrossShares, crossPrompts, retold } from './crossPrompts.ts';
import { toOwnPrompt, toPromptText } from './promptText.ts';

/** Pairs drawn in one run of the sampling loop. */
const PAIRS_AT_ONCE = DRAWN_TOGETHER / 2;

export interface DrawPairsOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly params: Float32Array;
  readonly prompts: readonly Prompt[];
  readonly temperature: number;
  readonly maxNewTokens: number;
  /**
   * Which prompts trade their second completions, so that an answer meets a refusal, an “I do not know”, or what fits
   * elsewhere. Default: none.
   */
  readonly crossed?: CrossShares;
  readonly seed: number;
}

/** Two completions of every prompt; pairs with the same text are left out. Yields after each part; the last holds all. */
export async function* drawPairs(
  options: DrawPairsOptions,
): AsyncGenerator<{ readonly done: number; readonly pairs: readonly CandidatePair[] }, void, void> {
  const { executor, model, prompts, seed } = options;
  const { tokenizer } = model;
  const ids = prompts.map(({ text }) => tokenizer.encode(text));
  const promptLength = largest(ids.map((row) => row.length));
  const maxNewTokens = Math.min(options.maxNewTokens, model.config.contextLength - promptLength);
  const batch = 2 * PAIRS_AT_ONCE;
  const generator = await createGenerator({ executor, config: model.config, batch, promptLength, maxNewTokens });
  const random = seededRandom(deriveSeed(seed, 'crossed prompts'));
  const pairs: CandidatePair[] = [];
  try {
    for (let start = 0; start < prompts.length; start += PAIRS_AT_ONCE) {
      const part = prompts.slice(start, start + PAIRS_AT_ONCE);
      const drawn = await generator.generate({
        params: options.params,
        prompts: part.flatMap((_, i) => [ids[start + i]!, ids[start + i]!]),
        temperature: options.temperature,
        seeds: part.flatMap((_, i) => [0, 1].map((copy) => deriveSeed(seed, 'pair', start + i, copy))),
      });
      const replyAt = (row: number): Reply => ({
        text: tokenizer.decode(drawn.tokens[row]!),
        stopped: drawn.stopped[row]!,
        tokens: drawn.tokens[row]!.length,
      });
      const partners = crossPrompts(part, options.crossed ?? { twins: 0, others: 0 }, random);
      part.forEach((prompt, i) => {
        const partner = partners[i]!;
        const [a, b] = [replyAt(2 * i), retold(replyAt(2 * partner + 1), part[partner]!, prompt)];
        if (a.text !== b.text) pairs.push({ id: `${seed}/${start + i}`, prompt, a, b });
      });
      yield { done: start + part.length, pairs };
    }
  } finally {
    await generator.dispose();
  }
}

/** Own prompts where there are any, else the world's in the RL mix. */
export function practicePrompts(
  { data }: { readonly data: { readonly prompts: readonly string[] } },
  count: number,
  seed: number,
): readonly Prompt[] {
  const own = data.prompts;
  if (own.length === 0) return drawRlPrompts({ seed, count });
  const order = seededRandom(seed).shuffle(own.map(toOwnPrompt));
  return Array.from({ length: count }, (_, i) => order[i % order.length]!);
}

/** Rows for the recipe. Pairs called bad both ways teach nothing and are left out. */
export function tokenizePreferences(
  tokenizer: Tokenizer,
  preferences: readonly Preference[],
): readonly TokenizedPreference[] {
  const completion = (text: string, stopped = true) => [
    ...tokenizer.encode(text.startsWith(' ') ? text : ` ${text}`),
    ...(stopped ? [tokenizer.eosId] : []),
  ];
  return preferences
    .filter(({ bothBad }) => bothBad !== true)
    .map(({ prompt, chosen, rejected, chosenStopped, rejectedStopped, tie, margin, labeler }) => ({
      promptIds: tokenizer.encode(toPromptText(prompt)),
      chosenIds: completion(chosen, chosenStopped),
      rejectedIds: completion(rejected, rejectedStopped),
      isTie: tie ?? false,
      ...(margin === undefined ? {} : { margin }),
      group: labeler,
    }));
}
