/** What rules, labelers and evals need besides a text: the spelling oracle with the world's own names. Build one and keep it. */
import { properNames } from '../../world/lexicon.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import { type DictionaryText, createSpeller } from '../../world/spelling.ts';

export function createCheckTools(dictionary: DictionaryText): CheckTools {
  return createSpeller(dictionary, properNames);
}
