import { describe, expect, it } from 'vitest';
import { ModelError } from '../../errors.ts';
import { initParams } from '../../engine/nn/paramLayout.ts';
import { byteTokenizerJson, packTinyModel, tinyConfig, unpack } from '../../testing/tinyModel.ts';
import { type ModelFiles, packModel, readModel } from './modelFolder.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

const good = unpack(packTinyModel());

describe('packModel and readModel', () => {
  it('give the same float32 parameters back', () => {
    const model = readModel(good, 'tiny');
    expect(model.params).toEqual(initParams(tinyConfig, 1));
    expect(model.config).toEqual(tinyConfig);
    expect(model.summary).toEqual({
      name: 'tiny',
      parameters: model.params.length,
      layers: 1,
      width: 16,
      vocabSize: 258,
      contextLength: 256,
    });
    expect(model.tokenizer.decode(model.tokenizer.encode('A cat.'))).toBe('A cat.');
  });

  it('lose no more than half a unit of float16 on disk', () => {
    const before = initParams(tinyConfig, 1);
    const after = readModel(unpack(packTinyModel(1, 'F16'))).params;
    const worst = after.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - before[i]!) / (Math.abs(before[i]!) + 2 ** -14)),
      0,
    );
    expect(worst).toBeLessThanOrEqual(2 ** -11);
    expect(worst).toBeGreaterThan(0);
  });

  it('write what Hugging Face expects: LlamaForCausalLM names, matrices as (out, in), no lm_head', () => {
    const { tensors, metadata } = readSafetensors(good.weights);
    expect(metadata['format']).toBe('pt');
    expect(tensors.get('model.embed_tokens.weight')?.shape).toEqual([258, 16]);
    expect(tensors.get('model.layers.0.mlp.gate_proj.weight')?.shape).toEqual([24, 16]);
    expect(tensors.get('model.layers.0.mlp.down_proj.weight')?.shape).toEqual([16, 24]);
    expect([...tensors.keys()].filter((name) => name.includes('lm_head'))).toEqual([]);
    expect(good.config).toMatchObject({ model_type: 'llama', torch_dtype: 'float32', tie_word_embeddings: true });
  });

  it('refuse parameters of another config', () => {
    const options = { config: tinyConfig, tokenizerJson: byteTokenizerJson(), params: new Float32Array(3) };
    expect(() => packModel(options)).toThrow(ModelError);
  });
});

describe('readModel on files that do not fit', () => {
  const tensors = [...readSafetensors(good.weights).tensors.values()];
  const withConfig = (change: object): ModelFiles => ({ ...good, config: { ...(good.config as object), ...change } });
  const withTensors = (list: typeof tensors): ModelFiles => ({ ...good, weights: writeSafetensors(list, 'F32') });
  const broken = tensors.map((tensor, i) =>
    i === 1 ? { ...tensor, data: tensor.data.map(() => Number.NaN) } : tensor,
  );

  it.each<[string, ModelFiles, RegExp]>([
    ['a missing tensor', withTensors(tensors.slice(1)), /has no tensor "model\.embed_tokens\.weight"/],
    [
      'another width',
      withConfig({ hidden_size: 32, head_dim: 16 }),
      /has shape \[258,16\], but config\.json asks for \[258,32\]/,
    ],
    [
      'a tensor too many',
      withTensors([...tensors, { name: 'lm_head.weight', shape: [1], data: Float32Array.of(1) }]),
      /has a tensor "lm_head\.weight" that its config\.json doesn't ask for/,
    ],
    ['a vocabulary of another size than its tensor', withConfig({ vocab_size: 259 }), /asks for \[259,16\]/],
    [
      'a model far larger than its weights, before it takes the memory',
      withConfig({ vocab_size: 262_144, hidden_size: 8192, head_dim: 4096, num_hidden_layers: 128 }),
      /has shape \[258,16\], but config\.json asks for \[262144,8192\]/,
    ],
    ['layers that no tensor is of', withConfig({ num_hidden_layers: 2 }), /has no tensor "model\.layers\.1\./],
    ['a smaller vocabulary', withConfig({ vocab_size: 100 }), /258 tokens, but config\.json's vocab_size is 100/],
    ['another end token', withConfig({ eos_token_id: 7 }), /eos 0 and pad 1, but config\.json says 7 and 1/],
    ['weights that are not numbers', withTensors(broken), /holds NaN at 0/],
    ['a config that is no object', { ...good, config: 'x' }, /vocab_size/],
    ['a tokenizer that is no object', { ...good, tokenizer: null }, /tokenizer\.json/],
    ['no weights', { ...good, weights: new ArrayBuffer(3) }, /too few/],
  ])('names %s', (_what, files, message) => {
    expect(() => readModel(files, 'tiny')).toThrow(ModelError);
    expect(() => readModel(files, 'tiny')).toThrow(message);
  });
});
