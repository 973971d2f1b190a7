/**
 * A model folder's files for tests: a freshly initialised Llama of some 6,000 parameters over a bytes-only tokenizer.
 * It says nothing sensible; it is fast.
 */
import type { ModelConfig } from '../engine/nn/config.ts';
import { initParams } from '../engine/nn/paramLayout.ts';
import {
  type LoadedModel,
  MODEL_FILES,
  type ModelFiles,
  type PackedModel,
  packModel,
  readModel,
} from '../lab/model/modelFolder.ts';
import { byteToUnicode } from '../world/byteLevel.ts';

export const tinyConfig: ModelConfig = {
  vocabSize: 258,
  width: 16,
  layers: 1,
  heads: 2,
  mlpWidth: 24,
  contextLength: 256,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

/** tokenizer.json with the 256 bytes and no merge. */
export function byteTokenizerJson(): Record<string, unknown> {
  const special = ['<|endoftext|>', '<|pad|>'];
  const tokens = [...special, ...Object.values(byteToUnicode)];
  return {
    version: '1.0',
    added_tokens: special.map((content, id) => ({
      id,
      content,
      special: true,
      normalized: false,
      lstrip: false,
      rstrip: false,
      single_word: false,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges: [] },
  };
}

export function packTinyModel(seed = 1, dtype: 'F16' | 'F32' = 'F32'): PackedModel {
  return packModel({
    config: tinyConfig,
    tokenizerJson: byteTokenizerJson(),
    params: initParams(tinyConfig, seed),
    dtype,
  });
}

/** What a loader would hand to readModel. */
export function unpack(files: PackedModel): ModelFiles {
  const parse = (file: string): unknown => {
    const text = files.get(file);
    if (typeof text !== 'string') throw new Error(`${file} was not packed as text`);
    return JSON.parse(text);
  };
  const weights = files.get(MODEL_FILES.weights);
  if (!(weights instanceof ArrayBuffer)) throw new Error('no weights were packed');
  return { config: parse(MODEL_FILES.config), tokenizer: parse(MODEL_FILES.tokenizer), weights };
}

export function tinyModel(seed = 1): LoadedModel {
  return readModel(unpack(packTinyModel(seed)), 'tiny');
}
