/**
 * Parts of speech of the small world's words: what a word may be in a sentence. One letter a part, several where a word can
 * be several ("saw": noun, verb). A word without a letter isn't of this world, so no sentence with it parses.
 */
import { gerundOf, pastOf, pluralOf, thirdPersonOf } from '../inflect.ts';
import * as lexicon from '../lexicon.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const determiners = words(
  'a an the his her their its my our your this that these those some every each another one two three four five six seven eight nine ten twenty hundred many no any all both',
);
const pronouns = words(
  'he she it they him her them we us i me you everyone everybody someone somebody nobody everything something nothing all both himself herself itself themselves',
);
const prepositions = words(
  'in on at to from by with for into out up down over under off about after before around near through between behind beside along across of like without until during toward above inside outside as',
);
const adverbs = words(
  'home away then soon again very quickly slowly happily sadly softly loudly quietly gently always never often once today yesterday tomorrow tonight early late together there here too also alone away back outside inside well fast hard just still only so suddenly finally first long ago day later now down up off out ever after not almost really quite all more at-last once-again upstairs carefully proudly kindly deeply forever much',
);
const conjunctions = words('and but so because when until while that who where if or as which before after');
const auxiliaries = words('was were had could would did might');
const presentAuxiliaries = words('is are has can will does may must');
const adjectives = words(
  `little brave kind clever shy funny quiet young happy sad old big small tall new red blue green yellow white black brown gray pink purple orange
   good nice great wonderful lovely beautiful warm cold hot dark bright long short soft hard strong weak tired hungry thirsty angry afraid proud glad lonely
   poor rich fast slow loud shiny round golden silver wooden lost hidden best better other next last same own whole full empty wet dry clean dirty sweet
   fresh deep high low friendly busy ready sure safe free wild gentle lucky late early pretty ugly silly wise curious broken heavy light thin thick sick well
   magic magical favorite tiny huge careful careless alone asleep awake alive dear much more many sleepy cozy calm excited surprised pleased worried scared
   grateful thankful cheerful merry fair bitter real true`,
);
const nouns = words(
  `friend friends day days year years morning evening night afternoon time week summer winter spring autumn sun moon star stars sky wind rain snow storm cloud
   forest river sea town village house home door window road path street way world water fire tree trees flower flowers grass leaf leaves hill stone food
   bread cheese honey milk tea coffee soup cake nest hole cave hut tail paw paws wing wings ear nose eye eyes hand hands foot heart head mouth voice song
   story smile dream wish idea plan name word words mother father sister brother grandma grandpa child children boy girl man woman people king queen neighbor
   neighbors family guest stranger baby birthday party game race prize gift present surprise secret treasure adventure trip journey help work job love luck
   fun joy fear sleep rest noise sound music dance light shadow bed table floor wall roof room garden gate field farm barn pond bridge mountain island beach
   boat ship train coins money piece end side top bottom middle place thing things work keys wood berries nuts seeds carrot carrots fish bone hat shoes
   patient patients customer customers teeth letter letters office desk tools paper papers bus ladder uniform lunch breakfast dinner bag rope books kitchen
   class lesson students pupil school hospital ward court law plane planes sky passengers paint brush picture stage songs page pages cow cows sheep hay bowl
   loaf loaves cup cups cakes bottle bottles basket baskets flowers
   nails hammer pipe pipes coat coats needle thread rose roses machine machines question questions answer answers truth animals cat engine hose smoke tray
   cup bill client clients news minute minutes hour hours moment city lake`,
);
/** Verbs by their base form. */
const verbs = words(
  `find lose give take keep go come run walk jump swim fly sing dance play laugh cry smile look see hear say tell ask answer call help thank love like want
   need hope wish think know learn teach read write draw paint build make bake cook eat drink sleep wake dream rest sit stand live meet visit follow lead
   open close hide seek search show share bring carry hold drop throw catch pull push climb dig plant water grow pick cut fix mend clean wash sweep put get
   buy sell pay save win try start begin stop end finish wait stay leave return turn travel sail ride drive fall rise shine rain snow blow feel hurt
   miss forget remember promise believe become seem happen belong hug kiss wave nod whisper shout roar bark cheer share trade work wear light hang watch
   listen notice discover explore decide choose agree forgive invite greet welcome care worry fear enjoy celebrate gather collect count feed chase wander
   hurry arrive reach cross pass float sink break tear burn cover wrap fill empty polish check examine treat heal serve pour measure sew plan judge study
   use mix stir rub press plug lean lift spread practice train wipe rinse scrub tie aim glue whisk dust deal let set ring knock move change surprise
   land kick hit spend lend send`,
);

const letters = new Map<string, string>();

function add(letter: string, list: readonly string[]): void {
  for (const word of list) {
    const known = letters.get(word) ?? '';
    if (!known.includes(letter)) letters.set(word, known + letter);
  }
}

/** "toy boat" → its last word is the noun; the first may be a noun too. */
const parts = (list: readonly string[]) => list.flatMap((entry) => entry.toLowerCase().split(' '));

export const worldNouns: readonly string[] = [
  ...nouns,
  ...parts(lexicon.things),
  ...parts(lexicon.places),
  ...parts(lexicon.animals),
  ...parts(lexicon.foods),
  ...parts(lexicon.foodMasses),
  ...parts(lexicon.occupations),
];

add('D', determiners);
add('O', pronouns);
add('P', prepositions);
add('R', adverbs);
add('C', conjunctions);
add('X', auxiliaries);
add('Y', presentAuxiliaries);
add('A', [...adjectives, ...lexicon.colors]);
add('N', worldNouns);
add('N', worldNouns.map(pluralOf));
add('G', parts([...lexicon.femaleNames, ...lexicon.maleNames, ...lexicon.petNames]));
add('V', verbs.map(pastOf));
add('W', verbs.map(thirdPersonOf));
add('B', verbs);
add('I', verbs.map(gerundOf));
add('I', lexicon.hobbies);
add('V', words('known seen taken given broken lost found'));

/**
 * @returns what a word may be, a letter each: D determiner, A adjective, N noun, G name, O pronoun, P preposition, R adverb,
 * C conjunction; of verbs V past, W third person, B base, I gerund, X past auxiliary, Y present auxiliary; '' for no word of this world
 */
export function partsOfSpeech(word: string): string {
  const known = letters.get(word) ?? '';
  return word.endsWith("'s") && letters.has(word.slice(0, -2)) ? `${known}D` : known;
}
