/**
 * Questions with replies that repeat their words: a turn is a question and replies that reuse its noun. One table a topic; a
 * document stays with one entity {X} of that topic.
 */
import type { FactRelation } from '../../../src/world/types.ts';

export interface EchoTopic {
  /** What {X} is drawn from, a slot frame: "a thing" gives "a lamp". */
  readonly entity: string;
  readonly turns: readonly (readonly [string, readonly string[]])[];
}

export const echoTopics: readonly EchoTopic[] = [
  {
    entity: '{thing}',
    turns: [
      [
        'Where is the {X}?',
        [
          'The {X} is {spot}.',
          'The {X}? I saw the {X} {spot}.',
          'I do not know where the {X} is.',
          'I left the {X} in the {room}.',
        ],
      ],
      [
        'Have you seen my {X}?',
        [
          'Your {X}? No, I have not seen your {X}.',
          'Yes, your {X} is {spot}.',
          'Is your {X} {color}? Then I saw it in the {place}.',
        ],
      ],
      [
        'How much is the {X}?',
        ['The {X} is {number} dollars.', 'The {X}? It costs {number} dollars.', 'The {X} is not for sale.'],
      ],
      [
        'Who made this {X}?',
        ['My {family} made this {X}.', 'This {X} was made by {a job}.', 'I do not know who made this {X}.'],
      ],
      ['Is the {X} old?', ['Yes, the {X} is very old.', 'No, the {X} is new.', 'The {X} is older than you are.']],
      ['Can I have the {X}?', ['You can have the {X} on {day}.', 'No, the {X} is mine.', 'The {X}? Take it, please.']],
      [
        'What is the {X} made of?',
        ['The {X} is made of {material}.', 'The {X}? I think it is {material}.', '{material}, like every {X}.'],
      ],
      [
        'Why do you need {a X}?',
        ['I need {a X} for the {event}.', 'Everyone needs {a X}.', 'Why do I need {a X}? I just like it.'],
      ],
      [
        'What color is your {X}?',
        ['My {X} is {color}.', 'My {X}? It is {color} and {color2}.', 'I painted my {X} {color}.'],
      ],
      [
        'Did you find the {X}?',
        ['I found the {X} {spot}.', 'No, the {X} is still lost.', 'Yes, I found the {X} near the {place}.'],
      ],
      [
        'Tell me about the {X}.',
        [
          'The {X} is {adj} and {adj2}.',
          'I got the {X} from my {family}.',
          'The {X}? There is not much to tell about {a X}.',
        ],
      ],
      [
        'Do you like my {X}?',
        ['I like your {X} a lot.', 'Your {X} is too {adj} for me.', 'Your {X} is {adj}, and I like that.'],
      ],
      [
        'How do I fix {a X}?',
        ['To fix {a X} you need {a thing2}.', 'You cannot fix {a X}.', 'How do you fix {a X}? Ask {a job}.'],
      ],
      [
        'What is {a X} for?',
        ['{a X} is for {hobby}, I think.', 'What is {a X} for? I use my {X} every day.', 'People use {a X} at home.'],
      ],
    ],
  },
  {
    entity: '{animal}',
    turns: [
      [
        'Did you see the {X}?',
        ['Yes, I saw the {X} near the {place}.', 'The {X}? I saw no {X}.', 'I saw the {X} yesterday.'],
      ],
      [
        'What does {a X} eat?',
        ['{a X} eats what it can find.', 'I gave the {X} some {mass}.', 'What does {a X} eat? My {X} likes {mass}.'],
      ],
      [
        'Is the {X} yours?',
        ['Yes, the {X} is mine.', 'No, the {X} belongs to my {family}.', 'The {X} belongs to nobody.'],
      ],
      [
        'Where does the {X} sleep?',
        ['The {X} sleeps in the {room}.', 'The {X} sleeps {spot}.', 'I think {a X} can sleep anywhere.'],
      ],
      [
        'Are you afraid of {a X}?',
        ['I am not afraid of {a X}.', 'Yes, every {X} scares me.', 'Afraid of {a X}? Never.'],
      ],
      ['Can {a X} swim?', ['I think {a X} can swim.', 'No, {a X} cannot swim well.', 'I have never seen {a X} swim.']],
      [
        'How old is the {X}?',
        ['The {X} is {number} years old.', 'The {X}? It is very young.', 'Nobody knows how old the {X} is.'],
      ],
      [
        'What is the name of your {X}?',
        ['My {X} is called {petName}.', 'The name of my {X} is {petName}.', 'My {X} has no name.'],
      ],
      [
        'Tell me a story about {a X}.',
        [
          'Once there was {a adj X} that lived near the {place}.',
          'There was {a X}, and the {X} was {feeling}.',
          'I know no story about {a X}.',
        ],
      ],
      [
        'Why is the {X} so loud?',
        [
          'The {X} is loud because it is hungry.',
          'The {X} is always loud.',
          'Is the {X} loud? I like the sound of {a X}.',
        ],
      ],
      [
        'Do you like the {X}?',
        ['I love the {X}.', 'No, I do not like the {X} at all.', 'The {X} is {adj}, so I like it.'],
      ],
      [
        'Where did you get the {X}?',
        ['I got the {X} from my {family}.', 'The {X} came to my door one day.', 'I found the {X} in the {place}.'],
      ],
    ],
  },
  {
    entity: '{place}',
    turns: [
      [
        'Where is the {X}?',
        [
          'The {X} is behind the {place2}.',
          'The {X}? Go straight on to the {X}.',
          'The {X} is not far from here.',
          'I am looking for the {X} too.',
        ],
      ],
      [
        'How do I get to the {X}?',
        ['To get to the {X}, turn left at the {place2}.', 'You can walk to the {X}.', 'Take the bus to the {X}.'],
      ],
      [
        'Is the {X} open?',
        ['The {X} is open until {clock}.', 'No, the {X} is closed on {day}.', 'The {X} is always open.'],
      ],
      [
        'What can I do at the {X}?',
        [
          'At the {X} you can go {hobby}.',
          'There is not much to do at the {X}.',
          'I go to the {X} to look at the {animal+s}.',
        ],
      ],
      [
        'Were you at the {X} yesterday?',
        ['Yes, I was at the {X} with {name3}.', 'No, I have never been at the {X}.', 'I was at the {X} on {day}.'],
      ],
      [
        'Who works at the {X}?',
        ['My {family} works at the {X}.', '{a job} works at the {X}.', 'Nobody works at the {X} now.'],
      ],
      [
        'Is it far to the {X}?',
        ['It is {number} miles to the {X}.', 'The {X} is near.', 'Far? The {X} is right there.'],
      ],
      [
        'Why do you like the {X}?',
        ['I like the {X} because it is quiet.', 'The {X} makes me {feeling}.', 'I do not like the {X}.'],
      ],
      [
        'What did you see at the {X}?',
        ['At the {X} I saw {a adj animal}.', 'I saw {a thing} at the {X}.', 'I saw nothing at the {X}.'],
      ],
      [
        'Shall we go to the {X}?',
        ['Yes, let us go to the {X}.', 'Not to the {X} again!', 'I would go to the {X} if it were not so {weather}.'],
      ],
      [
        'What is the {X} like?',
        [
          'The {X} is {quality} and {quality2}.',
          'The {X} is like any other {X}.',
          'The {X} was better when I was young.',
        ],
      ],
    ],
  },
  {
    entity: '{food}',
    turns: [
      ['Would you like {a X}?', ['Yes, I would like {a X}.', '{a X}? No, thank you.', 'I had {a X} this morning.']],
      [
        'How do you make {a X}?',
        ['To make {a X} you need {mass} and time.', 'I never make {a X}.', 'Ask my {family}, who makes a good {X}.'],
      ],
      [
        'How does the {X} taste?',
        ['The {X} tastes {taste}.', 'The {X}? Too {taste} for me.', 'This {X} is {taste} and {taste2}.'],
      ],
      ['Who ate my {X}?', ['{name3} ate your {X}.', 'The {pet} ate your {X}.', 'I did not eat your {X}.']],
      [
        'Is there {a X} left?',
        ['There is one {X} left.', 'No, not one {X} is left.', 'I put {a X} on the plate for you.'],
      ],
      [
        'What do you put in {a X}?',
        ['I put {mass} in {a X}.', 'In {a X}? Only {mass}.', 'I put {mass} and {mass2} in my {X}.'],
      ],
      ['Do you want half of my {X}?', ['Half of your {X}? Gladly.', 'No, eat your {X}.', 'I want the whole {X}.']],
      ['How much is {a X}?', ['{a X} is {number} cents.', '{a X} costs too much.', 'Each {X} is {number} cents.']],
      [
        'Where did you buy the {X}?',
        ['I bought the {X} at the {place}.', 'The {X} is from my {family}.', 'I did not buy the {X}, I made it.'],
      ],
      ['Name a food.', ['{a X}.', '{a X} is a food.', 'A food? {a X}, of course.']],
    ],
  },
  {
    entity: '{job}',
    turns: [
      ['Are you {a X}?', ['Yes, I am {a X}.', 'No, I am not {a X}.', 'I was {a X} for {number} years.']],
      ['What does {a X} do?', ['{a X} works all day.', 'What does {a X} do? Ask {a X}.', '{a X} helps people.']],
      [
        'Do you want to be {a X}?',
        ['Yes, I want to be {a X} like my {family}.', 'No, being {a X} is too hard.', 'I never wanted to be {a X}.'],
      ],
      [
        'Is it hard to be {a X}?',
        ['It is hard to be {a X}.', 'Being {a X} is easy.', 'To be {a X} you must be {trait}.'],
      ],
      [
        'Where does the {X} live?',
        ['The {X} lives near the {place}.', 'The {X} lives in {a adj} house.', 'Nobody knows where the {X} lives.'],
      ],
      ['Who is the {X}?', ['The {X} is {name3}.', '{name3} is the {X} here.', 'My {family} is the {X}.']],
      [
        'Did you call the {X}?',
        ['I called the {X} at {clock}.', 'No, the {X} was not at home.', 'The {X} will come on {day}.'],
      ],
      [
        'What did the {X} say?',
        ['The {X} said that it was fine.', 'The {X} said nothing.', 'The {X} told me to wait.'],
      ],
      [
        'Is the {X} {trait}?',
        ['The {X} is {trait2}, I think.', 'Yes, the {X} is {trait}.', 'Our {X} is never {trait}.'],
      ],
    ],
  },
  {
    entity: '{hobby}',
    turns: [
      ['Do you like {X}?', ['Yes, I like {X} very much.', '{X}? No, {X} is dull.', 'I like {X} on {day}.']],
      [
        'Where do you go {X}?',
        ['{X}? I do that near the {place}.', 'For {X} I go to the {place}.', 'I do not go {X} any more.'],
      ],
      ['Who taught you {X}?', ['My {family} taught me {X}.', 'I learned {X} from a book.', 'Nobody taught me {X}.']],
      ['Is {X} hard?', ['{X} is hard at first.', 'No, {X} is easy.', '{X} is only hard when you are tired.']],
      [
        'What do I need for {X}?',
        ['For {X} you need {a thing}.', 'You need time for {X}.', 'For {X} you only need to be {trait}.'],
      ],
      [
        'How long have you been {X}?',
        ['I have been {X} for {number} years.', 'I started {X} in {month}.', 'I have been {X} since I was a child.'],
      ],
      [
        'Is {X} good for me?',
        ['{X} is good for everyone.', 'I do not think {X} is good for you.', 'My {job} says that {X} is good.'],
      ],
      ['Can we try {X}?', ['Yes, let us try {X} on {day}.', '{X} is not for me.', 'We can try {X} in the {place}.']],
    ],
  },
  {
    entity: '{color}',
    turns: [
      [
        'Do you like {X}?',
        ['Yes, {X} is my favorite color.', 'I do not like {X}.', '{X} is fine, but I like {color2} more.'],
      ],
      ['What is {X} here?', ['My {thing} is {X}.', 'The {thing} is {X}.', 'Nothing here is {X}.']],
      [
        'Can I paint the door {X}?',
        ['You can paint the door {X}.', 'Not {X}, please.', '{a X} door? Why not {color2}?'],
      ],
      ['Is your hat {X}?', ['My hat is {X}.', 'No, my hat is not {X}.', 'My hat was {X} once.']],
      [
        'Who wears {X}?',
        ['{name3} wears {X} every day.', 'Nobody wears {X} to {a event}.', 'My {family} always wears {X}.'],
      ],
      [
        'Do we have any {X} paint?',
        ['We have no {X} paint.', 'The {X} paint is {spot}.', 'There is {X} paint in the {room}.'],
      ],
    ],
  },
];

/** Games of saying words again. {W} is any word, {W2} another. */
export const repeatGames: readonly (readonly [string, readonly string[]])[] = [
  ['Say {W}.', ['{W}.', '{W}!', '{W}, {W}.']],
  ['Say the word {W}.', ['{W}.', 'The word is {W}.', '{W}!']],
  ['Repeat after me: {W}.', ['{W}.', '{W}.']],
  ['Can you spell {W}?', ['Yes, {W}.', '{W}? I cannot spell {W}.', 'I can write {W}.']],
  ['What word did I say? I said {W}.', ['You said {W}.', 'The word was {W}.']],
  ['Write {W} and {W2}.', ['{W} and {W2}.', '{W}, {W2}.']],
  ['Which word is longer, {W} or {W2}?', ['{M} is longer.', '{M}.']],
  ['What comes first, {W} or {W2}?', ['{W} comes first.', 'First {W}, then {W2}.']],
  [
    'Use {W} in a sentence.',
    ['I like the word {W}.', 'I do not need the word {W} today.', 'This is a sentence with {W}.'],
  ],
  ['Do you know the word {W}?', ['Yes, I know the word {W}.', '{W}? I do not know that word.']],
];

type Turn = readonly [string, readonly string[]];

/** Talk about a fact's subject {S} that doesn't need the fact. */
export const subjectTalk: Readonly<Record<FactRelation, readonly Turn[]>> = {
  capital: [
    [
      'Have you been to {S}?',
      [
        'I have never been to {S}.',
        'I was in {S} in {month}.',
        'To {S}? Not yet.',
        '{A} is the only city in {S} that I know.',
      ],
    ],
    ['Where is {S}?', ['{S} is far away.', 'I can show you {S} on the map.', '{S}? Look at the map of {S}.']],
    ['Do you like {S}?', ['I like {S} very much.', 'I like {A}, and I like {S}.', 'I do not know {S} well.']],
    ['Who lives in {S}?', ['My {family} lives in {S}.', '{name3} lives in {S}, in {A}.', 'Many people live in {S}.']],
    [
      'What do people eat in {S}?',
      ['In {S} people eat {mass}.', 'In {S}? {mass} and {mass2}, I think.', 'People in {S} eat what they like.'],
    ],
    [
      'How is the weather in {S}?',
      [
        'The weather in {S} is {weather}.',
        'In {S} it is {weather} in {month}.',
        'It is {weather} in {A} and {weather2} in the rest of {S}.',
      ],
    ],
    [
      'Will you go to {S}?',
      ['I will go to {S} in {month}.', 'I will go to {A} and see {S}.', 'I want to go to {S} with {name3}.'],
    ],
    [
      'What did you read about {S}?',
      ['I read that {S} is {quality}.', 'I read that the capital of {S} is {A}.', 'About {S}? Nothing.'],
    ],
    [
      'Do you have a map of {S}?',
      ['I have a map of {S} and one of {A}.', 'I lost my map of {S}.', 'My map of {S} is {spot}.'],
    ],
    [
      'Is {S} a big country?',
      ['{S} is bigger than you think.', 'I do not know how big {S} is.', '{S} has room for everyone.'],
    ],
    [
      'Did you get a letter from {S}?',
      ['Yes, a letter came from {S}, from {A}.', 'No, nobody in {S} writes to me.', 'The letter from {S} is {spot}.'],
    ],
  ],
  opposite: [
    [
      'How many letters are in the word {S}?',
      ['I have to count the letters of {S}.', 'The word {S}? Count them.', 'I never counted the letters in {S}.'],
    ],
    [
      'Do you know the word {S}?',
      ['Yes, I know the word {S}.', '{S}? I use that word a lot.', 'I know {S} and I know {A}.'],
    ],
    [
      'When do you say {S}?',
      ['I say {S} when I am {feeling}.', 'I say {S} when it is not {A}.', 'I hardly ever say {S}.'],
    ],
    ['Can you write {S}?', ['I wrote {S} on the wall.', 'I can write {S} and {A}.', 'Yes: {S}.']],
    ['Is {S} a good word?', ['{S} is a fine word.', '{S} is better than {A}.', 'I like the word {S}.']],
    ['Did you say {S}?', ['Yes, I said {S}.', 'I did not say {S}, I said {A}.', 'Who said {S}?']],
  ],
  kind: [
    ['Have you seen {S}?', ['I have never seen {S}.', 'Yes, I saw {S} at the {place}.', 'I see {S} every day.']],
    ['Do you like {P}?', ['I like {P}.', 'No, I do not like {P}.', '{P}? Yes, a lot.']],
    ['Can you draw {S}?', ['I can draw {S}.', 'I drew {S} on {day}.', 'No, {S} is hard to draw.']],
    [
      'Who told you about {P}?',
      ['My {family} told me about {P}.', 'I read about {P} in a book.', 'I know about {P} because I know every {A}.'],
    ],
    ['What do you think of {P}?', ['I think {P} are fine.', 'I never think of {P}.', 'Of {P}? My {family} likes {P}.']],
    ['Did you dream of {S}?', ['I dreamed of {S} last night.', 'No, not of {S}.', 'It was {a quality} dream of {S}.']],
    ['Is {S} {AA}?', ['Yes, {S} is {AA}.', 'Of course {S} is {AA}.', '{S} is {AA}, yes.']],
    ['Is {S} {a X}?', ['No, {S} is {AA}.', '{S} is not {a X}.', '{a X}? No, {S} is {AA}.']],
  ],
  colour: [
    ['Can you paint {S}?', ['I can paint {S}.', 'To paint {S} I need {A}.', 'I painted {S} on {day}.']],
    ['Have you seen {S}?', ['Yes, I have seen {S}.', 'I think of {S} when I see {A}.', 'I saw {S} yesterday.']],
    [
      'Do you like the color of {S}?',
      ['I like the color of {S}.', '{S} has a fine color, {A}.', 'The color of {S} is {quality}.'],
    ],
    ['Is {S} {A}?', ['Yes, {S} is {A}.', '{S} is {A}, as always.', 'Of course {S} is {A}.']],
    ['Is {S} {X}?', ['No, {S} is {A}.', '{S} is not {X}.', '{S}? No, {A}.']],
    [
      'Do you have a picture of {S}?',
      ['I have a picture of {S}.', 'My picture of {S} is {spot}.', 'I took a picture of {S} in {month}.'],
    ],
  ],
  sum: [
    ['Can you do {S}?', ['I can do {S}.', '{S}? That is easy.', 'I did {S} at school.']],
    ['Is {S} {A}?', ['Yes, {S} is {A}.', '{S} is {A}, that is right.', 'Let me count. Yes, {S} is {A}.']],
    ['Is {S} {X}?', ['No, {S} is {A}.', '{S} is not {X}.', '{X}? No, {S} makes {A}.']],
    ['Is {S} hard?', ['{S} is not hard.', '{S} is hard when you are {feeling}.', 'For me {S} is easy.']],
    [
      'Who asked you about {S}?',
      ['My {family} asked me about {S}.', 'The {job} asked me: {S}.', 'Nobody asked me about {S}.'],
    ],
    ['Did you count {S}?', ['I counted {S} twice.', 'I counted {S} and got {A}.', 'No, I know {S} by heart.']],
  ],
};
