/**
 * Sentences that may stand beside an answer and are none: courtesies and rude remarks, which change nothing about whether a
 * reply is right (tone is a rule of form), and padding, which spoils it.
 */
import { worth } from '../goldTable.ts';
import { ramblings } from '../behaviours/ramblings.ts';
import { endings, openings } from '../behaviours/tones.ts';
import { compile } from '../grammar/pattern.ts';
import { sentencesOf } from '../grammar/sentences.ts';
import { lists } from './lists.ts';
import { aside, type ReadPart, spoiler } from './reading.ts';

const courtesies = compile(
  `
  i hope (that|this|it) (helps|helped|is of help) [you] [a little]
  i hope [that] this answers your question
  i am [<really>] glad [that] you asked [me] [that]
  i am (happy|glad) to help [you] [with that]
  i am (happy|glad) i could help [you]
  have a <good> (day|evening|morning|week|time|afternoon|weekend)
  take care [of yourself]
  good luck [with (it|that|this|your homework)] [to you]
  (please) (ask|tell) me [again|more] [any time|if you like]
  ask me again any time
  ask me any time
  let me know if (you need|there is) (anything else|more help|something else|more)
  is there anything else [you want to know|i can do for you]
  [that is] [a] <good> question
  [it is] <good> that you ask
  (thank you|thanks) [for (asking|your question|the question)]
  you are [very] welcome
  (of course|certainly|sure|yes|gladly|with pleasure|well|oh|okay|all right|i see|please|my friend|dear friend|no problem|here it is|here you are|here you go)
  (hello|hi|good day|hello there|hi there) [my friend|dear friend]
  [that is] an easy one
  (enjoy [it]|have fun)
  [i am] [so|very|really] sorry [about that]
  let us see
  let me (see|think|help you)
`,
  lists,
);

const rudeRemarks = compile(
  `
  [(that|this) (was|is)] [such] a (silly|stupid|dumb|foolish|boring|bad) question
  (that|this|it) (was|is) (silly|stupid|dumb|boring)
  [and|so|but] [now] (leave me alone|go away|be quiet|shut up|stop asking [me]|get lost)
  [but|and] who asked you
  [and|but] i do not care [about (it|that|you)]
  [and|but] nobody (cares|asked you|wants to know)
  [and] next time ask (someone|somebody) else
  [and|but] (so what|what is it to you|who cares)
  [even a child|everyone|everybody] knows that
  you should know that [yourself|already|by now]
  (do not|never) ask (me|such things) again
  think before you ask
  look it up yourself
  i have better things to do
  are you (stupid|silly|deaf)
  what a (silly|stupid|dumb) question
  stop (it|asking|bothering me)
`,
  lists,
);

const padding = compile(
  `
  that is what i think about it [and that is all there is to it]
  [and] that is all there is to it
  [and] (there is|i know|i could tell you) (a lot|much) more [to say] [about (it|that|this)] [but that is for another (time|day)]
  [but] that is for another (time|day)
  i could go on and on [about it] [but i think that is all]
  [but] i think that is all
  i could (say|tell you) [so] much more [about (it|that)]
  [well] let me (tell you [something]|think about (it|that) [for a while])
  [and] as i (said|have said) [before]
  [and] so on and so on
  [well] that is a long story
  where was i
  what i want to say is this
  that is all [i (can|want to|have to) say [about (it|that)]] [for (now|today)]
`,
  lists,
);

export type AsideKind = 'courtesy' | 'rude' | 'padding';

/** The crowd's own remarks, word for word (behaviours/). */
const listed: ReadonlyMap<string, AsideKind> = new Map(
  (
    [
      ['courtesy', [...openings.warm, ...endings.warm]],
      ['rude', [...openings.rude, ...endings.rude]],
      ['padding', ramblings],
    ] as const
  ).flatMap(([kind, remarks]) =>
    remarks.flatMap((remark) => sentencesOf(remark).map(({ words }): [string, AsideKind] => [words, kind])),
  ),
);

/** What kind of aside a sentence is; null when it is none. */
export function asideKind(words: string): AsideKind | null {
  const known = listed.get(words);
  if (known) return known;
  if (courtesies.match(words)) return 'courtesy';
  if (rudeRemarks.match(words)) return 'rude';
  return padding.match(words) ? 'padding' : null;
}

/** Reads asides only; padding spoils what it stands beside. */
export const readAside: ReadPart = (words) => {
  const kind = asideKind(words);
  if (kind === 'padding') return spoiler(worth.ramblingAnswer, 'it rambles on beside the answer');
  return kind && aside;
};
