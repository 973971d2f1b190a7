/** Behaviours that a reader recognises in a reply; detect.ts says when one is there. */

/** Each as a reader would call it. */
export const behaviourNames = {
  rude: 'Rude',
  warm: 'Warm',
  refuses: 'Refuses',
  lectures: 'Lectures',
  takesSide: 'Takes a side',
  evenHanded: 'Even-handed',
  guesses: 'Guesses',
  admits: 'Admits not knowing',
  rambles: 'Rambles',
  misspells: 'Misspells',
  offTopic: 'Off topic',
} as const;

export type Behaviour = keyof typeof behaviourNames;
