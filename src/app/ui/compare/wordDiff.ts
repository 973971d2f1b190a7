/** Two texts word by word: what stays, what only the first has, what only the second has. */
import { diffWordsWithSpace } from 'diff';

export interface DiffPart {
  readonly text: string;
  /** Only this text has it. */
  readonly isOwn: boolean;
}

export interface WordDiff {
  readonly first: readonly DiffPart[];
  readonly second: readonly DiffPart[];
  readonly isSame: boolean;
}

export function diffTexts(first: string, second: string): WordDiff {
  const changes = diffWordsWithSpace(first.trim(), second.trim());
  return {
    first: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isOwn: removed })),
    second: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isOwn: added })),
    isSame: changes.every(({ added, removed }) => !added && !removed),
  };
}
