/**
 * A model's shape in Hugging Face's config.json (LlamaForCausalLM). What the lab would compute otherwise than the file says
 * is refused by name.
 */
import type { ModelConfig } from '../../engine/nn/config.ts';
import { ModelError, shownValue } from '../../errors.ts';

interface NumberField {
  /** Its name in config.json. */
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** Default true. */
  readonly isWhole?: boolean;
}

/** The bounds are far above what trains here; they keep a damaged file from filling the memory. */
const numbers: Readonly<Record<keyof ModelConfig, NumberField>> = {
  vocabSize: { key: 'vocab_size', low: 1, high: 262_144 },
  width: { key: 'hidden_size', low: 2, high: 8192 },
  layers: { key: 'num_hidden_layers', low: 1, high: 128 },
  heads: { key: 'num_attention_heads', low: 1, high: 128 },
  mlpWidth: { key: 'intermediate_size', low: 1, high: 32_768 },
  contextLength: { key: 'max_position_embeddings', low: 2, high: 8192 },
  ropeTheta: { key: 'rope_theta', low: 1, high: 1e9, isWhole: false },
  normEps: { key: 'rms_norm_eps', low: 1e-12, high: 1, isWhole: false },
  eosId: { key: 'eos_token_id', low: 0, high: 262_143 },
  padId: { key: 'pad_token_id', low: 0, high: 262_143 },
};

/**
 * What else config.json may say of how the model computes, and the one value of it that is computed here. Where a key is
 * absent Hugging Face takes a default: that value, but for the `required` ones.
 */
const computed: readonly { readonly key: string; readonly only: unknown; readonly required?: boolean }[] = [
  { key: 'model_type', only: 'llama', required: true },
  { key: 'tie_word_embeddings', only: true, required: true },
  { key: 'hidden_act', only: 'silu' },
  { key: 'attention_bias', only: false },
  { key: 'mlp_bias', only: false },
  { key: 'rope_scaling', only: null },
  { key: 'rope_interleaved', only: false },
  { key: 'partial_rotary_factor', only: 1 },
  { key: 'sliding_window', only: null },
  { key: 'use_sliding_window', only: false },
  { key: 'attn_logit_softcapping', only: null },
  { key: 'final_logit_softcapping', only: null },
  { key: 'quantization_config', only: null },
];

/** @param json the parsed config.json · @throws ModelError naming the field that is missing, out of bounds or not computed here */
export function configFromHuggingFace(json: unknown): ModelConfig {
  const source = withRope(isRecord(json) ? json : {});
  const config = Object.fromEntries(
    Object.entries(numbers).map(([ours, field]) => [ours, readNumber(source[field.key], field)]),
  ) as unknown as ModelConfig;
  const { heads, width, vocabSize } = config;
  if (width % (2 * heads) !== 0) {
    throw new ModelError(
      `config.json: a hidden_size of ${width} in ${heads} heads gives no even head width; use a LlamaForCausalLM folder`,
    );
  }
  const derived: typeof computed = [
    { key: 'num_key_value_heads', only: heads },
    { key: 'head_dim', only: width / heads },
  ];
  for (const { key, only, required = false } of [...computed, ...derived]) {
    const value = source[key];
    const isAbsent = value === undefined || value === null;
    if (value === only || (isAbsent && !required)) continue;
    throw new ModelError(
      `config.json: "${key}" is ${shownValue(value)}, but only ${shownValue(only)} is computed here; convert the model or choose another`,
    );
  }
  const { architectures = ['LlamaForCausalLM'] } = source;
  if (!Array.isArray(architectures) || !architectures.every((name) => name === 'LlamaForCausalLM')) {
    throw new ModelError(`config.json: "architectures" is ${shownValue(architectures)}; use a LlamaForCausalLM folder`);
  }
  for (const { key } of [numbers.eosId, numbers.padId]) {
    if ((source[key] as number) < vocabSize) continue;
    throw new ModelError(`config.json: "${key}" is ${shownValue(source[key])}, outside a vocab_size of ${vocabSize}`);
  }
  return config;
}

export function configToHuggingFace(config: ModelConfig): Record<string, unknown> {
  const named = Object.fromEntries(
    Object.entries(numbers).map(([ours, { key }]) => [key, config[ours as keyof ModelConfig]]),
  );
  return {
    architectures: ['LlamaForCausalLM'],
    model_type: 'llama',
    ...named,
    num_key_value_heads: config.heads,
    head_dim: config.width / config.heads,
    hidden_act: 'silu',
    attention_bias: false,
    mlp_bias: false,
    tie_word_embeddings: true,
    bos_token_id: config.eosId,
    torch_dtype: 'float16',
  };
}

/** transformers 5 writes `rope_parameters: {rope_type, rope_theta}`; before, the two stood apart. */
function withRope(source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rope = source['rope_parameters'];
  if (!isRecord(rope)) return source;
  const { rope_theta: theta, rope_type: type, ...more } = rope;
  const isPlain = type === 'default' && Object.keys(more).length === 0;
  return { ...source, rope_theta: theta ?? source['rope_theta'], ...(isPlain ? {} : { rope_scaling: rope }) };
}

function readNumber(value: unknown, { key, low, high, isWhole = true }: NumberField): number {
  const isGood = typeof value === 'number' && value >= low && value <= high && (!isWhole || Number.isInteger(value));
  if (isGood) return value;
  throw new ModelError(
    `config.json: "${key}" must be a ${isWhole ? 'whole ' : ''}number from ${low} to ${high}, not ${shownValue(value)}; use a LlamaForCausalLM folder`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
