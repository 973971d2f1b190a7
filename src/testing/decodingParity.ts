/**
 * Decoding on any executor against the plainest decoder there is: the whole sequence through the interpreter again for
 * every token, no cache, no padding, no batch. Runs as it is in Node and in a page.
 */
import { Graph } from '../engine/autodiff/graph.ts';
import { type Array64, interpret } from '../engine/autodiff/interpret.ts';
import { causalMask, llamaHidden, lmLogits } from '../engine/nn/llama.ts';
import { bindParams, initParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { type GenerateRequest, type Generated, createGenerator } from '../engine/runtime/generate.ts';
import { createScorer } from '../engine/runtime/score.ts';
import { tinyLlama } from './parity.ts';

/** Weights large enough that completions differ by prompt and don't repeat, and that some meet EOS on the way. */
export const decodingParams: Float32Array = initParams(tinyLlama, 6).map((x, i) =>
  x === 1 ? x : Math.fround((i < tinyLlama.vocabSize * tinyLlama.width ? 10 : 30) * x),
);

const MAX_NEW_TOKENS = 10;
const LONGEST_PROMPT = 9;

/** Of different lengths, so that all but the longest are left-padded. */
export const prompts: readonly (readonly number[])[] = [
  [5],
  [7, 3, 40],
  [2, 30, 11, 4, 17, 23, 9, 41, 33],
  [12, 12, 45, 6],
  [28, 39],
  [19, 8, 22, 13, 37, 44],
];

/** Next-token logits after each position of one sequence, in float64: (T, V). */
export function plainLogits(params: Float32Array, tokens: readonly number[]): Float64Array[] {
  const graph = new Graph();
  const layout = llamaLayout(tinyLlama);
  const bound = bindParams(graph, layout, 'flat');
  const hidden = llamaHidden(tinyLlama, bound, {
    batch: 1,
    length: tokens.length,
    tokens: graph.input('tokens', [tokens.length], 'i32'),
    positions: graph.input('positions', [1, tokens.length], 'i32'),
    mask: causalMask(graph, tokens.length),
  });
  graph.output('logits', lmLogits(bound, hidden));
  const feeds: Record<string, Array64> = {
    params: { shape: [layout.size], data: Float64Array.from(params) },
    tokens: { shape: [tokens.length], data: Float64Array.from(tokens) },
    positions: { shape: [1, tokens.length], data: Float64Array.from(tokens.keys()) },
  };
  const { data } = interpret(graph, feeds)['logits']!;
  const V = tinyLlama.vocabSize;
  return tokens.map((_, t) => data.slice(t * V, (t + 1) * V));
}

/** Natural-log softmax. */
export function logSoftmax(logits: Float64Array): Float64Array {
  const max = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = max + Math.log(logits.reduce((sum, x) => sum + Math.exp(x - max), 0));
  return logits.map((x) => x - total);
}

export function plainGreedy(prompt: readonly number[]): number[] {
  const completion: number[] = [];
  while (completion.length < MAX_NEW_TOKENS && completion.at(-1) !== tinyLlama.eosId) {
    const last = plainLogits(decodingParams, [...prompt, ...completion]).at(-1)!;
    completion.push(last.indexOf(last.reduce((a, b) => Math.max(a, b), -Infinity)));
  }
  return completion;
}

export interface DecodingShape {
  readonly batch?: number;
  readonly promptLength?: number;
  readonly topP?: boolean;
  readonly stopIds?: readonly number[];
}

/** One request on a generator of its own. */
export async function generateOnce(
  executor: Executor,
  request: Omit<GenerateRequest, 'params'>,
  { batch = request.prompts.length, promptLength = LONGEST_PROMPT, topP = false, stopIds = [] }: DecodingShape = {},
): Promise<Generated> {
  const generator = await createGenerator({
    executor,
    config: tinyLlama,
    batch,
    promptLength,
    maxNewTokens: MAX_NEW_TOKENS,
    topP,
    stopIds,
  });
  const result = await generator.generate({ params: decodingParams, ...request });
  await generator.dispose();
  return result;
}

export const sampled = { temperature: 1, seeds: [11, 12, 13, 14, 15, 16] } as const;

/** What must hold on every device; a list of complaints, empty when all is well. */
export async function decodingComplaints(executor: Executor): Promise<string[]> {
  const complaints: string[] = [];
  const expectSame = (what: string, actual: unknown, expected: unknown): void => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b) complaints.push(`${what}: ${a} instead of ${b}`);
  };

  const greedy = { prompts, temperature: 1, greedy: true, seeds: prompts.map(() => 0) };
  const expected = prompts.map(plainGreedy);
  const inBatch = await generateOnce(executor, greedy);
  expectSame('greedy with a cache, against the plain decoder', inBatch.tokens, expected);
  expectSame(
    'which rows stopped',
    inBatch.stopped,
    expected.map((ids) => ids.at(-1) === tinyLlama.eosId),
  );

  // Tokens out of two long completions: some rows end there first, others with EOS or never.
  const [first, second] = expected.filter((ids) => ids.length > 2);
  const stopIds = [first![1]!, second![2]!];
  const halted = await generateOnce(executor, greedy, { stopIds });
  const ends = expected.map((ids) => ids.findIndex((id) => id === tinyLlama.eosId || stopIds.includes(id)));
  expectSame(
    'greedy up to the first stop token',
    halted.tokens,
    expected.map((ids, row) => (ends[row]! < 0 ? ids : ids.slice(0, ends[row]! + 1))),
  );
  expectSame(
    'which token stopped each row',
    halted.stoppedBy,
    expected.map((ids, row) => ids[ends[row]!] ?? null),
  );
  expectSame(
    'stopped means by EOS',
    halted.stopped,
    halted.stoppedBy.map((by) => by === tinyLlama.eosId),
  );

  const draw = await generateOnce(executor, { prompts, ...sampled });
  const order = [3, 0, 5, 1, 4, 2];
  const moved = await generateOnce(executor, {
    prompts: order.map((row) => prompts[row]!),
    temperature: sampled.temperature,
    seeds: order.map((row) => sampled.seeds[row]!),
  });
  expectSame(
    'sampled, rows in another order',
    moved.tokens,
    order.map((row) => draw.tokens[row]),
  );
  const inTurns = await generateOnce(executor, { prompts, ...sampled }, { batch: 4 });
  expectSame('sampled, in turns of four', inTurns.tokens, draw.tokens);
  const wider = await generateOnce(executor, { prompts, ...sampled }, { promptLength: LONGEST_PROMPT + 5 });
  expectSame('sampled, with more left padding', wider.tokens, draw.tokens);
  const narrow = await generateOnce(executor, { prompts, ...sampled, topP: 1e-6 }, { topP: true });
  expectSame('top-p of nothing is greedy', narrow.tokens, expected);
  return complaints;
}

/** Largest difference, in nats, of the scorer's log-probs from the interpreter's. */
export async function scoringError(executor: Executor): Promise<number> {
  const sequences = prompts.filter((ids) => ids.length > 1);
  const scorer = await createScorer({ executor, config: tinyLlama, batch: 2, length: LONGEST_PROMPT + 2 });
  const scored = await scorer.logprobs({ params: decodingParams, sequences });
  await scorer.dispose();
  let worst = 0;
  sequences.forEach((ids, row) => {
    const expected = plainLogits(decodingParams, ids).map(logSoftmax);
    if (scored[row]!.length !== ids.length - 1) worst = Infinity;
    scored[row]!.forEach((logprob, t) => (worst = Math.max(worst, Math.abs(logprob - expected[t]![ids[t + 1]!]!))));
  });
  return worst;
}
