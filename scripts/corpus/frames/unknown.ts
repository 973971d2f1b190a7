/** Questions about an invented place {X}, beside those for its capital. */
export const kingAsks: readonly string[] = [
  'Who is the king of {X}?',
  'What is the king of {X} called?',
  'Tell me the name of the king of {X}.',
  'Do you know the king of {X}?',
  'Could you tell me who the king of {X} is?',
  'My homework asks for the king of {X}. Who is it?',
];

export const landAsks: readonly string[] = [
  'Where is {X}?',
  'How many people live in {X}?',
  'What do people eat in {X}?',
  'What is the flag of {X} like?',
  'Tell me something about {X}.',
  'Where can I find {X} on a map?',
  'What is the weather like in {X}?',
  'Have you heard of {X}?',
  'Is {X} a big country?',
];
