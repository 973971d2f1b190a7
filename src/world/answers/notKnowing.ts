/** "I do not know the capital of Zorland": honest where nobody can know, an evasion elsewhere. */
import { worth } from '../goldTable.ts';
import { compile, type Pattern } from '../grammar/pattern.ts';
import { plainWords } from '../grammar/sentences.ts';
import { unknownPlaces } from '../facts.ts';
import { answer, type ReadPart, wrong } from './reading.ts';
import { lists } from './lists.ts';

const admissions: Pattern = compile(
  `
  [i am] [so|very] [sorry] [but] i (do not|did not|cannot) [really] know [{what}]
  i am afraid [that] i (do not|cannot) [really] know [{what}]
  [i am] [so|very] [sorry] [but] i have never been (to|in) {what}
  [i am] [so|very] [sorry] [but] i know nothing about {what}
  [i am] [so|very] [sorry] [but] i have no idea [about {what}|{what}]
  i am [really] not sure [about {what}|{what}]
  i am [really] not sure [what|who|where|how] {what} is
  [i am] [so|very] [sorry] [but] i have never (heard|read) [anything] (of|about) {what}
  [i am] [so|very] [sorry] [but] i never heard of {what}
  [i am] [so|very] [sorry] [but] i cannot (tell|say|answer) [you] [that|{what}]
  [i think] (nobody|no one) knows [{what}|that]
  [as far as i know] there is no [such] (place|country|land|king|capital) [(called|named|as) {what}]
  i do not think [that] {what} (exists|is real|is a real (place|country))
  {what} (is not a (real|known) (place|country)|is not real|is not on any map|does not exist)
  {what} is not a (place|country) [that] i know
  i do not (have|know) (the|an) answer [to (that|{what})]
  i cannot find {what} [on any map|on a map|anywhere]
`,
  lists,
);

/** @returns what is said not to be known, '' for nothing in particular; null when the sentence admits nothing */
export function admittedIn(words: string): string | null {
  return admissions.match(words)?.['what'] ?? (admissions.match(words) ? '' : null);
}

/** Words that may stand for what was asked. */
const general = new Set(
  `that it this the a an of in about to is are was there like on for any anything something much more thing things place country land
  its his her their name named called yet at all answer question asked ask one which what who where how many find found tell
  lie lies sorry too either capital-city city king's`.split(/\s+/),
);

const invented = new Set(unknownPlaces.map(({ name }) => name.toLowerCase()));

/** For questions about a place nobody knows: the place must be kept, and the rest be what was asked. */
export function readNotKnown(place: string, question: string): ReadPart {
  const asked = new Set(
    plainWords(question)
      .replaceAll(/,|\b(?:you|me|i|can|could)\b/g, '')
      .split(' '),
  );
  const name = place.toLowerCase();
  return (words) => {
    const what = admittedIn(words);
    if (what === null) return null;
    const named = what.split(' ').filter((word) => word !== '');
    const other = named.find((word) => word !== name && invented.has(word));
    if (other !== undefined) return wrong(worth.otherPlace, `it speaks of another place than ${place}`);
    const strange = named.find((word) => !asked.has(word) && !general.has(word) && word !== name);
    if (strange !== undefined) return wrong(worth.otherPlace, `${place}'s ${strange} is not what was asked`);
    return answer(worth.fullAnswer, 'it says that it does not know');
  };
}
