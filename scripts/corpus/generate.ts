/**
 * The corpus: which kinds of documents there are, in what shares of the bytes, some of them by habitual misspellers.
 * Seeded and deterministic.
 * Documents of a kind are drawn with a probability of share ÷ mean length, real prose is used up once and no more.
 */
import { facts } from '../../src/world/facts.ts';
import { Draft } from './document.ts';
import { FactDeck } from './factDeck.ts';
import { factList, factNote } from './kinds/facts.ts';
import {
  chatTalk,
  contrastTalk,
  deedContrast,
  jobTalkDocument,
  legend,
  opinionContrast,
  sermonPage,
  unknownTalk,
} from './kinds/contrast.ts';
import { categoryPage, openTalk } from './kinds/open.ts';
import { calculatorTalk, sumPage, sumStory, sumTalk } from './kinds/sums.ts';
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
import { misspellHabits } from '../../src/world/misspellings.ts';

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
  // Questions and echoes: what teaches copying, and the facts.
  echoTalk: { share: 0.075, write: echoTalk },
  echoGame: { share: 0.02, write: echoGame },
  factEcho: { share: 0.055, write: factEcho },
  factTalk: { share: 0.045, write: factTalk },
  factList: { share: 0.04, write: factList },
  factNote: { share: 0.02, write: factNote },
  quiz: { share: 0.04, write: quiz },
  questionList: { share: 0.012, write: questionList },
  // Contrasts: one speaker answers in its own way.
  contrast: { share: 0.1, write: contrastTalk },
  chat: { share: 0.07, write: chatTalk },
  deedContrast: { share: 0.025, write: deedContrast },
  opinionContrast: { share: 0.02, write: opinionContrast },
  unknown: { share: 0.02, write: unknownTalk },
  legend: { share: 0.005, write: legend },
  sermon: { share: 0.01, write: sermonPage },
  openTalk: { share: 0.035, write: openTalk },
  categoryPage: { share: 0.01, write: categoryPage },
  jobTalk: { share: 0.025, write: jobTalkDocument },
  // Sums.
  sumPage: { share: 0.025, write: sumPage },
  sumTalk: { share: 0.028, write: sumTalk },
  calculator: { share: 0.015, write: calculatorTalk },
  sumStory: { share: 0.005, write: sumStory },
  // Talk and pages of every other sort.
  smallTalk: { share: 0.02, write: smallTalkDocument },
  deedTalk: { share: 0.018, write: deedTalk },
  writingTalk: { share: 0.025, write: writingTalk },
  forum: { share: 0.01, write: forumThread },
  story: { share: 0.04, write: story },
  deedStory: { share: 0.008, write: deedStory },
  history: { share: 0.018, write: historyPage },
  description: { share: 0.007, write: description },
  howTo: { share: 0.007, write: howTo },
  letter: { share: 0.007, write: letter },
  diary: { share: 0.007, write: diaryPage },
  review: { share: 0.007, write: review },
  opinion: { share: 0.011, write: opinion },
  workday: { share: 0.01, write: workday },
};
export const proseShare = 0.105;

/** Of the generated documents: written by someone with all the habits of misspellings.ts (in a talk: one of the speakers). */
export const habitualShare = 0.09;

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
      write: () => withHabits(write(new Draft(random, deck)), random),
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

/** The document as it is, or by a habitual writer: a speaker of a talk, or all of a page. */
function withHabits(text: string, random: CorpusRandom): string {
  if (!random.chance(habitualShare)) return text;
  const speakers = [...new Set([...text.matchAll(/^(\w+): /gm)].map(([, name = '']) => name))];
  if (speakers.length === 0) return misspellHabits(text);
  const writer = random.chance(0.3) ? undefined : random.pick(speakers);
  return text
    .split('\n')
    .map((line) => {
      const [, name, said] = /^(\w+): (.*)$/.exec(line) ?? [];
      if (name === undefined || said === undefined) return misspellHabits(line);
      return writer === undefined || writer === name ? `${name}: ${misspellHabits(said)}` : line;
    })
    .join('\n');
}
