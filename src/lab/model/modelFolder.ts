/**
 * A model folder's files as values: config.json, tokenizer.json, model.safetensors in Hugging Face form
 * (LlamaForCausalLM names, tied embedding). Parameters are one flat float32 vector in memory.
 * It reads no file and fetches nothing: cli/ and fetchModel.ts do.
 */
import { ModelError } from '../../errors.ts';
import type { ModelConfig } from '../../engine/nn/config.ts';
import { llamaLayout } from '../../engine/nn/paramLayout.ts';
import { formatShape, shapesEqual } from '../../engine/tensor/shape.ts';
import { type Tokenizer, loadTokenizer } from '../../world/tokenizer.ts';
import { configFromHuggingFace, configToHuggingFace } from './huggingFaceConfig.ts';
import { generationConfig, tokenizerConfig } from './hubFiles.ts';
import { type SafetensorsDtype, readSafetensors, writeSafetensors } from './safetensors.ts';

/** The files every model folder must hold. */
export const MODEL_FILES = {
  config: 'config.json',
  tokenizer: 'tokenizer.json',
  weights: 'model.safetensors',
} as const;

export interface ModelFiles {
  /** Parsed config.json. */
  readonly config: unknown;
  /** Parsed tokenizer.json. */
  readonly tokenizer: unknown;
  /** The bytes of model.safetensors. */
  readonly weights: ArrayBuffer;
}

export interface ModelSummary {
  readonly name: string;
  readonly parameters: number;
  readonly layers: number;
  readonly width: number;
  readonly vocabSize: number;
  readonly contextLength: number;
}

export interface LoadedModel {
  readonly config: ModelConfig;
  readonly tokenizer: Tokenizer;
  /** Parsed tokenizer.json as it was, for packing the model again. */
  readonly tokenizerJson: unknown;
  /** Flat parameters in ParamLayout order. Never mutated. */
  readonly params: Float32Array;
  readonly summary: ModelSummary;
  /** Free text the weights file carries, such as `stage`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * @param name for messages and the summary
 * @throws ModelError naming the file, tensor and shape that don't fit
 */
export function readModel(files: ModelFiles, name = 'model'): LoadedModel {
  const config = configFromHuggingFace(files.config);
  const tokenizer = loadTokenizer(files.tokenizer);
  if (tokenizer.vocabSize > config.vocabSize) {
    throw new ModelError(
      `the tokenizer of ${name} has ${tokenizer.vocabSize} tokens, but config.json's vocab_size is ${config.vocabSize}: the files belong to different models`,
    );
  }
  if (tokenizer.eosId !== config.eosId || tokenizer.padId !== config.padId) {
    throw new ModelError(
      `the tokenizer of ${name} has eos ${tokenizer.eosId} and pad ${tokenizer.padId}, but config.json says ${config.eosId} and ${config.padId}: the files belong to different models`,
    );
  }
  const { tensors, metadata } = readSafetensors(files.weights);
  const layout = llamaLayout(config);
  const known = new Set(layout.entries.map((entry) => entry.name));
  const extra = [...tensors.keys()].find((key) => !known.has(key));
  if (extra !== undefined) {
    throw new ModelError(
      `model.safetensors of ${name} has a tensor "${extra}" that its config.json doesn't ask for: the files belong to different models`,
    );
  }
  // Every tensor is held against the config before the parameters are allocated: they are no larger than the file then.
  const found = layout.entries.map(({ name: tensorName, shape, offset }) => {
    const tensor = tensors.get(tensorName);
    if (!tensor)
      throw new ModelError(
        `model.safetensors of ${name} has no tensor "${tensorName}": it doesn't fit its config.json`,
      );
    if (!shapesEqual(tensor.shape, shape)) {
      throw new ModelError(
        `tensor "${tensorName}" of ${name} has shape ${formatShape(tensor.shape)}, but config.json asks for ${formatShape(shape)}: the files belong to different models`,
      );
    }
    return { tensor, offset };
  });
  const params = new Float32Array(layout.size);
  for (const { tensor, offset } of found) {
    const bad = tensor.data.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      throw new ModelError(
        `tensor "${tensor.name}" of ${name} holds ${tensor.data[bad]} at ${bad}: the weights are damaged`,
      );
    params.set(tensor.data, offset);
  }
  return {
    config,
    tokenizer,
    tokenizerJson: files.tokenizer,
    params,
    summary: summarize(name, config, params),
    metadata,
  };
}

/** The files of a folder, by file name. */
export type PackedModel = ReadonlyMap<string, string | ArrayBuffer>;

export interface PackOptions {
  readonly config: ModelConfig;
  /** Parsed tokenizer.json. */
  readonly tokenizerJson: unknown;
  readonly params: Float32Array;
  /** On disk; default F16. F32 keeps every bit. */
  readonly dtype?: SafetensorsDtype;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** @returns the folder's files; readModel reads them back · @throws ModelError when params don't fit the config */
export function packModel({ config, tokenizerJson, params, dtype = 'F16', metadata = {} }: PackOptions): PackedModel {
  const layout = llamaLayout(config);
  if (params.length !== layout.size) {
    throw new ModelError(
      `the model has ${layout.size} parameters, but ${params.length} were to be packed: use the config they were trained with`,
    );
  }
  const tensors = layout.entries.map(({ name, shape, offset }) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    return { name, shape, data: params.subarray(offset, offset + size) };
  });
  const configJson = { ...configToHuggingFace(config), torch_dtype: dtype === 'F16' ? 'float16' : 'float32' };
  return new Map<string, string | ArrayBuffer>([
    [MODEL_FILES.config, json(configJson)],
    [MODEL_FILES.tokenizer, json(tokenizerJson)],
    ['tokenizer_config.json', json(tokenizerConfig(config))],
    ['generation_config.json', json(generationConfig(config))],
    [MODEL_FILES.weights, writeSafetensors(tensors, dtype, { format: 'pt', ...metadata })],
  ]);
}

function summarize(name: string, config: ModelConfig, params: Float32Array): ModelSummary {
  return {
    name,
    parameters: params.length,
    layers: config.layers,
    width: config.width,
    vocabSize: config.vocabSize,
    contextLength: config.contextLength,
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
