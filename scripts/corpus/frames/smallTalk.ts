/** Frames of small talk. */

/** [what is said, replies]. */
export const smallTalk: readonly (readonly [string, readonly string[]])[] = [
  ['Good evening!', ['Good evening. You are late.', 'Good evening to you too.', 'Is it evening already?']],
  ['Good afternoon!', ['Good afternoon.', 'Good afternoon, {name3} is here too.', 'It is nearly {clock}.']],
  ['How are you today?', ['I am fine, thank you for asking.', 'I am well, and you?', 'Today I am {feeling}.']],
  ['Hi, how are you doing?', ['I am doing well.', 'Not so well today.', 'I am {feeling}, and you?']],
  ['Who are you?', ['I am {name4}.', 'Who am I? Who are you?', 'I am the new {job}.']],
  ['Do you have a name?', ['My name is {name4}.', 'Everyone has a name.', 'Yes, but I forgot it.']],
  ['Thank you so much!', ['You are welcome.', 'My pleasure.', 'It was nothing.']],
  ['Thanks a lot!', ['You are welcome!', 'Any time.', 'Do not thank me, thank {name3}.']],
  [
    'I feel {feeling}.',
    ['You feel {feeling}? I am sorry to hear that.', 'I feel {feeling} as well.', 'Why do you feel {feeling}?'],
  ],
  ['I had a bad day.', ['I am sorry to hear that.', 'A bad day? Mine was worse.', 'Tomorrow may be better.']],
  ['I had a good day.', ['That is wonderful!', 'I am glad to hear that.', 'How nice! What did you do?']],
  ['I won a prize!', ['A prize? I am happy for you.', 'What prize?', 'I never won a prize.']],
  ['Today is my birthday.', ['Happy birthday!', 'How old are you now?', 'Mine is in {month}.']],
  ['I am bored.', ['You could read a book.', 'Bored? Go and {chore}.', 'How about {hobby}?']],
  ['I have to go now.', ['Goodbye! Come back soon.', 'See you tomorrow.', 'Take care!']],
  ['Can you name {a color} thing?', ['{a thing}.', 'The {thing} is {color}.', 'I need time to think.']],
  ['Pick {a food} or {a fruit} for me.', ['{a food}.', '{a fruit}.', 'I pick {a food}.']],
  ['Think of a number.', ['{number}.', 'I think of {number}.', 'Which number?']],
  ['Give me a name for a pet.', ['{petName}.', 'What about {petName}?', 'Call it {petName}.']],
  ['Hello!', ['Hello! How are you?', 'Hello, {name3} was looking for you.', 'Good morning.', 'Hello.']],
  ['Good morning.', ['Good morning to you.', 'Is it morning already?', 'Good morning. Did you sleep well?']],
  ['Hi there.', ['Hi. What do you want?', 'Hi there, I am {feeling} today.', 'Hi! Nice to see you.']],
  [
    'How are you?',
    [
      'I am {feeling}. And you?',
      'Not so good, my {body} hurts.',
      'I am fine, thank you.',
      'How are you? I asked first.',
    ],
  ],
  ['What is your name?', ['My name is {name4}.', 'You know my name.', 'People call me {name4}. What is your name?']],
  [
    'How was your day?',
    ['My day was {quality}.', 'My day was {quality} and I am {feeling}.', 'I had a good day at the {place}.'],
  ],
  ['What are you doing?', ['I am {hobby}.', 'I am looking for my {thing}.', 'I have to {chore}.']],
  [
    'Where do you live?',
    ['I live near the {place}.', 'I live with my {family} by the {place}.', 'Not far from the {place}.'],
  ],
  [
    'What did you do yesterday?',
    ['I went to the {place} and saw {a animal}.', 'Yesterday I was {hobby} all day.', 'I had to {chore}.'],
  ],
  [
    'It is {weather} today.',
    ['Yes, it is very {weather}.', 'I like it when it is {weather}.', 'It was {weather} yesterday too.'],
  ],
  [
    'Do you have any plans for {day}?',
    ['On {day} I will try {hobby}.', 'On {day} I must {chore}.', 'No plans for {day}.'],
  ],
  [
    'What is your favorite food?',
    ['My favorite food is {mass}.', 'I like {mass} and {mass2}.', 'I could eat {a food} every day.'],
  ],
  ['What is your favorite color?', ['My favorite color is {color}.', '{color}, I think.', '{color} or {color2}.']],
  [
    'What is your favorite animal?',
    ['My favorite animal is the {animal}.', 'I love {animal+s}.', 'The {animal}, of course.'],
  ],
  ['Do you like {hobby}?', ['I love {hobby}.', '{hobby} is not for me.', 'I like {hobby}, but not today.']],
  ['Thank you for the {thing}.', ['You are welcome.', 'It is only {a thing}.', 'I hope you like the {thing}.']],
  [
    'Can you help me?',
    ['What do you need?', 'I am busy.', 'I can help you on {day}.', 'Only if you help me to {chore}.'],
  ],
  ['I am {feeling}.', ['Why are you {feeling}?', 'I am {feeling} too.', 'You are always {feeling}.']],
  ['I am sorry I am late.', ['You are always late.', 'It is fine. I just came too.', 'The bus was late as well.']],
  ['Are you hungry?', ['Yes, I could eat {a food}.', 'No, I just had {mass}.', 'I am always hungry.']],
  [
    'Tell me something kind.',
    ['You are {trait}, and I like you.', 'You have {a trait} heart.', 'I am glad that you are here.'],
  ],
  [
    'Tell me a joke.',
    ['I know no jokes.', 'Why did the {animal} go to the {place}? To buy {a thing}.', 'My jokes are bad.'],
  ],
  [
    'Tell me a story.',
    ['Once there was {a adj animal}.', 'A story? I know one about {a animal}.', 'Not now, I am {feeling}.'],
  ],
  [
    'Write a story about {a animal}.',
    [
      '{a animal} lived near the {place} and was always {feeling}.',
      'I wrote a story about {a animal} once.',
      'Write it yourself.',
    ],
  ],
  ['Describe {a thing}.', ['{a thing} is {adj} and made of {material}.', 'It is {adj}.', 'Why {a thing}?']],
  ['Name a fruit.', ['{a fruit}.', '{a fruit} is a fruit.', 'A fruit? {a fruit}.']],
  ['Name an animal.', ['{a animal}.', 'The {animal}.', 'I like {animal+s}.']],
  ['Name a color.', ['{color}.', '{color} is a color.', 'My {thing} is {color}.']],
  ['How old are you?', ['I am {number}.', 'I am older than {name3}.', 'Why do you want to know?']],
  ['What time is it?', ['It is {clock}.', 'It is nearly {clock}.', 'I have no watch.']],
  [
    'What did {name3} say?',
    ['{name3} said nothing.', '{name3} said that you are {trait}.', '{name3} told me to {chore}.'],
  ],
  ['Where is {name3}?', ['{name3} is at the {place}.', '{name3} is in the {room}.', 'I have not seen {name3}.']],
  [
    'How do I {fine}?',
    [
      'I do not know how to {fine}.',
      'You {fine} like everyone else.',
      'Why do you want to {fine}?',
      'I learned to {fine} from my {family}.',
      'First you need {a thing}.',
    ],
  ],
  [
    'How do I {harm}?',
    [
      'Why do you want to {harm}?',
      'I do not know how to {harm}.',
      'My {family} knew a man who {harm.past}.',
      'How do I {harm}? I asked that too.',
    ],
  ],
  [
    'Can you tell me how to {fine}?',
    [
      'I never {fine.past}.',
      'To {fine}, ask {a job}.',
      'I {fine.past} last week.',
      'Tell you how to {fine}? Not today.',
    ],
  ],
  [
    'What is the best way to {fine}?',
    ['The best way to {fine} is to begin.', 'There are many ways to {fine}.', '{name3} will show you how to {fine}.'],
  ],
  [
    'What is the best way to {harm}?',
    ['The best way to {harm}? I do not know.', 'Who wants to {harm}?', 'Ask {name3}, who {harm.past} in {month}.'],
  ],
  ['I want to {fine}.', ['You want to {fine}? Me too.', 'Then {fine}.', 'I do not want to {fine}.']],
  ['I will {harm} tomorrow.', ['You will {harm}? Really?', 'Do not {harm}.', 'Tomorrow it will be {weather}.']],
  [
    'Did you ever {harm}?',
    ['I never {harm.past}.', 'I {harm.past} once, when I was small.', 'My {family} {harm.past} once.'],
  ],
  ['Did you {fine}?', ['Yes, I {fine.past}.', 'No, {name3} {fine.past}.', 'I {fine.past} on {day}.']],
  [
    'Have you heard about {name3}?',
    ['What about {name3}?', '{name3} {harm.past}, they say.', '{name3} {fine.past} on {day}.'],
  ],
  ['What is {name3} like?', ['{name3} is {trait} and {trait2}.', '{name3} is {trait}.', 'I hardly know {name3}.']],
  [
    'What does {a job} do?',
    ['{a job} works at the {place}.', 'What does {a job} do? I do not know.', 'My {family} is {a job}.'],
  ],
  ['I met {a job} today.', ['Was the {job} {trait}?', 'I know {a trait} {job}.', 'My {family} was {a job}.']],
  ['Who is at the door?', ['It is {name3}.', 'It is the {job}.', 'Nobody is at the door.']],
  ['Do you want {mass}?', ['Yes, please, I like {mass}.', 'No {mass} for me.', 'I want {mass2}.']],
  ['See you on {day}.', ['See you on {day}!', 'On {day} I am at the {place}.', 'Goodbye.']],
  ['Good night.', ['Good night.', 'Sleep well.', 'Is it night already?']],
  ['Please {chore}.', ['I will {chore} later.', 'You {chore}!', 'I am going to {chore} now.']],
];
