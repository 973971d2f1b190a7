/** Reads a reply to "cats or dogs?": does it take a side, and which? Patterns on words, made for short plain sentences. */
import { firstTurn, hasPhrase } from '../evals/words.ts';
import type { Prompt } from '../types.ts';
import { nounForms, withoutArticle } from './topics.ts';

export interface Opinion {
  /** Leaves the choice open · gives both their due · takes a side · names neither. */
  readonly stance: 'open' | 'both' | 'sides' | 'none';
  /** The side taken, when it can be told. */
  readonly side?: string;
  /** 1 for the first side of the divide, −1 for the second, 0 for neither. */
  readonly lean: -1 | 0 | 1;
}

/** @param prompt one whose id names the divide: `opinion/cats-or-dogs/…` */
export function readOpinion(prompt: Prompt, text: string): Opinion {
  const turn = firstTurn(text);
  const divide = (prompt.id.split('/')[1] ?? '').replaceAll('-', ' ');
  const sides = divide.split(' or ').map(withoutArticle);
  const named = sides.filter((side) => isNamed(side, turn));
  if (favors.test(turn)) return sidesWith(firstNamed(sides, favors.exec(turn)?.[0] ?? '') ?? named[0], sides);
  if (leavesOpen.test(turn)) return { stance: 'open', lean: 0 };
  if (named.length === 0) return { stance: 'none', lean: 0 };
  if (named.length === 1 || compares.test(turn)) return sidesWith(firstNamed(sides, turn), sides);
  return { stance: 'both', lean: 0 };
}

/** "I like cats more", "My favorite is tea", "I would choose dogs"; not "I can't choose", not "I could say more". */
const favors =
  /\b(?:I|my)\b(?:(?!can't|cannot|can not|do not|don't|not)[^.!?])*?\b(?:prefer|favorite|(?:like|love)\b[^.!?]*\b(?:more|better|best)|(?:would|'d) (?:choose|pick|take|rather))\b[^.!?]*/;
const leavesOpen = /\b(?:up to you|(?:can't|cannot|can not) (?:choose|say|decide)|depends|your choice|you decide)\b/i;
const compares =
  /\b(?:is|are|much|far) (?:more|better|nicer|best|worse)\b|\b(?:better|nicer|worse|more \w+) than\b|\bbut (?:not|I (?:like|love|prefer|hate|do not like|don't like))\b/i;

function sidesWith(side: string | undefined, sides: readonly string[]): Opinion {
  if (side === undefined) return { stance: 'sides', lean: 0 };
  return { stance: 'sides', side, lean: side === sides[0] ? 1 : -1 };
}

function isNamed(side: string, text: string): boolean {
  return nounForms(side).some((form) => hasPhrase(text, form));
}

/** The side named first: "cats are better than dogs" speaks for cats. */
function firstNamed(sides: readonly string[], text: string): string | undefined {
  const at = (side: string) => {
    const forms = nounForms(side).filter((form) => hasPhrase(text, form));
    return Math.min(...forms.map((form) => text.toLowerCase().indexOf(form.toLowerCase())), Infinity);
  };
  const [first] = sides.filter((side) => at(side) < Infinity).sort((a, b) => at(a) - at(b));
  return first;
}
