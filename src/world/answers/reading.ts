/**
 * What a reply says, sentence by sentence, and what that is worth as an answer. The rule, stated once (figures: goldTable.ts):
 *
 *   an answer and nothing beside it but asides    its credit
 *   an answer, and a sentence of no meaning here  not right: a little below 0 (`besideNonsense`)
 *   an answer, and a wrong one                    further below 0 (`contradicted`)
 *   a wrong answer                                its score, always below 0
 *   none                                          not answered: −1 (`noAnswer`)
 */
import { worth } from '../goldTable.ts';
import { type Sentence, withoutJoiner } from '../grammar/sentences.ts';

export type Part =
  /** Answers what was asked; `credit` in [0, 1]. */
  | { readonly sort: 'answer'; readonly credit: number; readonly reason: string }
  /** Caps what the reply is worth at `credit`: padding, a sermon, rude talk. With `isAnswer` it answers by itself as well. */
  | { readonly sort: 'spoiler'; readonly credit: number; readonly isAnswer: boolean; readonly reason: string }
  /** Fits beside an answer and is none: a courtesy, a rude remark. */
  | { readonly sort: 'aside' }
  /** Would answer something else; beside an answer it only has nothing to do with it. */
  | { readonly sort: 'stray'; readonly reason: string }
  /** An answer to this question, and a wrong one; `score` below 0. */
  | { readonly sort: 'wrong'; readonly score: number; readonly reason: string };

/** A sentence or a piece of one → what it says; null when the grammar has no such sentence. */
export type ReadPart = (words: string, said: string) => Part | null;

export interface Reading {
  /** Whether the question is answered: right · right and spoilt by what stands beside it · wrongly · not at all. */
  readonly state: 'right' | 'spoilt' | 'wrong' | 'none';
  /** In [−1, 1]. */
  readonly score: number;
  /** One plain clause: why. */
  readonly reason: string;
}

export const aside: Part = { sort: 'aside' };

export const answer = (credit: number, reason: string): Part => ({ sort: 'answer', credit, reason });

export const spoiler = (credit: number, reason: string, isAnswer = false): Part => ({
  sort: 'spoiler',
  credit,
  isAnswer,
  reason,
});

export const stray = (reason: string): Part => ({ sort: 'stray', reason });

export const wrong = (score: number, reason: string): Part => ({ sort: 'wrong', score, reason });

export interface ReadOptions {
  /** False when the reply goes on as another speaker or was cut off: then there is more than was read. */
  readonly isWhole: boolean;
  /** Thin answers make a whole one together: two sentences of a description. */
  readonly addsUp?: boolean;
}

/** @returns what the sentences come to together */
export function readSentences(sentences: readonly Sentence[], read: ReadPart, options: ReadOptions): Reading {
  const parts = sentences.map((sentence) => ({ said: sentence.said, parts: readSentence(sentence, read) }));
  const all = parts.flatMap(({ parts: of }) => of ?? []);
  const ofSort = <Sort extends Part['sort']>(sort: Sort) =>
    all.filter((part): part is Extract<Part, { sort: Sort }> => part.sort === sort);
  const nonsense = parts.find(({ parts: of }) => of === null || of.some((part) => part.sort === 'stray'));
  const answers = ofSort('answer').sort((a, b) => b.credit - a.credit);
  const [worst] = ofSort('wrong').sort((a, b) => a.score - b.score);
  const [spoilt] = ofSort('spoiler');
  const [best] = answers;
  if (worst) {
    const contradicts = { score: worth.contradicted, reason: `${worst.reason}, beside an answer` };
    return best ? { state: 'spoilt', ...contradicts } : { state: 'wrong', score: worst.score, reason: worst.reason };
  }
  if (!best && !spoilt?.isAnswer) {
    const [stray] = ofSort('stray');
    return { state: 'none', score: worth.noAnswer, reason: stray?.reason ?? notAnswered(nonsense?.said) };
  }
  if (nonsense) return spoiltBy(`${quote(nonsense.said)} has nothing to do with it`);
  if (!options.isWhole) return spoiltBy('it answers, and then goes on');
  const sum = answers.reduce((total, { credit }) => total + credit, 0);
  const credit = options.addsUp ? Math.min(1, sum) : (best?.credit ?? 1);
  if (spoilt && spoilt.credit < credit) return { state: 'spoilt', score: spoilt.credit, reason: spoilt.reason };
  return { state: 'right', score: credit, reason: best?.reason ?? '' };
}

const spoiltBy = (reason: string): Reading => ({ state: 'spoilt', score: worth.besideNonsense, reason });

function notAnswered(said: string | undefined): string {
  return said === undefined ? 'it does not answer what was said' : `${quote(said)} is no answer to it`;
}

/** Short enough for a clause. */
export function quote(text: string): string {
  const said = text.replace(/[.!?]+$/, '');
  return said.length <= 40 ? `“${said}”` : `“${said.slice(0, 38).replace(/\s+\S*$/, '')} …”`;
}

/** Longest sentence that is tried in pieces: the ways to part it double with each. */
const MOST_PIECES = 6;

/**
 * The whole sentence first; else its pieces, put together again in whatever way all of them are understood. A wrong whole may
 * be two right halves that a slot ran together ("I like both cats and dogs, so I can't choose").
 */
function readSentence({ words, pieces, said }: Sentence, read: ReadPart): readonly Part[] | null {
  const whole = read(words, said);
  const fallback = whole && [whole];
  if (whole && whole.sort !== 'wrong') return fallback;
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return fallback;
  const from = (start: number): readonly Part[] | null => {
    if (start === pieces.length) return [];
    for (let end = pieces.length; end > start; end--) {
      if (start === 0 && end === pieces.length) continue;
      const text = pieces.slice(start, end).join(' ');
      const part = read(text, said) ?? read(withoutJoiner(text), said);
      const rest = part && from(end);
      if (rest) return [part, ...rest];
    }
    return null;
  };
  return from(0) ?? fallback;
}
