/**
 * Replies to small talk. A sentence fits when smalltalk/ lists it as a reply to the intent, or when it does what a reply to
 * the intent does (talkActs.ts). One that replies to another intent is wrong; rude ones fit badly.
 */
import { worth } from '../goldTable.ts';
import { knownSentence } from '../smalltalk/knownSentences.ts';
import { type Act, actsOf } from './talkActs.ts';
import { fittingActs } from './talkFits.ts';
import { answer, aside, type ReadPart, spoiler, stray } from './reading.ts';

export function readTalk(intent: string): ReadPart {
  const fitting = fittingActs[intent];
  if (!fitting) throw new RangeError(`there is no small talk "${intent}"`);
  return (words) => {
    const known = knownSentence(words);
    const said = known?.get(intent);
    const acts = actsOf(words);
    const does = (wanted: readonly Act[]) => acts.some((act) => wanted.includes(act));
    // "I am Assistant. You should know that.": the second sentence is the rude one.
    if (does(fitting.answers)) return answer(worth.fullAnswer, 'it fits what was said');
    if (said) {
      return said.size === 1 && said.has('rude')
        ? spoiler(worth.rudeTalk, 'it fits what was said, but is rude', true)
        : answer(worth.fullAnswer, 'it fits what was said');
    }
    if (does(fitting.beside)) return aside;
    return known || acts.length > 0 ? stray('it replies to something else') : null;
  };
}
