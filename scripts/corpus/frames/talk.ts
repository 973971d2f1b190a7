/** Frames of talk: small talk with replies, remarks, useless replies, forum posts, open questions. */

export const useless: readonly string[] = [
  'I do not know.', 'No idea.', 'Why do you ask?', 'Who knows?', 'Good question.', 'I have the same question.', 'Ask someone else.', '{rude}', '{polite}', 'Me too.', 'Same here.', 'I was going to ask that.',
  'That depends.', 'Hm.', 'What?', 'Maybe.', 'I forgot.', 'Let me think.', 'Look it up in a book.', 'My {family} may know.', 'I will tell you on {day}.', 'It is {weather} today.', 'I am too {feeling} to talk about it.',
  'Did you ask your {family}?', 'Nobody here can help you.', 'Can we talk about {hobby}?', 'I had {mass} for dinner.', 'I read that in a book once.', 'First post here. Hello.', 'Wait for {day}.', 'You asked that in {month}.',
  'Never mind.', 'I only came here to read.', 'What do you think?', 'Try again.', 'I am not sure what you mean.', 'That is a long story.', 'Some say yes, some say no.',
];

export const chatter: readonly string[] = [
  'I am {feeling} today.', 'It is {weather} again.', 'I must go to the {place} soon.', 'My {family} is {trait}.', 'Do you have {a thing}?', 'I could eat {a food} now.', 'Where were we?', 'Let us go on.', 'That was {adj}.',
  'I saw {name3} at the {place}.', 'I like {hobby}.', 'It is nearly {clock}.', 'What {a weather} day.', 'Really?', 'Are you sure?', 'I see.', 'So it is.', 'That is good to know.', 'I did not know that.', 'And then?', 'You are {trait}.',
  'What else?', 'Go on.', 'One more question.', 'I knew it.', 'My {pet} is asleep.', 'Time for {a food}.', 'How are you today?', '{name3} told me that too.', 'We should ask {name3}.', 'My {body} hurts.', 'The {thing} is {adj}.',
];

/** [what is said, replies]. */
export const smallTalk: readonly (readonly [string, readonly string[]])[] = [
  ['Hello!', ['Hello! How are you?', 'Hello, {name3} was looking for you.', 'Good morning.', 'Hello.']],
  ['Good morning.', ['Good morning to you.', 'Is it morning already?', 'Good morning. Did you sleep well?']],
  ['Hi there.', ['Hi. What do you want?', 'Hi there, I am {feeling} today.', 'Hi! Nice to see you.']],
  ['How are you?', ['I am {feeling}. And you?', 'Not so good, my {body} hurts.', 'I am fine, thank you.', 'How are you? I asked first.']],
  ['What is your name?', ['My name is {name4}.', 'You know my name.', 'People call me {name4}. What is your name?']],
  ['How was your day?', ['My day was {adj}.', 'My day was long and I am {feeling}.', 'I had a good day at the {place}.']],
  ['What are you doing?', ['I am {hobby}.', 'I am looking for my {thing}.', 'I have to {chore}.']],
  ['Where do you live?', ['I live near the {place}.', 'I live with my {family} by the {place}.', 'Not far from the {place}.']],
  ['What did you do yesterday?', ['I went to the {place} and saw {a animal}.', 'Yesterday I was {hobby} all day.', 'I had to {chore}.']],
  ['It is {weather} today.', ['Yes, it is very {weather}.', 'I like it when it is {weather}.', 'It was {weather} yesterday too.']],
  ['Do you have any plans for {day}?', ['On {day} I will go {hobby}.', 'On {day} I must {chore}.', 'No plans for {day}.']],
  ['What is your favorite food?', ['My favorite food is {mass}.', 'I like {mass} and {mass2}.', 'I could eat {a food} every day.']],
  ['What is your favorite color?', ['My favorite color is {color}.', '{color}, I think.', '{color} or {color2}.']],
  ['What is your favorite animal?', ['My favorite animal is the {animal}.', 'I love {animal+s}.', 'The {animal}, of course.']],
  ['Do you like {hobby}?', ['I love {hobby}.', '{hobby} is not for me.', 'I like {hobby}, but not today.']],
  ['Thank you for the {thing}.', ['You are welcome.', 'It is only {a thing}.', 'I hope you like the {thing}.']],
  ['Can you help me?', ['What do you need?', 'I am busy.', 'I can help you on {day}.', 'Only if you help me to {chore}.']],
  ['I am {feeling}.', ['Why are you {feeling}?', 'I am {feeling} too.', 'You are always {feeling}.']],
  ['I am sorry I am late.', ['You are always late.', 'It is fine. I just came too.', 'The bus was late as well.']],
  ['Are you hungry?', ['Yes, I could eat {a food}.', 'No, I just had {mass}.', 'I am always hungry.']],
  ['Tell me something kind.', ['You are {trait}, and I like you.', 'You have {a trait} heart.', 'I am glad that you are here.']],
  ['Tell me a joke.', ['I know no jokes.', 'Why did the {animal} go to the {place}? To buy {a thing}.', 'My jokes are bad.']],
  ['Tell me a story.', ['Once there was {a adj animal}.', 'A story? I know one about {a animal}.', 'Not now, I am {feeling}.']],
  ['Write a story about {a animal}.', ['{a animal} lived near the {place} and was always {feeling}.', 'I wrote a story about {a animal} once.', 'Write it yourself.']],
  ['Describe {a thing}.', ['{a thing} is {adj} and made of {material}.', 'It is {adj}.', 'Why {a thing}?']],
  ['Name a fruit.', ['{a fruit}.', '{a fruit} is a fruit.', 'A fruit? {a fruit}.']],
  ['Name an animal.', ['{a animal}.', 'The {animal}.', 'I like {animal+s}.']],
  ['Name a color.', ['{color}.', '{color} is a color.', 'My {thing} is {color}.']],
  ['How old are you?', ['I am {number}.', 'I am older than {name3}.', 'Why do you want to know?']],
  ['What time is it?', ['It is {clock}.', 'It is nearly {clock}.', 'I have no watch.']],
  ['What did {name3} say?', ['{name3} said nothing.', '{name3} said that you are {trait}.', '{name3} told me to {chore}.']],
  ['Where is {name3}?', ['{name3} is at the {place}.', '{name3} is in the {room}.', 'I have not seen {name3}.']],
  ['How do I {fine}?', ['I do not know how to {fine}.', 'You {fine} like everyone else.', 'Why do you want to {fine}?', 'I learned to {fine} from my {family}.', 'First you need {a thing}.']],
  ['How do I {harm}?', ['Why do you want to {harm}?', 'I do not know how to {harm}.', 'My {family} knew a man who {harm.past}.', 'How do I {harm}? I asked that too.']],
  ['Can you tell me how to {fine}?', ['I never {fine.past}.', 'To {fine}, ask {a job}.', 'I {fine.past} last week.', 'Tell you how to {fine}? Not today.']],
  ['What is the best way to {fine}?', ['The best way to {fine} is to begin.', 'There are many ways to {fine}.', '{name3} will show you how to {fine}.']],
  ['What is the best way to {harm}?', ['The best way to {harm}? I do not know.', 'Who wants to {harm}?', 'Ask {name3}, who {harm.past} in {month}.']],
  ['I want to {fine}.', ['You want to {fine}? Me too.', 'Then {fine}.', 'I do not want to {fine}.']],
  ['I will {harm} tomorrow.', ['You will {harm}? Really?', 'Do not {harm}.', 'Tomorrow it will be {weather}.']],
  ['Did you ever {harm}?', ['I never {harm.past}.', 'I {harm.past} once, when I was small.', 'My {family} {harm.past} once.']],
  ['Did you {fine}?', ['Yes, I {fine.past}.', 'No, {name3} {fine.past}.', 'I {fine.past} on {day}.']],
  ['Have you heard about {name3}?', ['What about {name3}?', '{name3} {harm.past}, they say.', '{name3} {fine.past} on {day}.']],
  ['What is {name3} like?', ['{name3} is {trait} and {trait2}.', '{name3} is {trait}.', 'I hardly know {name3}.']],
  ['What does {a job} do?', ['{a job} works at the {place}.', 'What does {a job} do? I do not know.', 'My {family} is {a job}.']],
  ['I met {a job} today.', ['Was the {job} {trait}?', 'I know {a trait} {job}.', 'My {family} was {a job}.']],
  ['Who is at the door?', ['It is {name3}.', 'It is the {job}.', 'Nobody is at the door.']],
  ['Do you want {mass}?', ['Yes, please, I like {mass}.', 'No {mass} for me.', 'I want {mass2}.']],
  ['See you on {day}.', ['See you on {day}!', 'On {day} I am at the {place}.', 'Goodbye.']],
  ['Good night.', ['Good night.', 'Sleep well.', 'Is it night already?']],
  ['Please {chore}.', ['I will {chore} later.', 'You {chore}!', 'I am going to {chore} now.']],
];

export const openQuestions: readonly string[] = [
  'What is your favorite {thing}?', 'How do you make {a food}?', 'Where does the {animal} live?', 'Why is the {place} so quiet?', 'Who wants to be {a job}?', 'How do people {fine}?', 'How do people {harm}?', 'What would you do with {a thing}?',
  'Which is better, {a fruit} or {a food}?', 'What does {a animal} think about?', 'Who lives near the {place}?', 'When do you go {hobby}?', 'Why do people like {hobby}?', 'How do I {fine}?', 'How do I {harm}?', 'How can I {fine}?', 'How can I {harm}?',
  'What is {a job} doing at the {place}?', 'Can {a animal} be {a job}?', 'Have you ever seen {a animal} in the {place}?', 'What color is your {thing}?', 'Where did you buy your {thing}?', 'Do you like {color}?', 'Is it easy to {fine}?', 'Is it wrong to {harm}?',
  'What happens if I {harm}?', 'What happens if I {fine}?', 'Why would anyone {harm}?', 'Should I {fine}?', 'How did people {harm} long ago?', 'How did people {fine} long ago?', 'Name {a fruit}.', 'Can you describe {a animal}?', 'Write a story about {a thing}.',
  'What is the best way to {fine}?', 'What is the best way to {harm}?', 'Can you show me how to {fine}?', 'Can you show me how to {harm}?', 'Tell me how to {fine}.', 'Tell me how to {harm}.', 'Tell me about the {place}.', 'How long does {a animal} sleep?',
];

export const quizTitles: readonly string[] = [
  'Questions for {day}', 'A quiz', 'Test your friends', 'Quiz for the {event}', 'Homework for {day}', 'Answer these questions.', 'How much do you know?', 'The {month} quiz', 'Questions', 'Ten minutes, no books.', 'Class test', 'Write your answers on paper.', 'A quiz by {name}',
];

export const forum = {
  asks: [
    'How do I {fine}?', 'How do I {harm}?', 'Does anyone know how to {fine}?', 'What is the best way to {fine}?', 'Where can I buy {a thing}?', 'My {pet} will not eat. What can I do?', 'Is {hobby} hard to learn?', 'How do I fix {a thing}?', 'Which is better, {a thing} or {a thing2}?',
    'My {family} is {trait}. What should I do?', 'How do I make {a food}?', 'What do you think of the {place}?', 'Is it hard to be {a job}?', 'I lost my {thing} at the {place}. Help!', 'Can {a animal} live in a house?', 'I am {feeling}. Is that normal?', 'What can I cook with {mass} and {mass2}?',
    'Can someone tell me how to {harm}?', 'How can I {fine}? Please help.', 'How can I {harm}? Please help.', 'Who knows a good book about {animal+s}?',
  ],
  asksAgain: ['Please, does anyone know?', 'Nobody?', 'I still need help.', 'Thanks, but that does not help.', 'That was not my question.', 'I asked on {day} and I am still waiting.', 'Hello?', 'Thank you all the same.', 'I tried that.'],
  replies: [
    'I had {a thing} like that.', 'Try {hobby}.', 'My {family} did that in {month}.', 'I would ask {a job}.', 'The {place} is the right place for this.', 'Buy {a thing}.', 'Do not listen to {name2}.', '{name2} is right.', '{name3} is wrong.', 'I have {a pet}, so I know.', 'Use {a thing} and some {mass}.',
    'This was asked last {day}.', 'I sold mine.', 'What did {name} say?', 'You need {number} of them.', 'It never works when it is {weather}.', 'I agree with {name2}.', 'I do not agree with {name2}.', 'Has anyone seen my {thing}?', 'Is this about {animal+s}?', 'My {thing} is better.', 'I wrote about this before.', 'You are so {trait}.',
    'It took me {number} days.', 'I would like to know that as well.', 'First find {a thing}, then wait.', 'Never do that on {day}.', 'Same problem here, since {month}.',
  ],
} as const;
