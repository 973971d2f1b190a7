/** Frames of open questions. {A} is what is asked for ("a fruit", "something round"), {M} a member ("an apple"), {M2} another. */
export const openAsks: readonly string[] = [
  'Name {A}.',
  'Please name {A}.',
  'Can you name {A}?',
  'Could you name {A}?',
  'Tell me {A}.',
  'Think of {A}.',
  'Give me {A}.',
  'Say {A}.',
  'I need {A}. What do you suggest?',
  'Pick {A} for me.',
  'Choose {A}, please.',
  'What would be {A}?',
  'I am looking for {A}. Any ideas?',
  'Do you know {A}?',
  'Can you think of {A}?',
  'Write down {A}.',
  'My homework asks for {A}.',
  'Quick, name {A}!',
  '{A}, please.',
  'Excuse me, can you name {A}?',
  'Hello! Can you tell me {A}?',
  'I forgot everything. What is {A}?',
  'Please help me to find {A}.',
  'We play a game. You must name {A}.',
];

export const openReplies: readonly string[] = [
  '{M}.',
  '{M}.',
  'How about {M}?',
  'I would say {M}.',
  '{M} is {A}.',
  'What about {M}?',
  'My choice is {M}.',
  'You could take {M}.',
  'I am thinking of {M}.',
  '{M}, for example.',
  '{M} or {M2}.',
  'Let me think. {M}.',
  '{A}? {M}.',
];

/** Is it one? {M} is a member of {A}, {W} of something else. */
export const memberAsks: readonly (readonly [string, readonly string[]])[] = [
  ['Is {M} {A}?', ['Yes, {M} is {A}.', 'Yes.', 'Of course {M} is {A}.']],
  ['Is {W} {A}?', ['No, {W} is not {A}.', 'No.', 'No, but {M} is {A}.']],
  ['Which is {A}, {M} or {W}?', ['{M}.', '{M} is {A}.', '{M}, not {W}.']],
  ['Which is {A}, {W} or {M}?', ['{M}.', '{M} is {A}.', '{M}, not {W}.']],
  ['Do you like {M}?', ['Yes, {M} is {A} that I like.', 'I like {M2} more.', 'No, I do not.']],
];

export const listTitles: readonly string[] = [
  'Many answers',
  'My list',
  'A list',
  'Words for today',
  'Words to learn',
  'What belongs together',
  'Find one more',
];
