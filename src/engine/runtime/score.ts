/**
 * Teacher-forced log-probs: of every token of given texts, under given parameters, in one pass a batch.
 */
import { InvalidInputError } from '../../errors.ts';
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import type { ModelConfig } from '../nn/config.ts';
import { llamaHidden, lmLogits, segmentMask, tokenLogprobs } from '../nn/llama.ts';
import { type ParamBinding, bindParams, llamaLayout } from '../nn/paramLayout.ts';
import { type HostTensor, f32, i32 } from '../tensor/hostTensor.ts';
import type { Executor } from './executor.ts';
import { ParamFeeder, type ParamSource, bindingOf } from './paramFeeder.ts';

export interface ScorerOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** B: texts in one run; more are taken in turns. */
  readonly batch: number;
  /** T: longest text, in tokens. */
  readonly length: number;
}

export interface ScoreRequest {
  readonly params: ParamSource;
  /** Token ids, 2 … T + 1 of them each. */
  readonly sequences: readonly (readonly number[])[];
}

export interface Scorer {
  /** @returns for each sequence the natural-log probability of each token but the first, given those before it: length − 1 values, nats */
  logprobs(request: ScoreRequest): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}

export async function createScorer({ executor, config, batch, length }: ScorerOptions): Promise<Scorer> {
  const program = await executor.compile(scoringGraph(config, batch, length, bindingOf(executor)), { name: 'score' });
  const params = new ParamFeeder(executor, llamaLayout(config));

  async function scoreBatch(source: ParamSource, sequences: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const size = batch * length;
    const tokens = new Int32Array(size).fill(config.padId);
    const targets = new Int32Array(size);
    const positions = new Int32Array(size);
    const segments = new Float32Array(size);
    sequences.forEach((ids, row) => {
      for (let t = 0; t < ids.length - 1; t++) {
        const at = row * length + t;
        tokens[at] = ids[t]!;
        targets[at] = ids[t + 1]!;
        positions[at] = t;
        segments[at] = 1;
      }
    });
    const { logprobs } = await program.run({
      ...(await params.feeds(source)),
      tokens: i32(tokens),
      targets: i32(targets, [size, 1]),
      positions: i32(positions, [batch, length]),
      segments: f32(segments, [batch, length]),
    });
    const values = (logprobs as HostTensor).data as Float32Array;
    return sequences.map((ids, row) => values.slice(row * length, row * length + ids.length - 1));
  }

  return {
    async logprobs({ params: source, sequences }) {
      const bad = sequences.findIndex((ids) => ids.length < 2 || ids.length > length + 1);
      if (bad >= 0) {
        throw new InvalidInputError(
          `Text ${bad + 1} has ${sequences[bad]!.length} tokens; it needs 2 to ${length + 1}. Shorten or split it.`,
        );
      }
      const result: Float32Array[] = [];
      for (let start = 0; start < sequences.length; start += batch) {
        for (const row of await scoreBatch(source, sequences.slice(start, start + batch))) result.push(row);
      }
      return result;
    },
    async dispose() {
      await program.dispose();
      params.dispose();
    },
  };
}

/** Inputs: parameters, tokens (B·T), targets (B·T, 1), positions (B, T), segments (B, T); output logprobs (B·T, 1). */
function scoringGraph(config: ModelConfig, batch: number, length: number, binding: ParamBinding): Graph {
  const graph = new Graph();
  const params = bindParams(graph, llamaLayout(config), binding);
  const hidden = llamaHidden(config, params, {
    batch,
    length,
    tokens: graph.input('tokens', [batch * length], 'i32'),
    positions: graph.input('positions', [batch, length], 'i32'),
    mask: segmentMask(graph.input('segments', [batch, length])),
  });
  const targets = graph.input('targets', [batch * length, 1], 'i32');
  graph.output('logprobs', ops.reshape(tokenLogprobs(lmLogits(params, hidden), targets), [batch * length, 1]));
  return graph;
}
