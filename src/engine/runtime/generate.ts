/**
 * Rollouts: batched sampling with a key/value cache. The prompt is prefilled in one run, then tokens are drawn one after
 * another (decoders.ts). Log-probs of what was drawn come from score.ts, never from here.
 */
import { InvalidInputError } from '../../errors.ts';
import type { ModelConfig } from '../nn/config.ts';
import { type DecodeShape, cacheNames, prefillGraph } from '../nn/decoding.ts';
import { type ParamLayout, llamaLayout } from '../nn/paramLayout.ts';
import { type HostTensor, f32, i32, scalar } from '../tensor/hostTensor.ts';
import { Random } from '../tensor/random.ts';
import { loopDecoder, stepDecoder } from './decoders.ts';
import type { Executor } from './executor.ts';
import { ParamFeeder, type ParamSource, bindingOf } from './paramFeeder.ts';

export interface GeneratorOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** B: prompts in one run; more are taken in turns. */
  readonly batch: number;
  /** P: longest prompt, in tokens. */
  readonly promptLength: number;
  /** C */
  readonly maxNewTokens: number;
  /** Whether `topP` below 1 can be asked for (default false: the graph is smaller). */
  readonly topP?: boolean;
  /** Of the parameters passed (default llamaLayout). */
  readonly layout?: ParamLayout;
  /** Tokens that end a completion beside EOS: where the host is to step in. */
  readonly stopIds?: readonly number[];
}

export interface GenerateRequest {
  readonly params: ParamSource;
  /** Token ids of each prompt, 1 … P of them. */
  readonly prompts: readonly (readonly number[])[];
  /** > 0; ignored when greedy. */
  readonly temperature: number;
  /** 1 = off. */
  readonly topP?: number;
  readonly greedy?: boolean;
  /** One a prompt: its draws don't depend on the rest of the batch. */
  readonly seeds: readonly number[];
}

export interface Generated {
  /** Token ids of each completion, the EOS or stop token that ended it included. */
  readonly tokens: number[][];
  /** Whether it ended with EOS inside the limit. */
  readonly stopped: boolean[];
  /** The token that ended it, EOS or one of stopIds; null at the limit. */
  readonly stoppedBy: (number | null)[];
}

export interface Generator {
  /** @throws InvalidInputError for an empty or too long prompt, or settings out of range */
  generate(request: GenerateRequest): Promise<Generated>;
  dispose(): Promise<void>;
}

export async function createGenerator(options: GeneratorOptions): Promise<Generator> {
  const { executor, config, stopIds = [] } = options;
  const shape: DecodeShape = { ...options, topP: options.topP ?? false };
  const { batch, promptLength, maxNewTokens } = shape;
  const ends = [config.eosId, ...stopIds];
  if (promptLength + maxNewTokens > config.contextLength) {
    throw new InvalidInputError(
      `A prompt of ${promptLength} and a completion of ${maxNewTokens} tokens don't fit the model's context of ${config.contextLength}. Shorten one of them.`,
    );
  }
  const unknown = stopIds.find((id) => !(Number.isInteger(id) && id >= 0 && id < config.vocabSize));
  if (unknown !== undefined) {
    throw new InvalidInputError(
      `The stop token ${unknown} is not one of the model's: choose 0 to ${config.vocabSize - 1}.`,
    );
  }
  const binding = bindingOf(executor);
  const prefill = await executor.compile(prefillGraph(config, shape, binding), {
    name: 'prefill',
    keepOnDevice: executor.compileLoop ? [] : ['logits', ...cacheNames(config)],
  });
  const decode = executor.compileLoop
    ? await loopDecoder(executor.compileLoop, config, shape)
    : await stepDecoder(executor, config, shape);
  const params = new ParamFeeder(executor, options.layout ?? llamaLayout(config));

  async function generateBatch(request: GenerateRequest, start: number): Promise<Ended[]> {
    const prompts = request.prompts.slice(start, start + batch);
    const paramFeeds = await params.feeds(request.params);
    const { feeds, firstKey } = leftPad(prompts, shape, config.padId);
    const cache = await prefill.run({ ...paramFeeds, ...feeds });
    const drawn = await decode.run(
      cache,
      {
        ...paramFeeds,
        firstKey,
        inverseTemperature: scalar(request.greedy ? 1 : 1 / request.temperature),
        noiseScale: scalar(request.greedy ? 0 : 1),
        ...(shape.topP ? { topP: scalar(request.topP ?? 1) } : {}),
      },
      drawUniforms(request, start, shape, config.vocabSize),
      prompts.length,
    );
    return cutAtEnd(drawn, prompts.length, maxNewTokens, ends);
  }

  return {
    async generate(request) {
      checkRequest(request, shape);
      const completions: Ended[] = [];
      for (let start = 0; start < request.prompts.length; start += batch) {
        for (const ended of await generateBatch(request, start)) completions.push(ended);
      }
      return {
        tokens: completions.map(({ ids }) => ids),
        stopped: completions.map(({ by }) => by === config.eosId),
        stoppedBy: completions.map(({ by }) => by),
      };
    },
    async dispose() {
      await prefill.dispose();
      await decode.dispose();
      params.dispose();
    },
  };
}

/** Prompts against the right edge; unused rows hold one pad token. */
function leftPad(prompts: readonly (readonly number[])[], { batch, promptLength }: DecodeShape, padId: number) {
  const tokens = new Int32Array(batch * promptLength).fill(padId);
  const positions = new Int32Array(batch * promptLength);
  const segments = new Float32Array(batch * promptLength);
  const firstKey = new Float32Array(batch).fill(promptLength - 1);
  prompts.forEach((ids, row) => {
    const first = promptLength - ids.length;
    firstKey[row] = first;
    ids.forEach((id, index) => {
      const at = row * promptLength + first + index;
      tokens[at] = id;
      positions[at] = index;
      segments[at] = 1;
    });
  });
  return {
    feeds: {
      tokens: i32(tokens),
      positions: i32(positions, [batch, promptLength]),
      segments: f32(segments, [batch, promptLength]),
    },
    firstKey: f32(firstKey, [batch, 1]),
  };
}

/** (C, B, V) uniforms in (0, 1), each row from its own seed; all the same where they don't count. */
function drawUniforms(
  { greedy, prompts, seeds }: GenerateRequest,
  start: number,
  shape: DecodeShape,
  vocabSize: number,
): Float32Array {
  const { batch, maxNewTokens } = shape;
  const uniforms = new Float32Array(maxNewTokens * batch * vocabSize).fill(0.5);
  if (greedy) return uniforms;
  for (let row = 0; row < Math.min(batch, prompts.length - start); row++) {
    const random = new Random(seeds[start + row]!);
    for (let step = 0; step < maxNewTokens; step++) {
      const at = (step * batch + row) * vocabSize;
      for (let token = 0; token < vocabSize; token++) uniforms[at + token] = random.uniform23();
    }
  }
  return uniforms;
}

/** One completion up to its first end token, and which that was. */
interface Ended {
  readonly ids: number[];
  readonly by: number | null;
}

function cutAtEnd(drawn: HostTensor['data'], rows: number, maxNewTokens: number, ends: readonly number[]): Ended[] {
  return Array.from({ length: rows }, (_, row) => {
    const ids = Array.from(drawn.subarray(row * maxNewTokens, (row + 1) * maxNewTokens), Number);
    const end = ids.findIndex((id) => ends.includes(id));
    return end >= 0 ? { ids: ids.slice(0, end + 1), by: ids[end]! } : { ids, by: null };
  });
}

function checkRequest({ prompts, seeds, temperature, greedy, topP = 1 }: GenerateRequest, shape: DecodeShape): void {
  const badPrompt = prompts.findIndex((ids) => ids.length === 0 || ids.length > shape.promptLength);
  if (badPrompt >= 0) {
    throw new InvalidInputError(
      `Prompt ${badPrompt + 1} has ${prompts[badPrompt]!.length} tokens; it needs 1 to ${shape.promptLength}. Shorten it.`,
    );
  }
  if (seeds.length !== prompts.length)
    throw new InvalidInputError(`${prompts.length} prompts need as many seeds, not ${seeds.length}.`);
  if (!greedy && !(temperature > 0))
    throw new InvalidInputError(
      `The temperature is ${temperature}; it must be above 0. For the likeliest text choose greedy.`,
    );
  if (!(topP > 0 && topP <= 1) || (topP < 1 && !shape.topP)) {
    throw new InvalidInputError(
      `top-p is ${topP}; it must be above 0 and at most 1${shape.topP ? '' : ', and this generator was made without it'}.`,
    );
  }
}
