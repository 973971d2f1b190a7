/**
 * Completions of prompts with the log-probability of every token. Tokens come from the engine's sampling loop;
 * log-probs from one teacher-forced pass over prompt and completion (never from the sampling pass).
 * Graphs have static shapes, so batches are padded to a few sizes and the compiled programs kept.
 */
import { InvalidInputError } from '../../errors.ts';
import type { ModelConfig } from '../../engine/nn/config.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import { type Generator, createGenerator } from '../../engine/runtime/generate.ts';
import { type Scorer, createScorer } from '../../engine/runtime/score.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import type { Reply } from '../../world/spec/types.ts';
import type { Tokenizer } from '../../world/tokenizer.ts';
import type { Completion, SamplingSettings } from '../run/protocol.ts';

/** Lengths are rounded up to a multiple of this, so that few programs are compiled. */
const LENGTH_STEP = 16;

export interface PromptText {
  readonly id: string;
  readonly family: string;
  /** The whole text the model is fed. */
  readonly text: string;
}

/** One drawn completion, before scoring. */
export interface Drawn {
  readonly promptIds: readonly number[];
  /** EOS included when the model stopped. */
  readonly completionIds: readonly number[];
  readonly text: string;
  readonly stopped: boolean;
}

/** As the world's checkers take it. */
export function toReply({ text, stopped, completionIds }: Drawn): Reply {
  return { text, stopped, tokens: completionIds.length };
}

export interface CompleterOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  readonly tokenizer: Tokenizer;
  /** Rows of a sampling or scoring run at most (default 8). */
  readonly maxBatch?: number;
}

export class Completer {
  readonly #options: CompleterOptions;
  readonly #maxBatch: number;
  readonly #generators = new Map<string, Promise<Generator>>();
  readonly #scorers = new Map<string, Promise<Scorer>>();

  constructor(options: CompleterOptions) {
    this.#options = options;
    this.#maxBatch = options.maxBatch ?? 8;
  }

  /**
   * Draws and scores. A prompt's randomness hangs on the sampling seed and its own text (and on which copy it is), not on
   * its neighbours, so that columns and refreshes are comparable.
   * @throws InvalidInputError for an empty prompt or one that leaves no room to answer
   */
  async complete(
    params: Float32Array,
    prompts: readonly PromptText[],
    sampling: SamplingSettings,
  ): Promise<Completion[]> {
    const drawn = await this.draw(
      params,
      prompts.map(({ text }) => text),
      sampling,
    );
    const logprobs = await this.logprobs(
      params,
      drawn.map(({ promptIds, completionIds }) => [...promptIds, ...completionIds]),
    );
    return drawn.map(({ promptIds, completionIds, text, stopped }, i) => {
      const prompt = prompts[i]!;
      // Position t of the log-probs belongs to token t + 1; the completion starts at token P.
      const own = logprobs[i]!.subarray(promptIds.length - 1);
      const tokens = completionIds.map((id, t) => ({
        id,
        text: this.#options.tokenizer.tokenText(id),
        logprob: own[t]!,
      }));
      const logprob = tokens.reduce((sum, token) => sum + token.logprob, 0);
      return { promptId: prompt.id, prompt: prompt.text, family: prompt.family, text, tokens, stopped, logprob };
    });
  }

  /** Draws one completion a text, in order. */
  async draw(params: Float32Array, texts: readonly string[], sampling: SamplingSettings): Promise<Drawn[]> {
    const rows = texts.map((text) => this.#promptIds(text));
    const longest = rows.reduce((most, ids) => Math.max(most, ids.length), 1);
    const promptLength = Math.min(roundUp(longest), this.#contextLength - 1);
    const maxNewTokens = Math.min(sampling.maxNewTokens, this.#contextLength - promptLength);
    const generator = await this.#generator(
      this.#batchSize(rows.length),
      promptLength,
      maxNewTokens,
      sampling.topP < 1,
    );
    const { tokens, stopped } = await generator.generate({
      params,
      prompts: rows,
      temperature: sampling.temperature,
      topP: sampling.topP,
      greedy: sampling.greedy || sampling.temperature === 0,
      seeds: promptSeeds(texts, sampling.seed),
    });
    return rows.map((promptIds, i) => {
      const completionIds = tokens[i]!;
      const text = this.#options.tokenizer.decode(completionIds);
      return { promptIds, completionIds, text, stopped: stopped[i]! };
    });
  }

  /**
   * @param sequences token ids, each of at most contextLength tokens (more: InvalidInputError)
   * @returns for each sequence the natural-log probability of tokens 1 … n−1 given those before
   */
  async logprobs(params: Float32Array, sequences: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const longest = sequences.reduce((most, ids) => Math.max(most, ids.length), 2);
    if (longest > this.#contextLength) {
      throw new InvalidInputError(
        `the text has ${longest} tokens, but the model reads at most ${this.#contextLength}: shorten it`,
      );
    }
    const length = Math.min(roundUp(longest), this.#contextLength);
    const long = sequences.filter((ids) => ids.length > 1);
    const scorer = await this.#scorer(this.#batchSize(long.length), length);
    const scored = await scorer.logprobs({ params, sequences: long });
    let next = 0;
    return sequences.map((ids) => (ids.length > 1 ? scored[next++]! : new Float32Array(0)));
  }

  async dispose(): Promise<void> {
    const programs = await Promise.allSettled([...this.#generators.values(), ...this.#scorers.values()]);
    this.#generators.clear();
    this.#scorers.clear();
    for (const program of programs) if (program.status === 'fulfilled') await program.value.dispose();
  }

  get #contextLength(): number {
    return this.#options.config.contextLength;
  }

  /** The next power of two, at most maxBatch. */
  #batchSize(count: number): number {
    let batch = 1;
    while (batch < count && batch < this.#maxBatch) batch *= 2;
    return Math.min(batch, this.#maxBatch);
  }

  #promptIds(text: string): number[] {
    const ids = this.#options.tokenizer.encode(text);
    const most = this.#contextLength - 1;
    if (ids.length === 0) throw new InvalidInputError('the prompt is empty: write something for the model to continue');
    if (ids.length > most) {
      throw new InvalidInputError(
        `the prompt has ${ids.length} tokens, but the model reads at most ${most}: shorten it`,
      );
    }
    return ids;
  }

  #generator(batch: number, promptLength: number, maxNewTokens: number, topP: boolean): Promise<Generator> {
    const { executor, config } = this.#options;
    return remember(this.#generators, `${batch}/${promptLength}/${maxNewTokens}/${topP}`, () =>
      createGenerator({ executor, config, batch, promptLength, maxNewTokens, topP }),
    );
  }

  #scorer(batch: number, length: number): Promise<Scorer> {
    const { executor, config } = this.#options;
    return remember(this.#scorers, `${batch}/${length}`, () => createScorer({ executor, config, batch, length }));
  }
}

/** One seed a row: from the run's seed, the prompt's text, and how many equal prompts came before it. */
export function promptSeeds(texts: readonly string[], seed: number): number[] {
  const copies = new Map<string, number>();
  return texts.map((text) => {
    const copy = copies.get(text) ?? 0;
    copies.set(text, copy + 1);
    return deriveSeed(seed, `completion ${copy} of ${text}`);
  });
}

function roundUp(length: number): number {
  return Math.ceil(length / LENGTH_STEP) * LENGTH_STEP;
}

/** A failed compilation isn't remembered. */
function remember<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}
