/**
 * The corpus: which kinds of documents there are, in what shares of the bytes, with typos on top. Seeded and deterministic.
 * Documents of a kind are drawn with a probability of share ÷ mean length, real prose is used up once and no more.
 */
import { facts } from '../../src/world/facts.ts';
import { Draft } from './document.ts';
import { FactDeck } from './factDeck.ts';
import { factList, factNote } from './kinds/facts.ts';
import { description, diaryPage, howTo, letter, opinion, review, workday } from './kinds/pages.ts';
import { deedStory, historyPage, story } from './kinds/stories.ts';
import {
  deedTalk,
  echoGame,
  echoTalk,
  factEcho,
  factTalk,
  forumThread,
  questionList,
  quiz,
  smallTalkDocument,
  writingTalk,
} from './kinds/talk.ts';
import { CorpusRandom } from './random.ts';
import { addTypos } from './typos.ts';

export interface CorpusDocument {
  readonly kind: string;
  readonly text: string;
}

interface Kind {
  /** Of the bytes of the whole corpus. */
  readonly share: number;
  readonly write: (draft: Draft) => string;
}

/** Shares sum to 1 with `proseShare`. */
export const kinds: Readonly<Record<string, Kind>> = {
  echoTalk: { share: 0.12, write: echoTalk },
  echoGame: { share: 0.03, write: echoGame },
  factEcho: { share: 0.07, write: factEcho },
  factTalk: { share: 0.065, write: factTalk },
  factList: { share: 0.065, write: factList },
  factNote: { share: 0.03, write: factNote },
  quiz: { share: 0.055, write: quiz },
  questionList: { share: 0.015, write: questionList },
  smallTalk: { share: 0.055, write: smallTalkDocument },
  deedTalk: { share: 0.035, write: deedTalk },
  writingTalk: { share: 0.03, write: writingTalk },
  forum: { share: 0.03, write: forumThread },
  story: { share: 0.075, write: story },
  deedStory: { share: 0.015, write: deedStory },
  history: { share: 0.025, write: historyPage },
  description: { share: 0.015, write: description },
  howTo: { share: 0.015, write: howTo },
  letter: { share: 0.015, write: letter },
  diary: { share: 0.015, write: diaryPage },
  review: { share: 0.015, write: review },
  opinion: { share: 0.02, write: opinion },
  workday: { share: 0.01, write: workday },
};
export const proseShare = 0.18;

/** Of the lower-case words of at least four letters in generated documents: about 0.5 % of all words. */
export const typoRate = 0.012;

export interface CorpusOptions {
  readonly seed: number;
  readonly targetBytes: number;
  /** Documents of real prose, used in order until their share is reached (prose.ts); none by default. */
  readonly prose?: readonly string[];
}

export interface Corpus extends Iterable<CorpusDocument> {
  /** Counts exposures while the documents are read. */
  readonly deck: FactDeck;
}

/** One corpus; iterate it once. */
export function generateCorpus({ seed, targetBytes, prose = [] }: CorpusOptions): Corpus {
  const random = new CorpusRandom(seed);
  const deck = new FactDeck(random, facts);
  const table: { kind: string; share: number; write: () => string | undefined; bytes: number; count: number }[] =
    Object.entries(kinds).map(([kind, { share, write }]) => ({
      kind,
      share,
      write: () => addTypos(write(new Draft(random, deck)), random, typoRate),
      bytes: 0,
      count: 0,
    }));
  const order = random.shuffle(prose);
  const proseBytes = order.reduce((sum, text) => sum + text.length, 0);
  if (proseBytes > 0) {
    const share = Math.min(proseShare, proseBytes / targetBytes);
    table.push({ kind: 'prose', share, write: () => order.pop(), bytes: 0, count: 0 });
  }
  function* documents(): Generator<CorpusDocument> {
    let total = 0;
    while (total < targetBytes) {
      // 400 bytes stand for a mean that isn't measured yet.
      const weights = table.map(({ share, bytes, count }) => share / ((bytes + 400) / (count + 1)));
      let at = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => (at -= weight) < 0);
      const entry = table[Math.max(0, index)];
      const text = entry?.write();
      if (!entry || text === undefined) continue;
      entry.bytes += text.length;
      entry.count++;
      total += text.length;
      yield { kind: entry.kind, text };
    }
  }
  return { deck, [Symbol.iterator]: documents };
}
