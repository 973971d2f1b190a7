/** Frames of talk about occupations. {a job} and {job} are one person's; {he}, {his}, {him} follow the person. */
export const dutyAsks: readonly string[] = [
  'What does {a job} do?',
  'What does {a job} do all day?',
  'What is the job of {a job}?',
  'Tell me what {a job} does.',
  'Can you tell me what {a job} does?',
  'Could you tell me what {a job} does?',
  'What is the work of {a job}?',
  'What do you do as {a job}?',
  'I want to become {a job}. What would I do?',
  'My homework asks what {a job} does. Can you help?',
  'Do you know what {a job} does?',
  'My brother is {a job}. What does he do?',
  'My sister is {a job}. What does she do?',
];

/** {D} is the duty: "makes bread". */
export const dutyReplies: readonly string[] = [
  '{a job} {D}.',
  '{a job} is someone who {D}.',
  '{a job}? That is someone who {D}.',
  '{a job} {D}, day after day.',
];

export const lineAsks: readonly string[] = [
  'Write a sentence about {a job}.',
  'Write one line about {a job} at work.',
  'Make a sentence about {a job}.',
  'Give me a sentence about {a job}.',
  'Write something short about {a job}.',
  'Please write one sentence about {a job}.',
  'Could you write a line about {a job}?',
  'Can you write something about {a job}?',
  'Tell me about {a job} you know.',
  'I need a sentence about {a job}.',
  'What did the {job} do today?',
  'How is the {job}?',
];

export const lineReplies: readonly string[] = [
  'The {job} lost {his} keys on the way to work.',
  'The {job} forgot {his} hat at home this morning.',
  'The {job} smiled, because {he} was proud of {his} work.',
  'The {job} was tired, so {he} went home early.',
  'The {job} said that {he} liked the new job.',
  'The {job} drank {his} tea and went back to work.',
  'The {job} told us that {he} was {feeling}.',
  'The {job} found {his} {thing} {spot}.',
  'When the {job} is {feeling}, {he} likes {hobby}.',
  'The {job} gave {his} {family} {a thing}.',
  'Everyone likes the {job}, because {he} is {trait}.',
  'The {job} hurt {his} {body}, but {he} did not stop.',
  'I saw the {job} at the {place}, and {he} waved to me.',
  'The {job} works hard, and people thank {him} for it.',
  'On {day} the {job} takes {his} {pet} to the {place}.',
  'The {job} lives near the {place} with {his} {family}.',
  'The {job} came late because {he} missed {his} bus.',
  'The {job} wrote in {his} notebook that {he} was {feeling}.',
  'The {job} loves {his} work, and {he} is {trait}.',
  'Nobody knew where the {job} was, until {he} called {his} {family}.',
];
