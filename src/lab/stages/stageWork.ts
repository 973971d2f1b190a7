/**
 * How much work a stage is, told before any of it is done: from its settings, the rows it is given and the model's shape.
 * Every kind says its own in its row; here is what their sums have in common. Estimates: how long texts become is known only
 * once they are drawn.
 */
import type { ModelConfig } from '../../engine/nn/config.ts';
import { llamaLayout } from '../../engine/nn/paramLayout.ts';

export interface StageWork {
  readonly optimizerSteps: number;
  /** Tokens read by passes that give gradients: every step's rows × their length, padding counted. */
  readonly trainedTokens: number;
  /** Texts drawn from a policy. */
  readonly completions: number;
  /** Tokens of those, at most. */
  readonly drawnTokens: number;
  /** What it holds at once at most: weights, moments, activations, texts. */
  readonly bytes: number;
}

/** What a stage is given beyond its settings. */
export interface WorkGiven {
  readonly model: ModelConfig;
  /** Rows of own data and of the visitor's labels. */
  readonly rows: {
    readonly demonstrations: number;
    readonly preferences: number;
    readonly labels: number;
  };
}

/** Tokens of a prompt: the world's have 17 in the mean. */
export const PROMPT_TOKENS = 17;

const FLOAT_BYTES = 4;

/** @param models whole sets of parameters: weights, gradients, two moments, frozen copies */
export function weightBytes(model: ModelConfig, models: number): number {
  return FLOAT_BYTES * models * llamaLayout(model).size;
}

/**
 * What a forward and backward pass of so many rows of so many tokens keeps: for lab-1m 115 kB a token. Measured there (SFT, 16
 * to 256 rows of 128 tokens, 2026-11-30): 63 to 76 kB on wasm, 180 to 190 kB on native ONNX Runtime.
 */
export function passBytes({ layers, width, mlpWidth, heads, vocabSize }: ModelConfig, rows: number, length: number) {
  const perLayer = 16 * width + 6 * mlpWidth + 4 * heads * length;
  return FLOAT_BYTES * rows * length * (layers * perLayer + 4 * vocabSize);
}

/** Keys, values, and the random numbers of so many completions drawn together. */
export function drawingBytes(model: ModelConfig, rows: number, maxNewTokens: number): number {
  const { layers, width, vocabSize, contextLength } = model;
  return FLOAT_BYTES * rows * (2 * layers * width * contextLength + vocabSize * drawnTokens(model, maxNewTokens));
}

/** Texts as the page's program holds them: ids, log-probs and what else is known of each token. */
export function textBytes(texts: number, tokens: number): number {
  return texts * (200 + 100 * tokens);
}

/** A completion's tokens at most. */
export function drawnTokens({ contextLength }: Pick<ModelConfig, 'contextLength'>, maxNewTokens: number): number {
  return Math.min(maxNewTokens, contextLength - PROMPT_TOKENS);
}
