/**
 * The dictionary's files, as assets of this origin. Their package exports code for Node only, so they are named by path.
 */
import { fetchBytes } from '../src/lab/model/fetchBytes.ts';
import type { DictionaryText } from '../src/world/spelling.ts';

const affUrl = new URL('../node_modules/dictionary-en/index.aff', import.meta.url);
const dicUrl = new URL('../node_modules/dictionary-en/index.dic', import.meta.url);

/** @throws ModelError when a file can't be fetched */
export async function fetchDictionary(): Promise<DictionaryText> {
  const [aff, dic] = await Promise.all([fetchText(affUrl), fetchText(dicUrl)]);
  return { aff, dic };
}

async function fetchText({ href }: URL): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(href, 'load the page again'));
}
