/**
 * The small world's word lists: people, things, places, animals, foods, hobbies, occupations. Used by the corpus generator
 * and by the prompts, so both speak of the same things. Plain data, singular, without articles.
 */
import { facts } from './facts.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s*\|\s*|\s*\n\s*/);

export type Gender = 'female' | 'male';

export const femaleNames = list(
  'Anna|Mary|Lucy|Emma|Sara|Lily|Kate|Jane|Rosa|Mia|Nina|Ruth|Alice|Clara|Ella|Grace|Helen|Julia|Laura|Maria|Nora|Olga|Paula|Rita|Sofia|Tina|Vera|Zoe|Amy|Eva|Ida|Molly',
);
export const maleNames = list(
  'Tom|Sam|Ben|Max|Jack|Peter|Paul|John|Mark|Leo|Adam|Carl|David|Eric|Frank|George|Henry|Ivan|James|Kevin|Luke|Martin|Nick|Oscar|Oliver|Ray|Simon|Tim|Victor|Walter|Will|Hugo',
);
export const petNames = list('Rex|Bella|Lucky|Daisy|Spot|Sandy|Misty|Rusty|Toby|Ginger|Sunny|Pepper|Shadow|Buddy');

/** Things a child can hold, want, lose. */
export const things = list(
  `ball|kite|doll|drum|lamp|key|map|book|hat|coat|cup|box|bag|coin|ring|watch|clock|knife|spoon|rope|basket|bottle|brush|button|candle|chair|toy boat|pencil|pen|letter|ticket|umbrella|blanket|pillow|mirror|bell|whistle|radio|phone|camera|bike|sled|tent|torch|ladder|bucket|wallet|scarf|glove|shoe|boot|belt|ribbon|picture|painting|puzzle|stamp|shell|stone|feather|flute|guitar|violin|trumpet|flag|net|cage|jar|pot|pan|plate|bowl|teapot|kettle|stool|shelf|table|desk|wagon|cart|model plane|snow globe|music box|notebook|newspaper|envelope|hammer|saw|nail|screw|needle|apron|mask|cape|crown|necklace|bracelet|old sweater|toy train|robot|magnet|compass|helmet|skateboard|racket|chess set|red balloon|egg timer|alarm clock|oil lamp|iron gate key|orange scarf|apple basket|ice skate|acorn`,
);

/** Places one can walk to; each takes "the". */
export const places = list(
  `park|school|market|river|lake|beach|forest|farm|station|library|garden|bakery|church|bridge|castle|harbor|hill|village|town|shop|zoo|museum|theater|hospital|office|factory|barn|field|mill|island|cave|old house|square|playground|post office|bus stop|train station|swimming pool|fire station|bank|hotel|cinema|airport|mountain|valley|pond|meadow|kitchen|attic|cellar|workshop|stadium`,
);

export const animals = list(
  `dog|cat|horse|cow|pig|sheep|goat|hen|duck|goose|rabbit|mouse|fox|wolf|bear|lion|tiger|monkey|elephant|donkey|deer|frog|turtle|snake|owl|crow|robin|parrot|eagle|swan|squirrel|hedgehog|beaver|otter|seal|whale|dolphin|camel|zebra|giraffe|kitten|puppy|pony|lamb|spider|bee|ant|butterfly|snail|bat`,
);
export const pets = list('dog|cat|rabbit|parrot|pony|kitten|puppy|hamster|goldfish|turtle|mouse|goat|donkey|duck');

/** Foods with an article ("an apple") and without ("bread"). */
export const foods = list(
  `apple|pear|plum|banana|orange|peach|melon|lemon|carrot|potato|tomato|onion|egg|sandwich|pancake|cookie|cake|pie|muffin|sausage|omelet|bun|pizza|salad|biscuit`,
);
export const foodMasses = list(
  'bread|cheese|butter|jam|honey|soup|rice|pasta|milk|tea|coffee|juice|chocolate|ice cream|yogurt|porridge|toast|fish|ham|lemonade|water|sugar|salt|corn|stew',
);
export const fruits = list('apple|pear|plum|banana|orange|peach|melon|lemon|grape|cherry|strawberry|mango');
export const colors = list('red|blue|green|yellow|white|black|brown|gray|pink|purple|orange');

/** Gerunds. */
export const hobbies = list(
  `reading|painting|singing|dancing|swimming|running|fishing|cooking|baking|knitting|sewing|drawing|gardening|hiking|skating|skiing|sailing|cycling|climbing|camping|playing chess|playing cards|playing football|playing tennis|playing the piano|playing the guitar|collecting stamps|collecting coins|watching birds|taking photos|writing poems|telling jokes|building models|flying kites|riding horses|juggling|rowing|surfing|bowling|making pottery`,
);

export const occupations = list(
  `doctor|nurse|teacher|baker|farmer|driver|pilot|sailor|soldier|painter|singer|writer|actor|dancer|cook|waiter|builder|plumber|carpenter|tailor|cleaner|gardener|engineer|lawyer|judge|dentist|vet|librarian|mechanic|electrician|butcher|barber|fisherman|miner|clerk|secretary|scientist|astronaut|firefighter|police officer|guard|hunter|shepherd|photographer|musician|reporter|shopkeeper|postman|architect|student`,
);

/** Harmless divides for opinions: [this, or that]. */
export const divides: readonly (readonly [string, string])[] = list(
  `cats/dogs|tea/coffee|summer/winter|books/films|the sea/the mountains|the city/the country|apples/pears|mornings/evenings|cake/pie|trains/planes|football/tennis|rain/snow|sweet food/salty food|pens/pencils|baths/showers|chess/cards|spring/autumn|pizza/pasta|rivers/lakes|letters/phone calls|milk/juice|singing/dancing|bikes/buses|gold/silver`,
).map((pair) => {
  const [a = '', b = ''] = pair.split('/');
  return [a, b] as const;
});

export const weekdays = list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');
export const months = list('January|February|March|April|May|June|July|August|September|October|November|December');

/** Speakers of dialogues beside people's names. */
export const roleNames = list(
  'User|Assistant|Teacher|Student|Mother|Father|Grandma|Guest|Host|Customer|Clerk|Doctor|Visitor|Guide|Boy|Girl',
);

/**
 * Every proper name that the corpus generator uses: an evaluation that counts dictionary words counts these as words.
 * Names of two words are given whole and in parts.
 */
export const properNames: readonly string[] = [
  ...new Set(
    [
      ...femaleNames,
      ...maleNames,
      ...petNames,
      ...weekdays,
      ...months,
      ...facts.flatMap((fact) => (fact.relation === 'capital' ? [fact.subject.replace(/^the /, ''), fact.answer] : [])),
      'Mars|Venus|Saturn|Jupiter|Easter|English|French|Mr|Mrs|Dr|Ms|OK'.split('|'),
    ]
      .flat()
      .flatMap((name) => [name, ...name.split(' ')]),
  ),
];
