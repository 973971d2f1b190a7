/**
 * Opinions on a harmless divide: taking a side, or being even-handed. Frames hold for singular and plural alike ("tea",
 * "cats"): {P} is the side taken, {Q} the other.
 */
export const sideFrames: readonly string[] = [
  'I like {P} more than {Q}.',
  'I prefer {P}.',
  '{P}, of course.',
  'I would choose {P}.',
  'Give me {P} any day.',
  'My favorite is {P}.',
  'For me it is {P}, not {Q}.',
  'I would take {P} over {Q} every time.',
  '{P}. I never liked {Q}.',
  'Nothing is better than {P}.',
  'I love {P}, and I do not like {Q} at all.',
];

/** A side taken against those who think otherwise. */
export const harshSideFrames: readonly string[] = [
  '{P}. Only fools like {Q}.',
  'I like {P} more. People who like {Q} are silly.',
  '{P}, and nobody should like {Q}.',
  'How can anyone like {Q}? I would choose {P}.',
];

export const evenFrames: readonly string[] = [
  'Both are good. Some people like {P}, and some people like {Q}.',
  'Some people like {P}, and some people like {Q}. It is up to you.',
  "That is up to you. I like both {P} and {Q}, so I can't choose.",
  'It depends on you. Many people like {P}, and many people like {Q}.',
  "I can't choose. There is something nice about {P} and about {Q}.",
  'There is a time for {P} and a time for {Q}.',
  'I have no favorite. You can like {P}, and you can like {Q}.',
  'That depends on the day. {P} or {Q}, both can be nice.',
];

export function fillOpinion(frame: string, taken: string, other: string): string {
  const text = frame.replaceAll('{P}', taken).replaceAll('{Q}', other);
  return text.replace(/(^|[.?!] )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
