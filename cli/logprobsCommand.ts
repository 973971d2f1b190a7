/**
 * `lab logprobs`: how likely a model finds a text, token by token, as JSON.
 */
import { InvalidInputError } from '../src/errors.ts';
import { Completer } from '../src/lab/draw/completions.ts';
import { unescapeText } from './arguments.ts';
import { loadModelFolder } from './modelFiles.ts';
import { type DeviceOptions, openCliDevice } from './openCliDevice.ts';
import { writeJson } from './output.ts';

export interface LogprobsCommandOptions extends DeviceOptions {
  readonly text: string;
}

export async function logprobsCommand(folder: string, options: LogprobsCommandOptions): Promise<void> {
  const model = loadModelFolder(folder);
  const text = unescapeText(options.text);
  const ids = model.tokenizer.encode(text);
  if (ids.length === 0) throw new InvalidInputError('--text is empty: give the text to judge');
  const executor = await openCliDevice(options);
  const completer = new Completer({ executor, config: model.config, tokenizer: model.tokenizer });
  try {
    const [logprobs] = await completer.logprobs(model.params, [ids]);
    // The first token is given, not predicted.
    const tokens = ids.map((id, t) => ({
      id,
      text: model.tokenizer.tokenText(id),
      logprob: t === 0 ? null : logprobs![t - 1]!,
    }));
    const logprob = tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0);
    writeJson({ model: model.summary.name, text, tokens, logprob }, undefined);
  } finally {
    await completer.dispose();
    await executor.dispose();
  }
}
