/**
 * Judges one set of weights by the world's evaluation plan: draws the replies, scores held-out text, hands both to the
 * world's scorers. An async generator of its parts, so that a long evaluation shows progress and can be stopped.
 * What is asked and what counts as right is in src/world/evals.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import { bitsPerByte, heldoutWindows } from '../../world/evals/bitsPerByte.ts';
import { type EvalGroup, evalPlan } from '../../world/evals/evalPlan.ts';
import { type EvalReply, replySamples } from '../../world/evals/scoreEvals.ts';
import { type PerPrompt, perPromptOf, valueOf } from '../../world/evals/statistics.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { DictionaryText } from '../../world/spelling.ts';
import { createCheckTools } from './checkTools.ts';
import { Completer } from '../draw/completions.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { Eval, Evals } from '../document/evals.ts';

/** What evaluations need besides the model; where the files lie is the caller's matter. */
export interface EvalMaterials {
  /** The spelling oracle: dictionary-en's files. */
  readonly dictionary: DictionaryText;
  /** Documents separated by `<|endoftext|>` that pre-training never saw. */
  readonly heldoutText: string;
}

export interface EvaluateOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Flat, in ParamLayout order. */
  readonly params: Float32Array;
  readonly seed: number;
  readonly materials: EvalMaterials;
  /** `quick` asks a quarter of the questions. Default `full`. */
  readonly size?: 'full' | 'quick';
}

export interface EvaluatedPart {
  /** What was just done, in plain words. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** All figures, with the last part; empty before. */
  readonly evals: Evals;
  /** With the last part: what those figures are means of that are of single prompts. */
  readonly perPrompt?: PerPrompt;
}

/** Larger than a display batch: there are hundreds of prompts. */
const ROWS = 64;

/** A completer for hundreds of prompts. */
export function evalCompleter(executor: Executor, { config, tokenizer }: LoadedModel): Completer {
  return new Completer({ executor, config, tokenizer, maxBatch: ROWS });
}

/** Same weights, seed and device → same figures. */
export async function* evaluate(options: EvaluateOptions): AsyncGenerator<EvaluatedPart, void, void> {
  const { materials, executor, model } = options;
  const completer = evalCompleter(executor, model);
  try {
    const tools = createCheckTools(materials.dictionary);
    yield* evaluateReplies(completer, { ...options, tools, heldoutText: materials.heldoutText });
  } finally {
    await completer.dispose();
  }
}

export interface EvaluateRepliesOptions extends Pick<EvaluateOptions, 'model' | 'params' | 'seed' | 'size'> {
  readonly tools: CheckTools;
  /** null leaves `bits_per_byte` out. */
  readonly heldoutText: string | null;
}

/** What `evaluate` does, with everything it needs already open. */
export async function* evaluateReplies(
  completer: Completer,
  options: EvaluateRepliesOptions,
): AsyncGenerator<EvaluatedPart, void, void> {
  const { model, params, seed, tools, heldoutText } = options;
  const groups = evalPlan({ seed, size: options.size ?? 'full' });
  const total = groups.length + 1;
  const replies: EvalReply[][] = [];
  for (const [index, group] of groups.entries()) {
    replies.push(await drawReplies(completer, params, group));
    yield { what: group.name, done: index + 1, total, evals: {} };
  }
  const samples = Object.entries(replySamples(groups, replies, (word) => tools.isWord(word)));
  const evals: Evals = {
    ...(heldoutText === null ? {} : { bits_per_byte: await measureBitsPerByte(completer, model, params, heldoutText) }),
    ...Object.fromEntries(samples.map(([name, sample]) => [name, valueOf(sample)])),
  };
  yield {
    what: heldoutText === null ? 'scores' : 'held-out text',
    done: total,
    total,
    evals: measurable(evals),
    perPrompt: Object.fromEntries(samples.map(([name, sample]) => [name, perPromptOf(sample)])),
  };
}

async function drawReplies(completer: Completer, params: Float32Array, group: EvalGroup): Promise<EvalReply[]> {
  const drawn = await completer.draw(
    params,
    group.prompts.map(({ text }) => text),
    group.sampling,
  );
  return drawn.map(({ text, stopped, completionIds }) => ({ text, stopped, tokens: completionIds }));
}

async function measureBitsPerByte(
  completer: Completer,
  model: LoadedModel,
  params: Float32Array,
  text: string,
): Promise<Eval> {
  const windows = heldoutWindows(model.tokenizer, text, model.config.contextLength);
  const logprobs = await completer.logprobs(
    params,
    windows.map(({ ids }) => ids),
  );
  return bitsPerByte(
    windows.map(({ bytes }, i) => ({ bytes, nats: -logprobs[i]!.reduce((sum, logprob) => sum + logprob, 0) })),
  );
}

/** A model that wrote no word has no word rate: such a figure is left out, not made up. */
export function measurable(evals: Evals): Evals {
  return Object.fromEntries(
    Object.entries(evals).filter(([, { value, se }]) => Number.isFinite(value) && Number.isFinite(se)),
  );
}
