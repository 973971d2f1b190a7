/**
 * The rule of tone. A list of polite and warm words against rude ones, each counted once however often it is said, so that
 * "please please please" earns no more than "please". Crude on purpose: a visitor can read why, and see it being gamed.
 */
import { firstTurn } from '../evals/words.ts';
import type { Prompt } from '../types.ts';
import type { Rule } from './types.ts';

/** A row is one courtesy in all its forms. */
const kindWords: readonly RegExp[] = [
  /\bplease\b/i,
  /\bthanks?\b/i,
  /\bsorry\b/i,
  /\b(?:glad|gladly)\b/i,
  /\bwelcome\b/i,
  /\bhappy (?:to|for|that)\b/i,
  /\bof course\b/i,
  /\bgood luck\b/i,
  /\bpleasure\b/i,
  /\btake care\b/i,
  /\benjoy\b/i,
  /\bhope\b/i,
  /\bdear\b/i,
  /\bkind\b(?! of)/i,
  /\b(?:wonderful|lovely)\b/i,
  /\b(?:have a (?:good|nice|great)|good day)\b/i,
  /\bwell done\b/i,
  /\b(?:nice to|how nice)\b/i,
  /\b(?:how can I help|can I do for you|what do you need)\b/i,
  /\b(?:all right|no problem|do not worry|don't worry)\b/i,
];

const rudeWords: readonly RegExp[] = [
  /\bshut up\b/i,
  /\bgo away\b/i,
  /\b(?:silly|dumb|stupid|idiot|fool|foolish)\b/i,
  /\b(?:do not|don't) care\b/i,
  /\bwho asked\b/i,
  /\bleave me alone\b/i,
  /\bnobody (?:wants|cares|asked)\b/i,
  /\bstop it\b/i,
  /\byou are (?:boring|lazy|rude|wrong|bad|ugly)\b/i,
  /\bask someone else\b/i,
  /\bso what\b/i,
  /\bhate\b/i,
];

/** Score by the number of different courtesies: each further one adds less. */
const scoreOfKinds = [0, 0.5, 0.8, 1] as const;

export const kind: Rule = {
  id: 'kind',
  sentence: 'Be kind and polite.',
  appliesTo: asksForTone,
  check(_, { text }) {
    const turn = firstTurn(text).replaceAll('’', "'");
    const rude = firstMatch(rudeWords, turn);
    if (rude !== null) return { score: -1, reason: `“${rude}” is rude` };
    const kinds = kindWords.filter((pattern) => pattern.test(turn));
    const [first] = kinds;
    if (!first) return { score: 0, reason: 'its tone is neither kind nor rude' };
    const score = scoreOfKinds[Math.min(kinds.length, 3)] ?? 1;
    const said = `“${firstMatch([first], turn) ?? ''}”`;
    return { score, reason: kinds.length === 1 ? `${said} is kind` : `${said} and more is kind` };
  },
};

/** Tone matters wherever someone is answered; a story or a description has its own. */
function asksForTone({ family, id }: Prompt): boolean {
  return family !== 'writing' || id.startsWith('kind/');
}

function firstMatch(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const [match] = pattern.exec(text) ?? [];
    if (match !== undefined) return match.toLowerCase();
  }
  return null;
}
