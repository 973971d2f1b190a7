/**
 * What a reader would notice in a completion: misspelt words and refusals. Rules of the world, nothing learnt; the same
 * ones that the evaluations use.
 */
import { isRefusal } from '../../world/evals/refusal.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { Completion, CompletionReview } from '../run/protocol.ts';

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;

export function createReviewer(
  speller: CheckTools,
): (completion: Pick<Completion, 'prompt' | 'text' | 'stopped'>) => CompletionReview {
  return ({ prompt, text, stopped }) => {
    // What the visitor wrote is theirs: an invented place is no slip of the model.
    const asked = new Set(prompt.match(WORD) ?? []);
    const misspelt = findMisspelt(text, stopped, speller).filter(
      ({ start, end }) => !asked.has(text.slice(start, end)),
    );
    return { misspelt, isRefusal: isRefusal(text) };
  };
}

function findMisspelt(text: string, stopped: boolean, speller: CheckTools): CompletionReview['misspelt'] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const end = match.index + match[0].length;
    // A text cut at the limit may end inside a word.
    const isCut = !stopped && end === text.length;
    return isCut || speller.isWord(match[0].replaceAll('’', "'")) ? [] : [{ start: match.index, end }];
  });
}
