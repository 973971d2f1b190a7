/**
 * Two ways to draw a batch's tokens from its prefilled cache, with the same result: ORT's CPU providers loop inside one run,
 * the others run the step graph once a token with the cache on the device.
 */
import type { ModelConfig } from '../nn/config.ts';
import { type DecodeShape, carriedNames, stepGraph } from '../nn/decoding.ts';
import { type HostTensor, f32, scalar } from '../tensor/hostTensor.ts';
import type { DeviceTensor, Executor, Feeds, Program, Value } from './executor.ts';
import { bindingOf } from './paramFeeder.ts';

/** How many steps run before a device that can't loop by itself is asked whether all rows are done. */
const STEPS_BETWEEN_CHECKS = 8;

/** Runs steps until the first `rows` rows are done. @returns (B, C) token ids, meaningless after a row's end */
export interface Decoder {
  run(cache: Feeds, feeds: Feeds, uniforms: Float32Array, rows: number): Promise<HostTensor['data']>;
  dispose(): Promise<void>;
}

/** Where the device can loop inside one run. */
export async function loopDecoder(
  compileLoop: NonNullable<Executor['compileLoop']>,
  config: ModelConfig,
  shape: DecodeShape,
): Promise<Decoder> {
  const { batch, maxNewTokens } = shape;
  const carried = carriedNames(config);
  const program = await compileLoop({
    name: 'decode',
    body: stepGraph(config, shape, 'named', true),
    maxSteps: maxNewTokens,
    carried,
    results: ['tokens'],
    condition: 'goOn',
  });
  return {
    async run(cache, feeds, uniforms, rows) {
      const first = { ...startValues(shape, rows), ...cache };
      const { tokens } = await program.run({
        ...feeds,
        ...Object.fromEntries(carried.map((name) => [`${name}:first`, first[name]!])),
        uniforms: f32(uniforms, [maxNewTokens, batch, config.vocabSize]),
      });
      return (tokens as HostTensor).data;
    },
    dispose: () => program.dispose(),
  };
}

/** One run a token; what one step hands to the next stays on the device. */
export async function stepDecoder(executor: Executor, config: ModelConfig, shape: DecodeShape): Promise<Decoder> {
  const { batch, maxNewTokens } = shape;
  const carried = carriedNames(config);
  const program: Program = await executor.compile(stepGraph(config, shape, bindingOf(executor), false), {
    name: 'decode_step',
    keepOnDevice: carried.map((name) => `${name}:next`),
  });
  const resident = new Map<string, DeviceTensor>();

  /** Keeps one device tensor a carried value for life and overwrites it. */
  async function hold(name: string, value: Value): Promise<void> {
    const known = resident.get(name);
    if (known) await executor.write(known, value);
    else if ('onDevice' in value) resident.set(name, await executor.upload(await executor.read(value)));
    else resident.set(name, await executor.upload(value));
  }

  return {
    async run(cache, feeds, uniforms, rows) {
      const first: Feeds = { ...startValues(shape, rows), ...cache };
      for (const name of carried) await hold(name, first[name]!);
      const perStep = batch * config.vocabSize;
      for (let step = 0; step < maxNewTokens; step++) {
        const now = f32(uniforms.subarray(step * perStep, (step + 1) * perStep), [batch, config.vocabSize]);
        const outputs = await program.run({ ...feeds, ...Object.fromEntries(resident), uniforms: now });
        for (const name of carried) await executor.write(resident.get(name)!, outputs[`${name}:next`]!);
        if ((step + 1) % STEPS_BETWEEN_CHECKS === 0) {
          const { data } = await executor.read(resident.get('finished')!);
          if (data.every((value) => Number(value) === 1)) break;
        }
      }
      return (await executor.read(resident.get('tokens')!)).data;
    },
    async dispose() {
      await program.dispose();
      for (const tensor of resident.values()) executor.release(tensor);
    },
  };
}

/** Unused rows are done from the start, or every batch that isn't full would run to its last step. */
function startValues({ batch, maxNewTokens }: DecodeShape, rows: number): Record<string, HostTensor> {
  return {
    step: scalar(0),
    finished: f32(new Float32Array(batch).fill(1, rows), [batch, 1]),
    tokens: f32(new Float32Array(batch * maxNewTokens), [batch, maxNewTokens]),
  };
}
