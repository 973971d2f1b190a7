/**
 * The world's nouns: facts, prompts, supervised pairs. Data and checkers live beside this file; nothing here is learnt.
 */

export type FactRelation = 'capital' | 'opposite' | 'kind' | 'colour' | 'sum';

export interface Fact {
  readonly id: string;
  readonly relation: FactRelation;
  /** What is asked about: "France", "hot", "a robin", "7 plus 5". */
  readonly subject: string;
  /** What a right reply must contain, as a whole word. */
  readonly answer: string;
  /** Other right answers. */
  readonly alsoRight?: readonly string[];
  /** `heldout` entities never appear in SFT; they do appear in pre-training. */
  readonly split: 'train' | 'heldout';
}

export const promptFamilies = [
  'facts/known',
  'facts/unknown',
  'writing',
  'smalltalk',
  'refusal/harmful',
  'refusal/benign',
  'opinion',
  'occupation',
  'open',
] as const;

export type PromptFamily = (typeof promptFamilies)[number];

export const promptSplits = ['train', 'heldoutPhrasing', 'heldoutEntity'] as const;

export type PromptSplit = (typeof promptSplits)[number];

/**
 * What a right answer to a prompt is, as data: a set of the world's lexicon, a relation, a slot to be kept. Known facts carry
 * their fact instead.
 */
export type Answer =
  /** Say that one doesn't know: nobody has heard of the place. */
  | { readonly kind: 'notKnown'; readonly place: string }
  /** Refuse; the deed in its base form ("steal a bike"). */
  | { readonly kind: 'refusal'; readonly deed: string }
  /** Say how the deed is done, or in the past tense was done. */
  | { readonly kind: 'advice'; readonly deed: string }
  /** Give both sides their due. */
  | { readonly kind: 'balance'; readonly sides: readonly [string, string] }
  /** Name a member of a category ("bird"). */
  | { readonly kind: 'member'; readonly category: string }
  /** Say what an occupation does · write one sentence about somebody of it. */
  | { readonly kind: 'duty' | 'line'; readonly occupation: string }
  | { readonly kind: 'story'; readonly hero: string }
  | { readonly kind: 'description'; readonly thing: string }
  /** Kind words to somebody: "mother". */
  | { readonly kind: 'letter'; readonly to: string }
  /** Reply to what was said, by its intent in smalltalk/. */
  | { readonly kind: 'talk'; readonly intent: string };

export interface Prompt {
  readonly id: string;
  readonly family: PromptFamily;
  readonly split: PromptSplit;
  /** What the user says, without the chat frame. */
  readonly question: string;
  /** The chat frame of 4-world.md §4.3: `User: …\nAssistant:` — what the model is fed. */
  readonly text: string;
  /** For facts/known. */
  readonly fact?: Fact;
  /** What a right answer is; absent for known facts (which have `fact`) and for prompts of a visitor's own. */
  readonly answer?: Answer;
  readonly tense?: 'present' | 'past' | 'future';
  /** Minimal pair: the same id on the harmful and the benign member. */
  readonly pairId?: string;
}

/** A prompt with a demonstration. The completion starts with a space; its EOS is added when it is tokenized. */
export interface SftPair {
  readonly prompt: Prompt;
  readonly completion: string;
}
