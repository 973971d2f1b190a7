import { describe, expect, test } from 'vitest';
import { lab1m } from '../../engine/nn/config.ts';
import { ModelError } from '../../errors.ts';
import { configFromHuggingFace, configToHuggingFace } from './huggingFaceConfig.ts';

const good = configToHuggingFace(lab1m);

test('a config written is read as it was', () => {
  expect(configFromHuggingFace(good)).toEqual(lab1m);
});

test('what Hugging Face leaves out or writes besides changes nothing', () => {
  const { hidden_act: _act, attention_bias: _bias, head_dim: _width, ...bare } = good;
  expect(configFromHuggingFace({ ...bare, rope_scaling: null, head_dim: null, use_cache: true })).toEqual(lab1m);
});

test('transformers 5 names the angles in rope_parameters', () => {
  const { rope_theta: theta, ...rest } = good;
  const named = (rope: object) => configFromHuggingFace({ ...rest, rope_parameters: rope });
  expect(named({ rope_type: 'default', rope_theta: theta })).toEqual(lab1m);
  expect(() => named({ rope_type: 'llama3', rope_theta: theta, factor: 8 })).toThrow(/"rope_scaling" is .*llama3/);
  expect(() => named({ rope_type: 'default' })).toThrow(/"rope_theta" must be a number from 1 to/);
});

describe('a config is refused by name', () => {
  test.each<[string, unknown]>([
    ['vocab_size', 1e8],
    ['vocab_size', -1],
    ['num_hidden_layers', 1e9],
    ['num_hidden_layers', 4.5],
    ['num_hidden_layers', 0],
    ['num_hidden_layers', '4'],
    ['num_hidden_layers', null],
    ['hidden_size', 1e6],
    ['num_attention_heads', 0],
    ['intermediate_size', 1e7],
    ['max_position_embeddings', 1e12],
    ['rope_theta', 0],
    ['rms_norm_eps', 0],
    ['eos_token_id', [0, 1]],
    ['eos_token_id', 1024],
    ['pad_token_id', 0.5],
    ['hidden_act', 'gelu'],
    ['model_type', 'gpt2'],
    ['model_type', undefined],
    ['architectures', ['LlamaForSequenceClassification']],
    ['rope_scaling', { type: 'linear', factor: 2, note: 'x'.repeat(1000) }],
    ['attention_bias', true],
    ['mlp_bias', true],
    ['tie_word_embeddings', false],
    ['tie_word_embeddings', undefined],
    ['num_key_value_heads', 1],
    ['head_dim', 64],
    ['sliding_window', 64],
    ['partial_rotary_factor', 0.5],
    ['quantization_config', { bits: 8 }],
  ])('%s of %j', (key, value) => {
    const read = () => configFromHuggingFace({ ...good, [key]: value });
    expect(read).toThrow(ModelError);
    expect(read).toThrow(new RegExp(`^config\\.json: "${key}" (is|must be) .{1,250}$`));
  });

  test('whose heads have no even width', () => {
    expect(() => configFromHuggingFace({ ...good, num_attention_heads: 3 })).toThrow(/128 in 3 heads/);
  });
});
