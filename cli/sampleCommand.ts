/** `lab sample`: replies of a model to the world's prompts, one JSON row a line, as `lab judge` and `lab phrases` read them. */
import { Completer } from '../src/lab/draw/completions.ts';
import { worldPrompts } from '../src/lab/draw/worldPrompts.ts';
import type { PromptSelection } from '../src/world/prompts/selectPrompts.ts';
import { loadModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { writeJsonLines } from './output.ts';

export interface SampleCommandOptions extends DeviceOptions, PromptSelection {
  /** Replies to each prompt, one after the other. */
  readonly copies: number;
  readonly temperature: number;
  readonly maxNewTokens: number;
}

/** Prints `{id, family, prompt, reply, stopped, tokens}` a row; tokens count the end-of-text token. */
export async function sampleCommand(folder: string, options: SampleCommandOptions): Promise<void> {
  const model = loadModelFolder(folder);
  const prompts = worldPrompts(options).flatMap((prompt) => Array.from({ length: options.copies }, () => prompt));
  const executor = await openCliDevice(options);
  const completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer, maxBatch: 64 });
  try {
    const { temperature, maxNewTokens, seed = 1 } = options;
    const sampling = { temperature, topP: 1, maxNewTokens, seed, greedy: temperature === 0 };
    const drawn = await completer.draw(
      model.params,
      prompts.map(({ text }) => text),
      sampling,
    );
    writeJsonLines(
      prompts.map(({ id, family, question }, i) => {
        const { text, stopped, completionIds } = drawn[i]!;
        return { id, family, prompt: question, reply: text, stopped, tokens: completionIds.length };
      }),
    );
  } finally {
    await completer.dispose();
    await executor.dispose();
  }
}
