/**
 * `lab complete`: completions of one prompt, as JSON.
 */
import { Completer } from '../src/lab/draw/completions.ts';
import { toSamplePrompt } from '../src/lab/draw/samplePrompt.ts';
import { unescapeText } from './arguments.ts';
import { loadModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { writeJson } from './output.ts';

export interface CompleteCommandOptions extends DeviceOptions {
  readonly chat?: boolean;
  readonly n: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxNewTokens: number;
  readonly seed: number;
}

export async function completeCommand(folder: string, prompt: string, options: CompleteCommandOptions): Promise<void> {
  const model = loadModelFolder(folder);
  const asked = { id: 'prompt', family: 'open', text: unescapeText(prompt) };
  const { text } = options.chat ? toSamplePrompt({ ...asked, question: asked.text }) : asked;
  const executor = await openCliDevice(options);
  const completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer, maxBatch: 16 });
  try {
    const prompts = Array.from({ length: options.n }, (_, i) => ({ id: `prompt/${i}`, family: 'open', text }));
    const { temperature, topP, maxNewTokens, seed } = options;
    const sampling = { temperature, topP, maxNewTokens, seed, greedy: temperature === 0 };
    const completions = await completer.complete(model.params, prompts, sampling);
    writeJson(
      {
        model: model.summary.name,
        prompt: text,
        completions: completions.map(({ text: written, stopped, logprob, tokens }) => ({
          text: written,
          stopped,
          logprob,
          tokens,
        })),
      },
      undefined,
    );
  } finally {
    await completer.dispose();
    await executor.dispose();
  }
}
