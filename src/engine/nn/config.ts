/**
 * The shape of a model, read from and written to Hugging Face's config.json (LlamaForCausalLM, tied embedding, no biases).
 */
import { ModelError } from '../../errors.ts';

export interface ModelConfig {
  readonly vocabSize: number;
  /** D */
  readonly width: number;
  /** N */
  readonly layers: number;
  /** H; head width d = D / H */
  readonly heads: number;
  readonly mlpWidth: number;
  readonly contextLength: number;
  readonly ropeTheta: number;
  readonly normEps: number;
  readonly eosId: number;
  readonly padId: number;
}

export const lab1m: ModelConfig = {
  vocabSize: 1024,
  width: 128,
  layers: 4,
  heads: 4,
  mlpWidth: 344,
  contextLength: 128,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

/** For devices that are fast enough: three times the parameters. */
export const lab3m: ModelConfig = { ...lab1m, vocabSize: 2048, width: 192, layers: 6, heads: 6, mlpWidth: 512 };

const fields: Readonly<Record<keyof ModelConfig, string>> = {
  vocabSize: 'vocab_size',
  width: 'hidden_size',
  layers: 'num_hidden_layers',
  heads: 'num_attention_heads',
  mlpWidth: 'intermediate_size',
  contextLength: 'max_position_embeddings',
  ropeTheta: 'rope_theta',
  normEps: 'rms_norm_eps',
  eosId: 'eos_token_id',
  padId: 'pad_token_id',
};

/** @param json the parsed config.json · @throws ModelError naming the field that is missing or not supported */
export function configFromHuggingFace(json: unknown): ModelConfig {
  const source = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const config: Record<string, number> = {};
  for (const [ours, theirs] of Object.entries(fields)) {
    const value = source[theirs];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
      throw new ModelError(
        `config.json: "${theirs}" must be a number, not ${JSON.stringify(value)}; use a LlamaForCausalLM folder`,
      );
    }
    config[ours] = value;
  }
  const result = config as unknown as ModelConfig;
  const keyValueHeads = source['num_key_value_heads'] ?? result.heads;
  if (
    keyValueHeads !== result.heads ||
    source['tie_word_embeddings'] !== true ||
    result.width % (2 * result.heads) !== 0
  ) {
    throw new ModelError(
      'config.json: only tied embeddings, num_key_value_heads = num_attention_heads and an even head width are supported; convert the model first',
    );
  }
  return result;
}

export function configToHuggingFace(config: ModelConfig): Record<string, unknown> {
  const named = Object.fromEntries(
    Object.entries(fields).map(([ours, theirs]) => [theirs, config[ours as keyof ModelConfig]]),
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
