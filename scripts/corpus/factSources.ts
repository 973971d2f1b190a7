/**
 * The hand-picked subjects of the fact tables. Capitals are not here: only the countries' names are, `makeFacts.ts` takes
 * the capitals from `countries-list`. Kinds and opposites are checked against WordNet by a test.
 */

/** Well-known countries. */
export const countryNames =
  `France|Germany|Italy|Spain|Portugal|Austria|Belgium|Poland|Greece|Norway|Sweden|Finland|Denmark|Ireland|Iceland|Hungary|Romania|Bulgaria|Serbia|Croatia|Slovakia|Slovenia|Albania|Latvia|Lithuania|Estonia|Ukraine|Belarus|Moldova|Russia|Turkiye|Cyprus|Malta|Switzerland|Netherlands|United Kingdom|China|Japan|India|Nepal|Pakistan|Afghanistan|Iran|Iraq|Syria|Lebanon|Jordan|Israel|Egypt|Libya|Tunisia|Algeria|Morocco|Sudan|Ethiopia|Kenya|Uganda|Tanzania|Rwanda|Somalia|Nigeria|Ghana|Senegal|Mali|Niger|Chad|Angola|Zambia|Zimbabwe|Namibia|Botswana|Mozambique|Madagascar|Malawi|Gabon|Togo|Gambia|Guinea|Liberia|Eritrea|Canada|United States|Mexico|Cuba|Jamaica|Haiti|Honduras|Nicaragua|Costa Rica|Brazil|Argentina|Chile|Peru|Colombia|Venezuela|Ecuador|Uruguay|Paraguay|Australia|Fiji|Indonesia|Vietnam|Thailand|Cambodia|Laos|Mongolia|Qatar|Oman|Yemen|Saudi Arabia|Georgia|Armenia|Philippines|Bangladesh|South Korea|North Korea|Bahamas`.split(
    '|',
  );

/** Both directions become a fact. */
export const oppositePairs =
  `hot cold|big small|tall short|old new|young aged|good bad|happy sad|fast slow|up down|in out|open closed|wet dry|light dark|hard soft|rich poor|strong weak|full empty|clean dirty|loud quiet|early late|left right|day night|black white|near far|high low|deep shallow|thick thin|wide narrow|long brief|true false|war peace|friend enemy|love hate|win lose|buy sell|give take|push pull|come go|start stop|laugh cry|asleep awake|alive dead|sweet bitter|easy difficult|safe dangerous|smooth rough|sharp blunt|first last|top bottom|inside outside`.split(
    '|',
  );

/** kind → its members, with the article they take. */
export const kindMembers: Readonly<Record<string, string>> = {
  bird: 'a robin|a sparrow|a crow|an owl|an eagle|a duck|a goose|a hen|a swan|a parrot|a pigeon',
  fish: 'a trout|a salmon|a cod|a shark|a herring|an eel',
  insect: 'a bee|an ant|a wasp|a moth|a beetle|a butterfly',
  animal: 'a dog|a cat|a horse|a cow|a lion|a tiger|a bear|a wolf|a fox|a rabbit',
  fruit: 'an apple|a pear|a plum|a grape|a cherry|a lemon|a peach|a banana|a melon',
  vegetable: 'a carrot|an onion|a cabbage|a potato|a turnip|a leek',
  tree: 'an oak|a pine|an elm|a willow|a birch|a maple',
  flower: 'a rose|a tulip|a daisy|a lily|a poppy',
  tool: 'a hammer|a saw|a spade|an axe|a drill|a rake',
  metal: 'iron|gold|silver|copper|tin|steel',
  drink: 'milk|tea|coffee|juice|lemonade',
  vehicle: 'a car|a bus|a truck|a van',
  instrument: 'a drum|a flute|a violin|a piano|a trumpet|a harp',
  sport: 'tennis|football|hockey|golf|rugby',
  reptile: 'a snake|a lizard|a crocodile',
  planet: 'Mars|Venus|Saturn|Jupiter',
  month: 'June|March|April|August',
  building: 'a castle|a church|a barn|a hotel',
};

/** colour → things of that colour. US spelling in text (see SOURCES.md): gray, color. */
export const colourThings: Readonly<Record<string, string>> = {
  green: 'grass|a frog|a leaf|spinach|a cucumber|an emerald|moss|a pea|an olive',
  white: 'snow|salt|cotton|rice|flour|a polar bear|cream|a pearl|ivory',
  red: 'blood|a tomato|a strawberry|a ruby|a brick|a fire engine|a lobster|a stop sign',
  black: 'coal|soot|tar|a raven|a panther|ink',
  blue: 'the sky|the sea|a sapphire|a blueberry',
  yellow: 'butter|the sun|corn|a canary|a sunflower|mustard',
  brown: 'chocolate|mud|a chestnut|toast|bark',
  gray: 'an elephant|ash|a dolphin|concrete|fog',
  pink: 'a flamingo|a pig',
  orange: 'a pumpkin|a goldfish',
  purple: 'lavender',
};

/** Subjects with more than one defensible answer. */
export const alsoRight: Readonly<Record<string, readonly string[]>> = {
  'kind:a dog': ['pet', 'mammal'],
  'kind:a cat': ['pet', 'mammal'],
  'kind:a horse': ['mammal'],
  'kind:a cow': ['mammal'],
  'kind:a lion': ['mammal', 'cat'],
  'kind:a tiger': ['mammal', 'cat'],
  'kind:a bear': ['mammal'],
  'kind:a wolf': ['mammal'],
  'kind:a fox': ['mammal'],
  'kind:a rabbit': ['pet', 'mammal'],
  'kind:a snake': ['animal'],
  'kind:a lizard': ['animal'],
  'kind:a crocodile': ['animal'],
  'colour:a lobster': ['blue'],
  'colour:an elephant': ['grey'],
  'colour:ash': ['grey'],
  'colour:a dolphin': ['grey'],
  'colour:concrete': ['grey'],
  'colour:fog': ['grey', 'white'],
  'colour:ink': ['blue'],
  'opposite:old': ['young'],
  'opposite:short': ['long'],
  'opposite:long': ['short'],
  'opposite:light': ['heavy'],
  'opposite:hard': ['easy', 'soft'],
  'opposite:easy': ['hard'],
  'opposite:right': ['wrong'],
  'opposite:rough': ['gentle'],
  'opposite:sweet': ['sour'],
};
