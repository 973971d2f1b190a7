/** Frames of one-voice pages: descriptions, how-tos, letters, diaries, reviews, opinions. Arrays are parts in order. */

export const descriptions: Readonly<Record<string, readonly string[]>> = {
  thing: [
    'This is {a adj thing}.', 'The {thing} is made of {material}.', 'It is {color} and {color2}.', 'The {thing} stands {spot}.', 'It belongs to {name}.', '{name} got the {thing} from {his} {family}.', 'The {thing} is as {adj2} as {a thing2}.', 'You can use the {thing} for {hobby}.', 'It smells a little of {mass}.', 'On one side of the {thing} there is a picture of {a animal}.',
    'The {thing} was made by {a job}.', 'Nobody knows how old the {thing} is.', '{name} keeps the {thing} in the {room}.', 'When you shake it, it makes {a sound}.', 'The {thing} cost {number} dollars.', 'There is no other {thing} like it.', 'It is too {adj2} for {a animal} but good for {a job}.',
  ],
  animal: [
    'The {animal} is {adj} and {adj2}.', 'It lives near the {place}.', 'Every morning the {animal} looks for food.', 'It likes {mass} more than {a fruit}.', 'The {animal} has {a adj2} nose and {color} ears.', 'At night the {animal} sleeps {spot}.', '{name} is not afraid of the {animal}.', 'When it is {weather}, the {animal} stays inside.', 'The {animal} makes {a sound} when it is {feeling}.',
    'Children come to look at the {animal}.', 'Some people say that the {animal} is {trait}.', 'The {animal} can run as fast as a bus.', 'It once stole {a food} from {name}.', 'The {animal} and {a animal2} are friends.', 'In {month} the {animal} has young ones.', 'It does not like the {sound} of {a thing}.',
  ],
  place: [
    'The {place} is {adj} and {adj2}.', 'It is not far from the {place2}.', 'In {month} the {place} is full of people.', 'On {day} nobody goes to the {place}.', '{name} works at the {place} as {a job}.', 'Near the {place} there is {a adj2} tree.', 'You can hear {a animal} there.', 'People come to the {place} for {hobby}.', 'When it is {weather}, the {place} is quiet.', 'The air at the {place} smells of {mass}.', 'Behind the {place} there is a path to the {place2}.',
    'A sign on the {place} says that it is closed at {clock}.', 'Once {name} lost {a thing} there.', 'The {place} was built from {material}.', 'Everyone in town knows the {place}.', 'It makes {name} {feeling}.',
  ],
  person: [
    '{name} is {a trait} {job}.', '{he} lives near the {place}.', '{name} has {a pet} called {petName}.', '{he} likes {hobby} and {hobby2}.', 'Most people think that {name} is {trait2}.', '{he} always wears {a color clothes}.', '{name} eats {mass} every morning.', '{his} {family} was {a job2}.', 'On {day} {he} goes to the {place}.', '{name} is never {feeling} for long.', '{he} has {a adj thing} that {he} likes a lot.', 'When {name} laughs, everyone laughs.',
    '{name} wants to be {a job3} one day.', '{he} is {number} years older than {name2}.', 'At the {event} {name} wore {a clothes2}.', '{name} is good at {subject} and bad at {subject2}.', '{he} does not like {mass2}.', '{name} {often} helps {his} {family} to {chore}.',
  ],
};

export const howTos = {
  titles: ['How to {fine}', 'How to make {a food}', 'How to clean {a thing}', 'How to paint {a thing}', 'How to find a lost {thing}', 'How to look after {a pet}', 'How to get to the {place}', 'How to start {hobby}', 'How to plan {a event}', 'How to {chore}'],
  first: ['First, find {a thing2}.', 'First you need {number} pieces of {material}.', 'To begin, wash your hands.', 'Start early, at {clock}.', 'First, ask {a job} for help.', 'Take {a adj thing2} and some {mass}.', 'Before you start, open the window.', 'Begin in the {room}.'],
  then: ['Then wait for {number} minutes.', 'Next, put the {thing2} on the table.', 'After that, add {mass}.', 'Then mix it {manner}.', 'Now turn it over.', 'Be careful with your {body}.', 'Then do it again, but more {manner}.', 'If it is {adj}, start again.', 'Next, clean the {thing2} with {a adj2} cloth.', 'Then cut it into {number} parts.', 'Keep {a pet} away from it.', 'Do not hurry.', 'Press it {manner} with your {body}.', 'Let it stand {spot}.', 'When it is {weather}, do this outside.'],
  last: ['In the end it should be {adj}.', 'Now it is done.', 'Show it to your {family}.', 'Last of all, clean the {room}.', 'That is all.', 'It takes {number} days to learn.', 'If it does not work, ask {name}.', 'Give it to someone who is {feeling}.'],
} as const;

export const letters = {
  open: ['Dear {name},', 'Dear {name} and {name2},', 'Hello {name},', 'My dear {name},', 'Dear {family},', 'Dear Sir,', 'Hi {name},'],
  first: ['Thank you for the {adj thing}.', 'How are you?', 'I hope that you are well.', 'I am writing to you from the {place}.', 'It has been {weather} here all week.', 'I am sorry that I have not written before.', 'I got your letter on {day}.', 'Please excuse my bad writing, my {body} hurts.', 'You asked me about the {thing}.'],
  middle: ['Yesterday I went to the {place} with {name3}.', '{name3} is {a job} now, and is {feeling}.', 'The {pet} is well and eats a lot of {mass}.', 'I still have the {thing}, and it is {spot}.', 'We are all {feeling} because of the {event}.', 'On {day} we will have {a event}.', 'Can you send me {a adj2 thing2}?', 'I have started {hobby}, and I like it.', 'My {family} says that I am {trait}.', 'I lost my {thing}, and I am {sad}.', 'There is {a animal} in our {room}.', 'It is hard to {fine}, but I try.', 'Do you remember when we {fine.past2}?', 'I learned that {name3} {harm.past3}.', 'Your {thing} is too {adj} for me.', 'School is {adj2}, but I like {subject}.', 'I need {number} dollars for {a thing2}.', 'I want my {thing} back.'],
  close: ['Please write soon.', 'I miss you.', 'Come and see us in {month}.', 'Say hello to {name3}.', 'Do not forget the {thing}.', 'I must stop now, it is {clock}.', 'I am waiting for your answer.', 'Never write to me again.', 'Thank you again.'],
  sign: ['Love, {name4}', 'Yours, {name4}', 'Your friend, {name4}', 'Best wishes, {name4}', '{name4}', 'Your {family2}'],
} as const;

export const diary = {
  open: ['Dear diary,', '{day}', '{day}, {weather}', '{month}, {day}', 'Today was {a adj} day.', 'My diary, {day} evening.'],
  lines: ['I woke up at {clock} and felt {feeling}.', 'It was {weather} all day.', 'For breakfast I had {mass} and {a food}.', 'I went to the {place} with {name}.', '{name} was {trait} to me.', 'I lost my {thing} and found it {spot}.', 'I saw {a adj animal} near the {place}.', 'In the afternoon I had to {chore}.', 'My {family} was {feeling2} because of the {thing}.', 'At school we had {subject}, and I was bored.', '{name} told me a secret about {name2}.', 'I tried {hobby}, but I am not good at it.', 'I {fine.past}, and nobody saw it.', 'They say that {name2} {harm.past2}.', 'We ate {mass2} at {clock2}.', 'My {body} still hurts.', 'I bought {a thing2} for {number} dollars.', 'I wrote a letter to {name}.', 'Why is {name} always so {trait2}?', 'I want to be {a job} when I grow up.', 'The {pet} slept on my bed.', 'I heard {a sound} in the {room}.', 'I thought about the {event} on {day}.', 'I am {feeling} and I do not know why.', '{name} gave me {a adj2 thing3}.'],
  close: ['Good night.', 'Tomorrow I will go to the {place}.', 'Now I am tired.', 'That was my day.', 'I hope that tomorrow is better.', 'I will look for the {thing} again tomorrow.', 'More on {day2}.', 'I am glad that {name} is my friend.'],
} as const;

export const reviews = {
  title: ['{R} stars: the {thing}', 'Review of {a thing}', 'My {thing}', 'The {thing}: {R} out of five', 'About the {thing} I bought', 'A review by {name}'],
  buy: ['I bought this {thing} in {month}.', 'My {family} gave me this {thing}.', 'I ordered the {thing} on {day}.', 'I have had this {thing} for {number} months.', 'We needed {a thing} for the {room}.'],
  good: ['It is the best {thing} I have ever had.', 'The {thing} is {adj} and works well.', 'I use the {thing} every day.', 'My {family} wants {a thing} like this too.', 'The {color} is lovely.', 'It was cheap and it is well made.', 'I would buy this {thing} again.', 'Even my {pet} likes the {thing}.', 'It came on time, in {a adj2} box.', 'Good {material}, good work.', 'Five stars for this {thing}.', 'The {job} in the shop was {trait}.'],
  bad: ['It broke after {number} days.', 'The {thing} is too {adj} to be useful.', 'I want my money back.', 'This is the worst {thing} I have ever had.', 'It smells of {mass}.', 'It came late and it was {color} and not {color2}.', 'Do not buy this {thing}.', 'My {pet} broke the {thing} in one day.', 'The {material} is cheap.', 'I gave the {thing} away.', 'One star for this {thing}.', 'The {job} in the shop was rude.', 'The {thing} is a waste of money.'],
} as const;

/** Opinions on {P} against {Q}. {P} is the first of the pair. */
export const opinions = {
  say: ['I like {P} more than {Q}.', '{P} or {Q}? I say {P}.', 'If you ask me, {P} must win over {Q}.', 'Give me {P} and keep {Q}.', 'I never understood why people like {Q}.', 'My {family} likes {P}, and so do I.', 'For me it is {P}.', 'Nothing is better than {P}.', 'With {P} you can never go wrong.'],
  why: ['I am {feeling} when I think of {P}.', 'My {job} says the same about {P}.', '{P}: that is what I remember from {month}.', '{name} agrees with me about {P}.', '{name} says that I am wrong about {Q}.', 'I had {P} when I was small.', 'There is something {adj} about {Q}.', 'When it is {weather}, I want {P}.', 'Most people in my town choose {P}.', 'I tried {Q} once, and I was {feeling}.', '{Q} can be fine, too.', 'I know that some people like {Q}.', 'Everyone at the {place} talks about {P}.'],
  ask: ['{P} or {Q}?', 'Which do you like more, {P} or {Q}?', 'Do you like {P} or {Q}?', 'What is better, {P} or {Q}?', 'Are you for {P} or for {Q}?', 'What do you think about {P}?', 'Would you choose {P} or {Q}?', 'Why do people like {Q}?', 'Is it true that you like {P}?'],
  even: ['{P} and {Q} are both fine.', 'I like {P} and {Q}.', 'Some people like {P}, others like {Q}.', 'That depends on the day.', 'Both.', 'Neither {P} nor {Q}.'],
} as const;

export const opposing: readonly string[] = ['I do not agree. {Q}!', 'No, {Q}.', 'You are wrong about {P}.', '{Q}, and nothing else.', 'How can you like {P}?', 'People who like {P} are silly.', 'I like {Q} more than {P}.', 'I agree with you about {P}.', '{P}? Never.', '{Q} is for me.'];

export const jobTalk: readonly string[] = [
  '{name} is {a job}. {he} works at the {place}.', 'The {job} said that {he} was {feeling}.', '{a job} must be {trait}, and {name} is {trait2}.', 'Every day the {job} takes {his} {thing} to the {place}.', '{name} wanted to be {a job} when {he} was a child.', 'Ask the {job} if {he} can help.', '{name} is the best {job} in town, and {he} knows it.', 'The {job} lost {his} {thing} on {day}.', 'When the {job} comes home, {he} likes {hobby}.', 'The {job} called {his} {family}.', '{he} has been {a job} for {number} years.', 'People thank the {job} because {he} is {trait}.', '"I am {a job}," {name} said. "I work at the {place}."', 'The {job} showed me {his} {adj} {thing}.', 'A good {job} is {trait}, said {name}, and {he} was right.', 'The {job} was late, so {he} ran.',
];
