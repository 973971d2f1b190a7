/** The desk with its tools: the dictionary for spelling, the model's tokenizer for lengths. */
import type { DictionaryText } from '../../world/spelling.ts';
import { createCheckTools } from '../judge/checkTools.ts';
import { loadTokenizer } from '../../world/tokenizer.ts';
import { createDesk } from './desk.ts';
import type { DeskApi } from './deskTypes.ts';

/** @param tokenizerJson the parsed tokenizer.json of a model folder · @throws ModelError when it is none */
export function openDesk(dictionary: DictionaryText, tokenizerJson: unknown): Omit<DeskApi, 'init'> {
  const tokenizer = loadTokenizer(tokenizerJson);
  return createDesk({
    tools: createCheckTools(dictionary),
    countTokens: (text) => tokenizer.encode(text).length,
  });
}
