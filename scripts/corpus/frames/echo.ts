/**
 * Questions with replies that repeat their words: a turn is a question and replies that reuse its noun. One table a topic; a
 * document stays with one entity {X} of that topic.
 */
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
          'At the {X} you can try {hobby}.',
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
        'Where can I try {X}?',
        ['{X}? I do that near the {place}.', 'For {X} I go to the {place}.', 'I do not like {X} any more.'],
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
