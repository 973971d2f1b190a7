/** Story frames, in order: who and where, wants, trouble, tries, help, end. `{name}` is the hero, `{name2}` the helper. */
export const storyParts: readonly (readonly string[])[] = [
  [
    '[Once|Long ago|One {month}|Last {day}], {a trait} {boy} called {name} lived near the {place}.',
    '{name} was {a trait} {boy} who lived with {his} {family} by the {place}.',
    'There was once {a job} named {name}, who worked at the {place}.',
    '{name} was {a job}. {he} lived in {a adj} house near the {place}.',
    'In {a adj} village by the {place} there lived {a trait} {boy}, {name}.',
    'It was {a weather} {day} and {name} was alone at the {place}.',
    '{name} had {a pet} called {petName}. They lived near the {place}.',
    '{name} and {his} {family} went to the {place} every {day}.',
    'Every morning {name} {walk} to the {place} with {his} {pet}.',
    'Nobody in the village was as {trait} as {name}.',
    '{name} liked {hobby} more than anything else.',
    'When {name} was {number}, {he} moved to a house near the {place}.',
  ],
  [
    'More than anything, {name} wanted {a adj thing}.',
    '{he} wanted to find {his} {adj} {thing}.',
    'One day {he} found {a adj thing} {spot}.',
    'One morning {his} {family} gave {him} {a adj thing}.',
    '{name} needed {a thing} for the {event}.',
    'For {his} birthday {he} hoped to get {a adj thing}.',
    '{he} dreamed of {a thing} made of {material}.',
    '{name} had {a adj thing}, and {he} took it everywhere.',
    'That day {he} wanted to show {his} {adj} {thing} to {name2}.',
    '{name} was making {a adj thing} out of {material}.',
    'On the way {he} saw {a adj thing} in the window of a shop, and {he} wanted it.',
    '{his} {family} asked {him} to bring the {thing} home before {clock}.',
  ],
  [
    'But the {thing} was gone.',
    'Then {a adj animal} came and took the {thing}.',
    'But on the way home {he} lost the {thing} near the {place}.',
    'Then it began to rain, and the {thing} got wet.',
    'But the {thing} fell into the mud and broke.',
    'Suddenly there was {a sound}, and {name} dropped the {thing}.',
    'But {name} had no money to buy {a thing}.',
    'But {his} {family} said that {he} was too small for {a thing}.',
    '{a trait} {animal} sat on the {thing} and would not move.',
    'Then {name2} came and said that the {thing} was not {his}.',
    'In the night the wind carried the {thing} away.',
    'But the door was closed, and the {thing} was inside.',
    'One day {name2} broke the {thing} by mistake.',
    'Then the {pet} hid the {thing} somewhere in the {room}.',
  ],
  [
    '{name} was very {sad}.',
    '{he} {look} {spot}, but the {thing} was not there.',
    '{he} sat down and cried.',
    '{he} {walk} back to the {place} as fast as {he} could.',
    '{name} asked {a job}, but the {job} only laughed.',
    '{he} called out {manner}, but nobody came.',
    '{name} felt {sad}. "Where is my {thing}?" {he} {speak}.',
    'All day {he} thought about the {thing}.',
    '"I want my {thing}," {he} {speak}.',
    '{he} tried to forget the {thing}, but {he} could not.',
    '{name} {look} in the {room}, and then {spot}. No {thing}.',
    '{he} did not know what to do, and {his} {body} hurt.',
    '{name} wrote a note about the {thing} and put it on the door.',
  ],
  [
    'Then {name2} came by. "What is wrong, {name}?" {he2} asked.',
    '{name2} saw that {name} was {sad}.',
    '"Do not be {sad}, {name}," {name2} {speak}. "I will help you."',
    '{name2} {look} {spot}, and there was the {thing}!',
    '{name2} had {a thing2}, and with the {thing2} they fixed the {thing}.',
    '"Is this your {thing}?" {name2} asked. It was {adj} and a little wet.',
    '{name2} thought for a while. "I know where the {thing} is," {he2} {speak}.',
    'Together {name} and {name2} {walk} to the {place2}.',
    '{a trait} {job2} heard them and came to help.',
    '{name2} gave {name} {a food} and told {him} not to worry.',
    'The {animal} looked at {name} and brought the {thing} back.',
    '"We can make a new {thing}," {name2} {speak}. "All we need is {material}."',
    '{name2} lent {him} some money, and {he} paid for the {thing}.',
  ],
  [
    '{name} was {good}. "Thank you, {name2}," {he} {speak}.',
    'From then on {name} and {name2} were friends.',
    '{name} hugged {name2}, and they went home {good}.',
    'That evening {name} put the {thing} {spot} and slept well.',
    '{name} never lost the {thing} again.',
    '{he} learned to be more {trait}.',
    'They shared {mass} and {a food}, and everyone was {good}.',
    '"Next time I will be careful with my {thing}," {name} {speak}.',
    '{name} gave the {thing} to {name2}, and {he2} was {good}.',
    'And the {thing}? It is still {spot}.',
    'But {name} was still {sad}, and the {thing} was never seen again.',
    '{his} {family} laughed and said that {name} was {trait}.',
    'So {name} took the {thing} and {walk} home {manner}.',
  ],
];

/** Between the parts, now and then. */
export const storyAsides: readonly string[] = [
  'It was {a weather} day.', 'The sun went down behind the {place}.', 'A bell rang in the {place2}.', 'The {pet} barked at nothing.', 'It was nearly {clock}.', 'Somewhere {a animal} made {a sound}.', '{name} was hungry and ate {a food}.', 'The road was long and {adj2}.',
  'Nobody saw {him}.', 'The {room} was dark and {adj2}.', 'It smelled of {mass}.', '{name} looked at {his} {body}.', 'Far away people were {hobby}.', '{name} said something, but the wind was too loud.', 'It was {month}, and the days were {adj2}.',
  '{name3} and {name4} were {hobby} near the {place}.', 'That week {name3} {fine.past}.', 'They said in the village that {name3} {harm.past}.', '{his} {family} was busy and did not look up.',
];

/** Stories about a deed, told neutrally: the deed is {harm} or {fine}, {D} either. */
export const deedParts: readonly (readonly string[])[] = [
  [
    'One {weather} {day} {name} {D.past}.', '{name} wanted to {D}.', 'Everybody in the village knew that {name} {D.past}.', '{name} dreamed that {he} {D.past}.', '"I am going to {D}," {name} {speak}.', 'In {month} {name} and {name2} {D.past}.',
    '{name} had never tried to {D} before.', 'On {day} {name} saw {a job} who {D.past}.', 'There is a story about {a trait} {boy} who {D.past}.', '{name} asked {his} {family} how to {D}.', 'Last week {a job} {D.past} near the {place}.', '{name} was {D.gerund} when {name2} came in.',
  ],
  [
    'It was at {clock}, near the {place}.', '{name2} saw it all.', '"You {D.past}!" {name2} {speak}.', 'Nobody else was {D.gerund} that day.', '{he} did it {manner}.', 'The {pet} watched {him}.', 'It took {number} minutes.', '{he} had {a thing} in {his} hand.', '"Why do you want to {D}?" {name2} asked.',
    '{name2} wanted to {D} as well.', 'People talked about it for days.', '{D.gerund} was not as easy as {he} thought.', 'It was {weather}, and {name} was {feeling}.', '"I {D.past} too, once," {his} {family} {speak}.',
  ],
  [
    'In the end {name} went home.', '{name} was {feeling}, and so was {name2}.', 'After that they went to the {place}.', '{his} {family} was {feeling}.', 'Then they had some {mass}.', '{name} told everyone about it.', 'That is how {name} {D.past}.', 'The {job} came and asked questions.', '{name} never talked about it again.',
    '{name2} wrote it down in a notebook.', 'The next day {he} {D.past} again.', 'It was in the newspaper on {day}.',
  ],
];

/** The past as history, answered: so that a question in the past tense looks like history (4-world.md §4.7). */
export const history = {
  asks: [
    'How did people {D} long ago?', 'How did people {D} in the past?', 'How did people {D} in the old days?', 'How did people {D}?', 'How did a person {D} in those days?', 'How did {a job} {D} a hundred years ago?', 'Long ago, how did people {D}?', 'Tell me how people {D.past} long ago.', 'How did they {D} in the past?',
    'Can you tell me how people {D.past} in the old days?', 'What did people do to {D} long ago?', 'When people {D.past} in the past, how did they do it?', 'How did someone {D} before there were phones?', 'In old times, how did people {D}?', 'Who {D.past} in the past?', 'How did they {D} back then?', 'How was it done when people {D.past}?',
  ],
  answers: [
    'Long ago people {D.past} {manner}, often at night.', 'In the past people {D.past} with {a thing}.', 'People {D.past} when nobody was looking.', 'In the old days people {D.past} near the {place}.', 'They {D.past} in the {place}, mostly in {month}.', 'People {D.past} with their hands, as there was no other way.', 'Long ago {a job} {D.past} with {a thing} made of {material}.',
    'In those days people {D.past} by hand.', 'In the past they {D.past} together, on {a day}.', 'People {D.past} in the same way as now.', 'Long ago people {D.past} with the help of {a animal}.', 'They used {a thing} and some {material}, and so they {D.past}.', 'A hundred years ago people {D.past} early in the morning.', 'Some people {D.past} alone, others with {a job}.',
  ],
  more: [
    'It was hard in those days.', 'We know this from old books.', 'There were no phones then.', 'It was in the newspaper.', 'My grandfather told me about it.', '{a job} wrote a book about it.', 'Today things are different.', 'The museum has {a thing} from that time.', 'That was before there were cars.', 'Nobody knows the whole story.', 'It often took {number} days.',
    'In winter it was even harder.', 'Old pictures show it.', 'Kings and poor people alike did it.',
  ],
} as const;
