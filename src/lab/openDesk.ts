/** The desk with its tools: the dictionary for spelling, the model's tokenizer for lengths. */
import { properNames } from '../world/lexicon.ts';
import { createSpeller, type DictionaryText } from '../world/spelling.ts';
import { loadTokenizer } from '../world/tokenizer.ts';
import { createDesk } from './desk.ts';
import type { DeskApi } from './deskTypes.ts';

/** @param tokenizerJson the parsed tokenizer.json of a model folder · @throws ModelError when it is none */
export function openDesk(dictionary: DictionaryText, tokenizerJson: unknown): Omit<DeskApi, 'init'> {
  const tokenizer = loadTokenizer(tokenizerJson);
  return createDesk({
    tools: createSpeller(dictionary, properNames),
    countTokens: (text) => tokenizer.encode(text).length,
  });
}
