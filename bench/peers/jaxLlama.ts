/**
 * The peer of the training step: the same Llama, loss and AdamW in jax-js (its own autodiff, jit and WebAssembly kernels),
 * from the same initial parameters. jax-js counts references: `.ref` keeps an array that is used again.
 */
import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { adamwDefaults } from '../../src/engine/nn/adamw.ts';
import type { ModelConfig } from '../../src/engine/nn/config.ts';
import { type ParamEntry, initParams, llamaLayout } from '../../src/engine/nn/paramLayout.ts';
import { numel } from '../../src/engine/tensor/shape.ts';

type Weights = Record<string, np.Array>;

export interface JaxRun {
  /** One step on (B·T) tokens and targets. @returns the loss */
  step(tokens: Int32Array, targets: Int32Array, learningRate: number, step: number): Promise<number>;
}

export async function openJaxLlama(config: ModelConfig, batch: number, length: number, seed: number): Promise<JaxRun> {
  await init('wasm');
  defaultDevice('wasm');
  const { entries } = llamaLayout(config);
  const flat = initParams(config, seed);
  const load = (from: Float32Array): Weights =>
    Object.fromEntries(
      entries.map(({ name, shape, offset }) => [
        name,
        np.array(from.slice(offset, offset + numel(shape))).reshape([...shape]),
      ]),
    );
  const zeros = new Float32Array(flat.length);
  let state = { params: load(flat), m: load(zeros), v: load(zeros) };

  const lossOf = languageModelLoss(config, batch, length);
  // Two jits: in one, jax-js recomputes the matrix products of the gradients inside the optimizer's kernels.
  const lossAndGrads = jit(
    valueAndGrad((params: Weights, data: Weights) => lossOf(params, data['tokens']!, data['targets']!)),
  );
  const update = jit((params: Weights, m: Weights, v: Weights, grads: Weights, scalars: Weights) =>
    adamw(entries, { params, m, v, grads }, scalars),
  );

  return {
    async step(tokens, targets, learningRate, step) {
      const { beta1, beta2 } = adamwDefaults;
      const kept = mapWeights(state.params, (x) => x.ref);
      const [loss, grads] = lossAndGrads(kept, { tokens: toArray(tokens), targets: toArray(targets) }) as [
        np.Array,
        Weights,
      ];
      state = update(state.params, state.m, state.v, grads, {
        learningRate: np.array(learningRate),
        correction1: np.array(1 / (1 - beta1 ** step)),
        correction2: np.array(1 / (1 - beta2 ** step)),
      });
      await blockUntilReady(state);
      const values = (await loss.data()) as Float32Array;
      return values[0]!;
    },
  };
}

function mapWeights(weights: Weights, f: (x: np.Array, name: string) => np.Array): Weights {
  return Object.fromEntries(Object.entries(weights).map(([name, x]) => [name, f(x, name)]));
}

/** Mean negative log-likelihood over all positions of (B·T). */
function languageModelLoss(config: ModelConfig, B: number, T: number) {
  const { width: D, heads: H, layers } = config;
  const d = D / H;
  const angle = (i: number, position: number) => position * config.ropeTheta ** (-i / (d / 2));
  const rotaryTable = (f: (x: number) => number) =>
    Float32Array.from({ length: (T * d) / 2 }, (_, n) => f(angle(n % (d / 2), Math.floor(n / (d / 2)))));
  const [cosines, sines] = [rotaryTable(Math.cos), rotaryTable(Math.sin)];
  const causal = Float32Array.from({ length: T * T }, (_, n) => (n % T > Math.floor(n / T) ? -1e9 : 0));

  const rmsNorm = (x: np.Array, weight: np.Array) => {
    const scale = np.sqrt(np.square(x.ref).mean(-1, { keepdims: true }).add(config.normEps));
    return x.div(scale).mul(weight);
  };
  const linear = (x: np.Array, weight: np.Array) => np.matmul(x, np.transpose(weight));
  const rope = (x: np.Array) => {
    // (B, T, H, d), halves convention
    const table = (values: Float32Array<ArrayBuffer>) => np.array(values).reshape([1, T, 1, d / 2]);
    const [x1, x2] = np.split(x, 2, -1) as [np.Array, np.Array];
    const first = x1.ref.mul(table(cosines)).sub(x2.ref.mul(table(sines)));
    const second = x2.mul(table(cosines)).add(x1.mul(table(sines)));
    return np.concatenate([first, second], -1);
  };

  return (params: Weights, tokens: np.Array, targets: np.Array): np.Array => {
    const embedding = params['model.embed_tokens.weight']!;
    let x = np.take(embedding.ref, tokens, 0);
    for (let n = 0; n < layers; n++) {
      const w = (name: string) => params[`model.layers.${n}.${name}.weight`]!;
      const h = rmsNorm(x.ref, w('input_layernorm'));
      const project = (input: np.Array, name: string) =>
        linear(input, w(`self_attn.${name}_proj`)).reshape([B, T, H, d]);
      const q = rope(project(h.ref, 'q')).mul(1 / Math.sqrt(d));
      const k = rope(project(h.ref, 'k'));
      const v = project(h, 'v');
      // einsum with axes b, q, k, h, d = 0 … 4 (its text form needs iterator helpers, which Node 20 doesn't have)
      const scores = np
        .einsum(q, [0, 1, 3, 4], k, [0, 2, 3, 4], [0, 3, 1, 2])
        .add(np.array(causal).reshape([1, 1, T, T]));
      const mixed = np.einsum(nn.softmax(scores, -1), [0, 3, 1, 2], v, [0, 2, 3, 4], [0, 1, 3, 4]).reshape([B * T, D]);
      x = x.add(linear(mixed, w('self_attn.o_proj')));
      const m = rmsNorm(x.ref, w('post_attention_layernorm'));
      const gated = nn.silu(linear(m.ref, w('mlp.gate_proj'))).mul(linear(m, w('mlp.up_proj')));
      x = x.add(linear(gated, w('mlp.down_proj')));
    }
    const logits = linear(rmsNorm(x, params['model.norm.weight']!), embedding);
    // The forms that jax-js 0.1.25 runs fastest: takeAlongAxis's scatter and logsumexp's maximum cost it a second each.
    const chosen = logits.ref.mul(nn.oneHot(targets, config.vocabSize)).sum(-1);
    return np.log(np.exp(logits).sum(-1)).sub(chosen).mean();
  };
}

function adamw(
  entries: readonly ParamEntry[],
  { params, m, v, grads }: { params: Weights; m: Weights; v: Weights; grads: Weights },
  scalars: Weights,
): { params: Weights; m: Weights; v: Weights } {
  const { beta1, beta2, epsilon, weightDecay, maxGradNorm } = adamwDefaults;
  const { learningRate, correction1, correction2 } = scalars as Record<
    'learningRate' | 'correction1' | 'correction2',
    np.Array
  >;
  const squares = Object.values(grads).map((g) => np.square(g.ref).sum());
  const norm = np.sqrt(squares.reduce((a, b) => a.add(b)));
  const scale = np.minimum(np.array(maxGradNorm).div(norm.add(1e-6)), 1);
  const next = { params: {} as Weights, m: {} as Weights, v: {} as Weights };
  for (const { name, decay } of entries) {
    const g = grads[name]!.mul(scale.ref);
    const newM = m[name]!.mul(beta1).add(g.ref.mul(1 - beta1));
    const newV = v[name]!.mul(beta2).add(np.square(g).mul(1 - beta2));
    const denominator = np.sqrt(newV.ref.mul(correction2.ref)).add(epsilon);
    const direction = newM.ref.mul(correction1.ref).div(denominator);
    const p = params[name]!;
    const change = decay ? direction.add(p.ref.mul(weightDecay)) : direction;
    next.params[name] = p.sub(change.mul(learningRate.ref));
    next.m[name] = newM;
    next.v[name] = newV;
  }
  for (const x of [scale, learningRate, correction1, correction2]) x.dispose();
  return next;
}

/** A copy of its own: jax-js takes no memory that may be shared. */
function toArray(ids: Int32Array): np.Array {
  return np.array(new Int32Array(ids));
}
