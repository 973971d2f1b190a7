/** The peer of the rollout: transformers.js's own `generate` on onnxruntime-node's CPU provider, batched and left-padded. */
import { AutoModelForCausalLM, Tensor, env } from '@huggingface/transformers';
import type { ModelConfig } from '../../src/engine/nn/config.ts';
import { initParams } from '../../src/engine/nn/paramLayout.ts';
import { SEED, madeUpPrompts, rollout } from '../shapes.ts';
import { writeTransformersFolder } from './transformersModel.ts';

export interface TransformersRollout {
  /** @returns the completions' token ids */
  generate(isGreedy: boolean): Promise<number[][]>;
  close(): Promise<void>;
}

export async function openTransformersRollout(
  config: ModelConfig,
  threads: number,
  params: Float32Array = initParams(config, SEED),
): Promise<TransformersRollout> {
  env.allowRemoteModels = false;
  const { folder, remove } = writeTransformersFolder(config, params);
  const model = await AutoModelForCausalLM.from_pretrained(folder, {
    dtype: 'fp32',
    device: 'cpu',
    local_files_only: true,
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  });
  remove();
  const { batch, promptLength, maxNewTokens } = rollout;
  const ids = new BigInt64Array(batch * promptLength).fill(BigInt(config.padId));
  const mask = new BigInt64Array(batch * promptLength);
  madeUpPrompts().forEach((prompt, row) => {
    const first = (row + 1) * promptLength - prompt.length;
    prompt.forEach((id, index) => {
      ids[first + index] = BigInt(id);
      mask[first + index] = 1n;
    });
  });
  const tensor = (data: BigInt64Array): Tensor => new Tensor('int64', data.slice(), [batch, promptLength]);

  return {
    async generate(isGreedy) {
      const output = (await model.generate({
        inputs: tensor(ids),
        attention_mask: tensor(mask),
        max_new_tokens: maxNewTokens,
        do_sample: !isGreedy,
        temperature: 1,
        top_k: 0,
      })) as Tensor;
      const rows = output.tolist() as bigint[][];
      return rows.map((row) => row.slice(promptLength).map(Number));
    },
    close: async () => {
      await model.dispose();
    },
  };
}
