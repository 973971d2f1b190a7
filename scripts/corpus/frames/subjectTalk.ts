/** Talk about the subject of a fact; its slots are those of frames/facts.ts. */
import type { FactRelation } from '../../../src/world/types.ts';

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

/** Follow-ups that keep the subject in the document without answering. */
export const remarks: Readonly<Record<FactRelation, readonly string[]>> = {
  capital: [
    'I went to {S} in {month}.',
    'My {family} lives in {S}.',
    'I have a map of {S}.',
    '{S} is far away from here.',
    'I have never been to {S}.',
    'People in {S} like {mass}.',
    'I would like to see {S} one day.',
    'We read about {S} at school.',
    'The weather in {S} is often {weather}.',
    'I got a letter from {S} last week.',
  ],
  opposite: [
    'The word {S} is easy to spell.',
    'I wrote the word {S} in my notebook.',
    'We had the word {S} in a test.',
    'I use the word {S} every day.',
    '{S} is a short word.',
    'I forgot how to spell {S}.',
    'My {family} says {S} a lot.',
  ],
  kind: [
    'I have seen a picture of {S}.',
    'I like the look of {S}.',
    'My {family} told me about {S}.',
    'We talked about {S} at school.',
    'I dreamed of {S} last night.',
    'There was a story about {S} in my book.',
    'I wrote a poem about {S}.',
  ],
  colour: [
    'I tried to paint {S} yesterday.',
    'I have a picture of {S}.',
    'We talked about {S} in art class.',
    'I was thinking about {S} today.',
    'My {family} made a drawing of {S}.',
    'I saw {S} in a film.',
  ],
  sum: [
    'We did {S} at school.',
    'I had to add {S} in a test.',
    'My {family} asked me about {S} as well.',
    'I used my fingers for {S}.',
    '{S} was the first question in my book.',
    'Adding {S} is easy for some people.',
  ],
};
