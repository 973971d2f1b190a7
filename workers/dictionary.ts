/**
 * The dictionary's files, as assets of this origin. Their package exports code for Node only, so they are named by path.
 */
import type { DictionaryText } from '../src/world/spelling.ts';

const affUrl = new URL('../node_modules/dictionary-en/index.aff', import.meta.url);
const dicUrl = new URL('../node_modules/dictionary-en/index.dic', import.meta.url);

/** @throws TypeError when a file can't be fetched */
export async function fetchDictionary(): Promise<DictionaryText> {
  const [aff, dic] = await Promise.all([fetchText(affUrl), fetchText(dicUrl)]);
  return { aff, dic };
}

async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url.href} answered ${response.status}`);
  return response.text();
}
