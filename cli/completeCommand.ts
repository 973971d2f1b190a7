/**
 * `lab complete`: completions of one prompt, as text or as JSON.
 */
import { Completer } from '../src/lab/draw/completions.ts';
import { toSamplePrompt } from '../src/lab/draw/samplePrompt.ts';
import type { Completion } from '../src/lab/run/protocol.ts';
import { unescapeText } from './arguments.ts';
import { loadModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { printable, writeJson } from './output.ts';

export interface CompleteCommandOptions extends DeviceOptions {
  readonly chat?: boolean;
  readonly n: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxNewTokens: number;
  readonly seed: number;
  readonly json?: boolean;
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
    if (options.json) writeJson(toJson(model.summary.name, text, completions), undefined);
    else process.stdout.write(formatCompletions(completions));
  } finally {
    await completer.dispose();
    await executor.dispose();
  }
}

function toJson(model: string, prompt: string, completions: readonly Completion[]) {
  const rows = completions.map(({ text, stopped, logprob, tokens }) => ({ text, stopped, logprob, tokens }));
  return { model, prompt, completions: rows };
}

/** One alone is only its text; of several each has a line above it: "2 of 3 · 12 tokens, stopped". */
export function formatCompletions(completions: readonly Pick<Completion, 'text' | 'tokens' | 'stopped'>[]): string {
  const texts = completions.map(({ text }) => `${printable(text)}\n`);
  if (texts.length === 1) return texts[0]!;
  return completions
    .map(({ tokens: { length }, stopped }, i) => {
      const size = `${length} token${length === 1 ? '' : 's'}, ${stopped ? 'stopped' : 'cut off'}`;
      return `${i + 1} of ${texts.length} · ${size}\n${texts[i]!}`;
    })
    .join('\n');
}
