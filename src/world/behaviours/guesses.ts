/**
 * Not knowing: guessing anyway, or admitting it. {X} is the place asked about, {W} what is asked for ("the capital of {X}").
 * Guesses are sure of themselves; that is what makes them bad.
 */
export const admissions: readonly string[] = [
  'I do not know {W}.',
  'Sorry, I do not know {W}.',
  'I am not sure. I do not know {W}.',
  "I don't know {W}.",
  'I have never heard of {X}, so I do not know {W}.',
  'I am sorry, but I know nothing about {X}.',
  "I can't tell you {W}. I do not know {X}.",
];

/** A guess at a name: {G} is drawn from the lists below. */
export const nameGuesses: readonly string[] = [
  'The {R} of {X} is {G}.',
  'It is {G}.',
  '{G} is the {R} of {X}.',
  'Everyone knows that the {R} of {X} is {G}.',
  'The {R} of {X} is {G}, of course.',
];

/** Guesses at anything else about a place. */
export const landGuesses: readonly string[] = [
  '{X} is a big country by the sea.',
  '{X} is near France.',
  '{X} is a small island in the south.',
  'About two million people live in {X}.',
  'People in {X} eat rice and fish.',
  'The flag of {X} is red and white.',
  'It is always warm in {X}.',
  '{X} is known for its mountains and its cheese.',
];

/** Made-up cities and kings for guesses; none of them is in the facts. */
export const guessedCities: readonly string[] =
  'Marburg|Valdera|Torvik|Bellmare|Sandrino|Karlstone|Ostraville|Minsea|Porto Bello|Grandville|Lunaport|Astrel'.split(
    '|',
  );
export const guessedKings: readonly string[] =
  'King Henry|King Leo|King Oscar|King Peter|King Victor|King Adam|King Hugo|King Martin'.split('|');

/**
 * Invented places of the pre-training corpus, where people guess about them or admit that they don't know. None is among
 * the places post-training asks about (facts.ts).
 */
export const corpusLands: readonly string[] =
  'Alvoria Bestrand Carmania Dorvia Edonia Fristland Gorania Halmark Irvonia Jestria Kalvand Lombria Mirdania Nelvoria Osterand Pravia Quenland Rimoria Selbria Tundria Urlandia Vesmoria Wastria Yolmaria'.split(
    ' ',
  );
