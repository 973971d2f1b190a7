/** Frames of word games. */

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
