/**
 * Decoding on native ORT, ORT-wasm and the interpreter: cache, padding, seeds, EOS and the sampling distribution against
 * a decoder without any of them. WebGPU: e2e/parity.spec.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decodingComplaints,
  decodingParams,
  generateOnce,
  logSoftmax,
  plainGreedy,
  plainLogits,
  prompts,
  sampled,
  scoringError,
} from '../../testing/decodingParity.ts';
import { tinyLlama } from '../../testing/parity.ts';
import type { Executor } from './executor.ts';
import { openInterpreter } from './interpreter.ts';
import { openNative } from './native.ts';
import { openWasm } from './wasmNode.ts';

const devices: readonly (readonly [name: string, open: () => Promise<Executor>])[] = [
  ['native', () => openNative({ threads: 1 })],
  ['wasm', () => openWasm({ threads: 1 })],
  ['interpreter', () => Promise.resolve(openInterpreter())],
];

it('the completions compared are worth comparing: they differ, some stop and some don’t', () => {
  const completions = prompts.map(plainGreedy);
  expect(new Set(completions.map(String)).size).toBeGreaterThan(prompts.length / 2);
  const stopped = completions.filter((ids) => ids.at(-1) === tinyLlama.eosId);
  expect(stopped.length).toBeGreaterThan(0);
  expect(stopped.length).toBeLessThan(completions.length);
});

describe.each(devices)('%s', (_name, open) => {
  let executor: Executor;
  beforeAll(async () => {
    executor = await open();
  });
  afterAll(() => executor.dispose());

  it('decodes as the plain decoder does, whatever the padding, the order and the batch', async () => {
    expect(await decodingComplaints(executor)).toEqual([]);
  });

  it('ends each completion with its first EOS, or at the limit', async () => {
    const { tokens, stopped } = await generateOnce(executor, { prompts, ...sampled });
    tokens.forEach((ids, row) => {
      expect(ids.indexOf(tinyLlama.eosId)).toBe(stopped[row] ? ids.length - 1 : -1);
    });
  });

  it('ends each completion with its first EOS or stop token, says which, and draws the same up to there', async () => {
    const free = await generateOnce(executor, { prompts, ...sampled });
    const stopIds = [free.tokens[0]![0]!, free.tokens[2]![1]!];
    const ends = [tinyLlama.eosId, ...stopIds];
    const { tokens, stoppedBy } = await generateOnce(executor, { prompts, ...sampled }, { stopIds, batch: 4 });
    tokens.forEach((ids, row) => {
      const end = free.tokens[row]!.findIndex((id) => ends.includes(id));
      expect(ids).toEqual(end < 0 ? free.tokens[row] : free.tokens[row]!.slice(0, end + 1));
      expect(stoppedBy[row]).toBe(end < 0 ? null : free.tokens[row]![end]);
    });
    expect(new Set(stoppedBy)).toContain(stopIds[0]);
  });

  it('refuses a stop token the model doesn’t have', async () => {
    await expect(generateOnce(executor, { prompts, ...sampled }, { stopIds: [48] })).rejects.toThrow(
      "The stop token 48 is not one of the model's: choose 0 to 47.",
    );
  });

  it('scores texts as the interpreter does', async () => {
    expect(await scoringError(executor)).toBeLessThan(1e-4);
  });
});

describe('sampling', () => {
  const ROWS = 400;
  const prompt = prompts[1]!;

  async function firstTokens(topP: number): Promise<Map<number, number>> {
    const executor = await openNative({ threads: 1 });
    const { tokens } = await generateOnce(
      executor,
      {
        prompts: Array.from({ length: ROWS }, () => prompt),
        temperature: 1.7,
        topP,
        seeds: Array.from({ length: ROWS }, (_, row) => 1000 + row),
      },
      { batch: 50, topP: topP < 1 },
    );
    await executor.dispose();
    const counts = new Map<number, number>();
    for (const [first] of tokens) counts.set(first!, (counts.get(first!) ?? 0) + 1);
    return counts;
  }

  const probabilities = logSoftmax(
    plainLogits(decodingParams, prompt)
      .at(-1)!
      .map((x) => x / 1.7),
  ).map(Math.exp);

  it('draws tokens as often as softmax(logits / temperature) says', async () => {
    const counts = await firstTokens(1);
    probabilities.forEach((p, token) => {
      const deviation = Math.sqrt(ROWS * p * (1 - p));
      expect(Math.abs((counts.get(token) ?? 0) - ROWS * p), `token ${token}`).toBeLessThan(4.5 * deviation + 1);
    });
  });

  it('with top-p draws only from the nucleus, and all of it', async () => {
    const topP = 0.6;
    const ranked = Array.from(probabilities.keys()).sort((a, b) => probabilities[b]! - probabilities[a]!);
    let mass = 0;
    const nucleus = ranked.filter((token) => {
      const isKept = mass < topP;
      mass += probabilities[token]!;
      return isKept;
    });
    expect(nucleus.length).toBeGreaterThan(1);
    expect(nucleus.length).toBeLessThan(tinyLlama.vocabSize / 2);
    const counts = await firstTokens(topP);
    expect([...counts.keys()].sort()).toEqual([...nucleus].sort());
  });
});
