/** Two texts, word by word or sentence by sentence: what stays, what only the first has, what only the second has. */
import { diffSentences, diffWordsWithSpace } from 'diff';

export interface DiffPart {
  readonly text: string;
  /** Only this text has it. */
  readonly isOwn: boolean;
}

export interface TextDiff {
  readonly first: readonly DiffPart[];
  readonly second: readonly DiffPart[];
  readonly isSame: boolean;
}

/** Characters of a text, `end` excluded. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export function diffTexts(first: string, second: string, by: 'words' | 'sentences' = 'words'): TextDiff {
  const changes = (by === 'words' ? diffWordsWithSpace : diffSentences)(first.trim(), second.trim());
  return {
    first: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isOwn: removed })),
    second: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isOwn: added })),
    isSame: changes.every(({ added, removed }) => !added && !removed),
  };
}

/** @returns where in `text` the sentences stand that `before` has not */
export function newSentences(before: string, text: string): readonly Place[] {
  let at = text.length - text.trimStart().length;
  return diffTexts(before, text, 'sentences').second.flatMap(({ text: part, isOwn }) => {
    const start = at;
    at += part.length;
    return isOwn ? [{ start, end: at }] : [];
  });
}
