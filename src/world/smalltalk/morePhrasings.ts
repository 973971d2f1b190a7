/**
 * More ways of saying each intent. Only post-training asks in them: the pre-training corpus is made from the phrasings in
 * greetings.ts, feelings.ts, news.ts and about.ts, and stays as it is whatever is added here. New ones go to the end of an
 * intent, so that the ids of prompts stay. None says what a held-out phrasing says, or nearly so (a test checks).
 */
import { moreAbout } from './morePhrasingsAbout.ts';
import { moreFeelings } from './morePhrasingsFeelings.ts';
import { moreGreetings } from './morePhrasingsGreetings.ts';
import { moreNews } from './morePhrasingsNews.ts';

/** Rows are separated by `|` or a line break. */
function rows(text: string): readonly string[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((row) => row.trim());
}

/** Intent's key → further training phrasings. */
export const morePhrasings: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...moreGreetings, ...moreFeelings, ...moreNews, ...moreAbout }).map(([key, text]) => [
    key,
    rows(text),
  ]),
);
