/** A few kind words to somebody: addressed to them, and kind. */
import { worth } from '../goldTable.ts';
import { compile } from '../grammar/pattern.ts';
import { lists } from './lists.ts';
import { answer, aside, type ReadPart, wrong } from './reading.ts';

/** Who is meant by what. */
const namesOf: Readonly<Record<string, string>> = {
  mother: 'mother mom mum mommy mama',
  father: 'father dad daddy papa',
  sister: 'sister sis',
  brother: 'brother',
  teacher: 'teacher',
  friend: 'friend',
  grandma: 'grandma grandmother granny',
  neighbor: 'neighbor',
};

const greeting = compile('(dear|hello|hi|my dear|dearest) [my] {who}');
const signed = compile(
  '(yours|love|with love|best wishes|take care|your [loving|dear|old] (friend|son|daughter|child|student|neighbor|sister|brother)|from {x}|kind regards|see you soon)',
);

const kindness = compile(
  `
  [and] (thank you|thanks) [<really>] [much|a lot] [for {k}]
  [and] i (thank you|am thankful|am grateful) [<really>] [much] [to you] [for {k}]
  [and] (your|our) {k} (is|are|make|makes|gave|gives|keep|keeps|warm|warms|help|helps|means|mean) {k}
  [and] you [always|really|often] (are|make|help|have|give|listen|keep|teach|taught|helped|gave|made|look|know|bring|tell|smile|do|work|were|can|cook|bake|sing|took|take|care|mean) {k}
  [and] you are {k}
  [and] i [always|really|often|will always|can always|could always|hope|know] (am|love|like|miss|hope|wish|think|count|can|enjoy|learned|learn|know|remember|feel|want|send|trust) {k}
  [and] (every|each|the|any) (day|time|moment|hour|minute|lesson|visit) with you is {k}
  [and] with you {k} (is|are|was) {k}
  [and] (have|i wish you|wishing you|enjoy) [a] [<really>] {k}
  [and] (it|life|home|school|the house|the world|our house|our street) (is|was) [<really>] {k} (with|to|because of|when|since) [you] {k}
  (happy birthday|get well soon|all the best|i love you|you are the best|thank you so much)
`,
  lists,
);

/** Words of a kind note: what fills {k} must be made of these. */
const kindWords = new Set(
  `a an the your my our his her and or so for of to in on at with from by as that who it is are was were be am have has had me us you i we they all every each day
   days time times year years time always very much lot more most best better good great nice kind kindness wonderful lovely sweet dear warm happy glad
   miss send enjoy well proud strong brave clever funny patient gentle friendly caring thoughtful helpful special help helping helps helped love loving care caring smile smiles
   laugh laughing joy fun stories story words word advice ideas work food cake cakes cookies soup meals dinner tea garden flowers gift gifts letter letters
   visit visits lesson lessons class school house home street life world heart hug hugs hand ear there here think thinking count listen listening clear easy
   hard things thing feel feeling better safe make makes made give giving take taking learn learned read write sing play teach teaching bake cook share
   sharing hear see seeing meet know known being having when while because if what how everything something anything someone everyone friend friends
   friendship family mother father sister brother grandma teacher neighbor mom dad children person people many soon again long today tomorrow together
   back up down around over wish hope want dreams dream sun light morning evening night birthday future health luck like thank thanks grateful thankful
   support trust tell believe come go stay keep really too also just even ever do does did can could will would may one two little big small new old
   true bright beautiful without problems watering plants dog cat bread milk music songs song jokes joke walks walk talks talk times`.split(
    /\s+/,
  ),
);

const justThanks = /^(?:thank you|thanks)(?: (?:so|very) much| a lot)?$/;

const isKind = (said: string) => said.split(' ').every((word) => kindWords.has(word));

export function readLetter(to: string): ReadPart {
  const own = new Set((namesOf[to] ?? to).split(' '));
  const strangers = new Set(
    Object.values(namesOf)
      .flatMap((names) => names.split(' '))
      .filter((name) => !own.has(name)),
  );
  const judge = (words: string) => {
    const slots = kindness.match(words);
    return slots !== null && isKind(words.replace(/^and /, '')) ? slots : null;
  };
  return (words) => {
    const who = greeting.match(words)?.['who'];
    const [first = '', ...rest] = (who ?? '').split(' ');
    const addressed = first === 'sweet' || first === 'best' ? (rest[0] ?? '') : first;
    if (who !== undefined && !own.has(addressed)) {
      return strangers.has(addressed) || rest.length === 0
        ? wrong(worth.otherSubject, `it is to ${who}, not to ${to}`)
        : null;
    }
    if (who !== undefined && rest.length === 0)
      return answer(worth.bareGreeting, 'it greets, and says nothing kind yet');
    const body = who === undefined ? words : words.slice(words.indexOf(addressed) + addressed.length + 1);
    if (own.has(words.split(' ').at(-1) ?? '') && judge(words.split(' ').slice(0, -1).join(' '))) {
      return answer(worth.fullAnswer, `it is kind to ${to}`);
    }
    if (justThanks.test(body)) return answer(worth.bareGreeting, 'it thanks, and says hardly for what');
    if (judge(body)) return answer(who === undefined ? worth.kindToNobody : worth.fullAnswer, `it is kind to ${to}`);
    return signed.match(words) ? aside : null;
  };
}
