/**
 * Replies to small talk. A sentence fits when smalltalk/ lists it as a reply to the intent, or when it does what a reply to
 * the intent does (talkActs.ts). One that replies to another intent is wrong; rude ones fit badly.
 */
import { worth } from '../goldTable.ts';
import { sentencesOf } from '../grammar/sentences.ts';
import type { Tone } from '../smalltalk/intent.ts';
import { smallTalkIntents, tones } from '../smalltalk/intents.ts';
import { type Act, actsOf } from './talkActs.ts';
import { fittingActs } from './talkFits.ts';
import { answer, aside, type ReadPart, spoiler, stray } from './reading.ts';

export function readTalk(intent: string): ReadPart {
  const fitting = fittingActs[intent];
  if (!fitting) throw new RangeError(`there is no small talk "${intent}"`);
  return (words) => {
    const known = knownReplies().get(words);
    const said = known?.get(intent);
    if (said) {
      return said.size === 1 && said.has('rude')
        ? spoiler(worth.rudeTalk, 'it fits what was said, but is rude', true)
        : answer(worth.fullAnswer, 'it fits what was said');
    }
    const acts = actsOf(words);
    const does = (wanted: readonly Act[]) => acts.some((act) => wanted.includes(act));
    if (does(fitting.answers)) return answer(worth.fullAnswer, 'it fits what was said');
    if (does(fitting.beside)) return aside;
    return known || acts.length > 0 ? stray('it replies to something else') : null;
  };
}

let byWords: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Tone>>> | null = null;

/** Sentences of the listed replies → the intents they reply to → in what tones. */
function knownReplies(): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Tone>>> {
  if (byWords) return byWords;
  const index = new Map<string, Map<string, Set<Tone>>>();
  for (const { key, replies } of smallTalkIntents) {
    for (const tone of tones) {
      for (const { words } of replies[tone].flatMap((reply) => sentencesOf(reply))) {
        const intents = index.get(words) ?? new Map<string, Set<Tone>>();
        intents.set(key, (intents.get(key) ?? new Set<Tone>()).add(tone));
        index.set(words, intents);
      }
    }
  }
  byWords = index;
  return index;
}
