/** Word lists that only the corpus needs; those the prompts share are in src/world/lexicon.ts. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\|\s*|\s*\n\s*/);

export const wordLists: Readonly<Record<string, readonly string[]>> = {
  adj: list(
    `old|new|big|small|little|red|blue|green|yellow|white|black|brown|gray|shiny|heavy|light|broken|pretty|ugly|strange|plain|round|square|wooden|golden|silver|dusty|dirty|clean|cheap|fancy|lovely|odd|tiny|huge|soft|hard|bright|dark|rusty|smooth|rough|striped|simple|special|precious|useful|useless|famous|forgotten|empty|warm|cold|sturdy|fine|noisy|quiet|curious|colorful|pale|long|short|thick|thin|narrow|wide|sharp|blunt|flat|hollow|sticky|wet|dry|magic|expensive`,
  ),
  trait: list(
    `kind|brave|shy|clever|funny|quiet|lazy|honest|gentle|polite|rude|proud|careful|careless|cheerful|friendly|grumpy|patient|curious|stubborn|generous|greedy|helpful|silly|strong|calm|bold|wise|selfish|loyal|nervous|busy|serious|thoughtful|tidy|messy|noisy|young|old|tall|strict|modest|jealous|foolish|humble|jolly|timid|hungry`,
  ),
  feeling: list(
    `happy|sad|angry|tired|proud|afraid|glad|lonely|surprised|excited|worried|ashamed|calm|nervous|grateful|bored|upset|hopeful|jealous|relieved|confused|pleased|hungry|sleepy|cheerful|sorry|hurt|lucky|curious|delighted`,
  ),
  good: list('happy|glad|proud|calm|grateful|relieved|pleased|cheerful|delighted|excited|hopeful|thankful'),
  sad: list('sad|angry|afraid|worried|upset|lonely|sorry|nervous|hurt|ashamed|unhappy|cross|scared'),
  weather: list('sunny|rainy|windy|cloudy|foggy|snowy|stormy|cold|warm|hot|gray|mild|icy|dry|wet'),
  family: list('mother|father|sister|brother|aunt|uncle|grandmother|grandfather|cousin|neighbor|teacher|friend'),
  material: list('wood|stone|iron|glass|paper|wool|cotton|leather|silver|gold|clay|plastic|steel|brass|straw|silk|tin'),
  number: list('two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty'),
  clock: list('six|seven|eight|nine|ten|eleven|noon|one|two|three|four|five'),
  room: list('kitchen|garden|bedroom|hall|cellar|attic|bathroom|yard|garage|living room|office|classroom'),
  spot: list(
    `under the bed|behind the door|on the shelf|in the drawer|by the window|on the roof|under a tree|in the grass|behind the sofa|on the table|in a box|near the gate|at the bottom of the bag|beside the stove|in the mud|under the stairs|on the chair|in the basket|next to the bus stop|between two stones`,
  ),
  sound: list(
    'loud bang|soft cry|strange noise|long whistle|low growl|high squeak|gentle knock|sudden crash|quiet song|deep voice',
  ),
  body: list('hand|foot|leg|arm|head|knee|nose|ear|back|shoulder|finger|toe|elbow|eye|chin|tooth'),
  subject: list('math|history|music|art|science|spelling|reading|writing|geography|sport|dance|cooking'),
  manner: list(
    'slowly|quickly|quietly|carefully|happily|sadly|gently|loudly|bravely|politely|angrily|softly|kindly|suddenly|proudly|calmly|neatly|gladly|secretly|patiently',
  ),
  often: list('always|often|never|sometimes|usually|rarely|gladly|hardly ever'),
  taste: list('sweet|sour|salty|bitter|fresh|spicy|dry|juicy|bland|rich|stale|creamy|crunchy|sticky|delicious'),
  clothes: list(
    'coat|hat|scarf|shirt|dress|jacket|sweater|skirt|apron|cap|cloak|suit|blouse|pair of boots|pair of gloves|pair of shoes',
  ),
  event: list(
    'party|wedding|picnic|race|concert|fair|play|trip|contest|dance|game|parade|feast|show|meeting|lesson|holiday|storm|dinner|test',
  ),
  walk: list('walked|ran|hurried|went|drove|rode|marched|strolled|crept|raced|wandered|skipped|rushed|cycled'),
  look: list('looked|searched|hunted|checked|peeked|felt'),
  speak: list(
    'said|whispered|shouted|cried|called|answered|replied|muttered|laughed|sighed|explained|promised|admitted|agreed',
  ),
  chore: list(
    `wash the dishes|sweep the floor|feed the hens|water the plants|make the bed|cook the dinner|fold the clothes|clean the windows|chop the wood|mend the fence|paint the door|carry the bags|milk the cow|set the table|post the letters|dig the garden|pick the apples|brush the horse|dust the shelves|polish the shoes|pack the lunch|mow the lawn`,
  ),
  quality: list(
    'good|bad|fine|hard|easy|dull|great|nice|long|short|boring|strange|lovely|awful|wonderful|quiet|busy|terrible|pleasant|difficult|funny|sad|perfect|slow|odd|normal|important|interesting',
  ),
  box: list('box|bag|ring|key|hat|ball|letter|map|coin|bell|shoe|kite|cup|umbrella|basket|old book|egg'),
  ask: list('asked|cried|wondered|shouted|whispered'),
  rude: list(
    'Shut up.|Go away.|What a silly question.|I do not care.|Who asked you?|Leave me alone.|That is a dumb thing to say.|Nobody wants to know.|Stop it.|You are boring.|Ask someone else.|So what?',
  ),
  polite: list(
    'Thank you.|Please sit down.|You are welcome.|That is kind of you.|I am sorry.|Excuse me.|With pleasure.|How nice of you to ask.|Many thanks.|No trouble at all.|Please go on.|Good morning to you.',
  ),
};
