/**
 * The two graphs of decoding with a key/value cache: prefill (the whole left-padded prompt) and one step (one token a row).
 * Shapes are static: the cache has room for prompt and completion from the start.
 */
import { Graph, type Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import type { ModelConfig } from './config.ts';
import { NO_ATTENTION, llamaHidden, lmLogits, segmentMask } from './llama.ts';
import { type ParamBinding, type ParamLayout, bindParams, llamaLayout } from './paramLayout.ts';
import { i32 } from '../tensor/hostTensor.ts';
import { numel } from '../tensor/shape.ts';
import { gumbel, iota, sampleToken } from './sampling.ts';

export interface DecodeShape {
  /** B */
  readonly batch: number;
  /** P */
  readonly promptLength: number;
  /** C */
  readonly maxNewTokens: number;
  /** Whether the graph holds the top-p filter. */
  readonly topP: boolean;
  /** Of the parameters fed; default llamaLayout. A policy with a value head has more. */
  readonly layout?: ParamLayout;
  /** Tokens that end a row as EOS does. */
  readonly stopIds?: readonly number[];
}

/** Values that one step hands to the next: input x, output `x:next`. */
export const carriedNames = (config: ModelConfig): string[] => [
  'step',
  'finished',
  'tokens',
  'logits',
  ...cacheNames(config),
];

const keyName = (layer: number) => `key_${layer}`;
const valueName = (layer: number) => `value_${layer}`;
export const cacheNames = (config: ModelConfig): string[] =>
  Array.from({ length: config.layers }, (_, n) => [keyName(n), valueName(n)]).flat();

/** The cache as attention's two products read it, so that no step turns all of it round. */
const CACHE_AXES = { key: 'bhdk', value: 'bhkd' } as const;

/**
 * Inputs: parameters, tokens (B·P) i32, positions (B, P) i32, segments (B, P) f32.
 * Outputs: logits (B, V) after the last prompt token; the caches as tables whose rows one step writes: key_n
 * (B·H·d·(P + C), 1) and value_n (B·H·(P + C), d), zero where nothing is written yet.
 */
export function prefillGraph(
  config: ModelConfig,
  { batch, promptLength, maxNewTokens, layout = llamaLayout(config) }: DecodeShape,
  binding: ParamBinding,
): Graph {
  const graph = new Graph();
  const params = bindParams(graph, layout, binding);
  const inputs = {
    batch,
    length: promptLength,
    tokens: graph.input('tokens', [batch * promptLength], 'i32'),
    positions: graph.input('positions', [batch, promptLength], 'i32'),
    mask: segmentMask(graph.input('segments', [batch, promptLength])),
  };
  const channels = config.width / config.heads;
  const hidden = llamaHidden(config, params, inputs, (layer, own) => {
    const key = ops.transpose(own.key, [0, 2, 3, 1]);
    const value = ops.transpose(own.value, [0, 2, 1, 3]);
    const roomForKeys = ops.pad(key, [0, 0, 0, 0], [0, 0, 0, maxNewTokens]);
    const roomForValues = ops.pad(value, [0, 0, 0, 0], [0, 0, maxNewTokens, 0]);
    graph.output(keyName(layer), ops.reshape(roomForKeys, [numel(roomForKeys.shape), 1]));
    graph.output(valueName(layer), ops.reshape(roomForValues, [numel(roomForValues.shape) / channels, channels]));
    return { key, value, axes: CACHE_AXES };
  });
  const rows = ops.reshape(hidden, [batch, promptLength, config.width]);
  const last = ops.slice(rows, [0, promptLength - 1, 0], [batch, promptLength, config.width]);
  graph.output('logits', lmLogits(params, ops.reshape(last, [batch, config.width])));
  return graph;
}

/**
 * One step: draw a token from `logits`, feed it, give the next logits.
 * Inputs: parameters; carried step (scalar, from 0), finished (B, 1), tokens (B, C), logits (B, V), caches; firstKey (B, 1), the
 * index of each row's first real token; inverseTemperature, topP, noiseScale (0 = greedy, 1) scalars; uniforms in (0, 1),
 * (C, B, V) when looped inside one run, else (B, V).
 * Outputs: every carried value as `x:next`, and, when looped, `goOn`, a bool scalar: some row has met neither EOS nor a stop.
 */
export function stepGraph(config: ModelConfig, shape: DecodeShape, binding: ParamBinding, isLooped: boolean): Graph {
  const { batch, promptLength, maxNewTokens, layout = llamaLayout(config), stopIds = [] } = shape;
  const { vocabSize, heads, width } = config;
  const size = promptLength + maxNewTokens;
  const graph = new Graph();
  const params = bindParams(graph, layout, binding);
  const step = graph.input('step', []);
  const finished = graph.input('finished', [batch, 1]);
  const tokens = graph.input('tokens', [batch, maxNewTokens]);
  const firstKey = graph.input('firstKey', [batch, 1]);
  const uniforms = isLooped
    ? ops.gather(graph.input('uniforms', [maxNewTokens, batch, vocabSize]), ops.cast(step, 'i32'))
    : graph.input('uniforms', [batch, vocabSize]);

  const token = sampleToken(
    graph.input('logits', [batch, vocabSize]),
    ops.mul(gumbel(uniforms), graph.input('noiseScale', [])),
    graph.input('inverseTemperature', []),
    shape.topP ? graph.input('topP', []) : undefined,
  );
  graph.output('tokens:next', ops.where(ops.equal(iota(graph, maxNewTokens), step), token, tokens));
  const nowFinished = [config.eosId, ...stopIds].reduce(
    (done, id) => ops.maximum(done, ops.cast(ops.equal(token, id), 'f32')),
    finished,
  );
  graph.output('finished:next', nowFinished);
  if (isLooped) graph.output('goOn', ops.less(ops.reduceSum(nowFinished), batch));

  const position = ops.add(step, promptLength);
  const places = iota(graph, size);
  const isVisible = ops.and(ops.not(ops.less(places, firstKey)), ops.not(ops.greater(places, position)));
  const now = ops.cast(position, 'i32');
  const inputs = {
    batch,
    length: 1,
    tokens: ops.reshape(ops.cast(token, 'i32'), [batch]),
    positions: ops.cast(ops.sub(position, firstKey), 'i32'),
    mask: ops.reshape(ops.where(isVisible, 0, NO_ATTENTION), [batch, 1, 1, size]),
  };
  const hidden = llamaHidden(config, params, inputs, (layer, own) => {
    const channels = width / heads;
    const write = (name: string, values: Tensor, rowWidth: number) => {
      const rows = (batch * width) / rowWidth;
      const table = graph.input(name, [rows * size, rowWidth]);
      const places = ops.add(everyNth(graph, rows, size), now);
      const cache = ops.writeRows(table, places, ops.reshape(values, [rows, rowWidth]));
      graph.output(`${name}:next`, cache);
      return cache;
    };
    return {
      key: ops.reshape(write(keyName(layer), own.key, 1), [batch, heads, channels, size]),
      value: ops.reshape(write(valueName(layer), own.value, channels), [batch, heads, size, channels]),
      axes: CACHE_AXES,
    };
  });
  graph.output('logits:next', lmLogits(params, hidden));
  graph.output('step:next', ops.add(step, 1));
  return graph;
}

/** (count) i32: 0, n, 2n … */
function everyNth(graph: Graph, count: number, n: number): Tensor {
  return graph.constant(i32(Int32Array.from({ length: count }, (_, i) => i * n)));
}
