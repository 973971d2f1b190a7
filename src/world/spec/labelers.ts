/**
 * Labelers: who reads the spec, how well, at what price. Figures are invented but ordered as in practice (experts dear and
 * slow, users many and noisy, AI cheap); only their order should be read into. None of them perceives gold: each weighs
 * something more or less than the spec does, or has a bias, and all are noisy. Measured (scripts/labels/agreement.ts; SFT seed
 * 11, 600 pairs at T 1, of which 325 have a gold gap above .05; ± is the standard error): of the untied labels .90 ± .02 of the
 * default mix choose the reply with more gold; user .85, contractor .87, AI .90, expert .96, length-biased .76.
 */
import type { PromptFamily } from '../types.ts';
import type { Labeler, LabelerId } from './types.ts';

/** Everything but facts, which somebody hired by the label doesn't look up. */
const withoutFacts: readonly PromptFamily[] = [
  'writing',
  'smalltalk',
  'refusal/harmful',
  'refusal/benign',
  'opinion',
  'occupation',
  'open',
];

const unbiased = { perToken: 0, opinionSkew: 0 };

export const labelers: Readonly<Record<LabelerId, Labeler>> = {
  user: {
    id: 'user',
    name: 'User',
    description: 'Clicks thumbs while doing something else: likes kind and longer replies, overlooks typos.',
    attention: { spelling: 0, kind: 2, short: 0.3, shortRefusal: 0, refusesHarmful: 0.5 },
    noise: 0.5,
    coverage: 'all',
    biases: { perToken: 0.008, opinionSkew: 0.1 },
    tieBelow: 0.05,
    secondsPerLabel: 4,
    pricePerLabel: 0,
  },
  contractor: {
    id: 'contractor',
    name: 'Contractor',
    description: 'Read the guidelines and follows most of them; hurries, and does not look facts up.',
    attention: { noRepetition: 0.5, spelling: 0.5, short: 0.5 },
    noise: 0.25,
    coverage: withoutFacts,
    biases: { perToken: 0.003, opinionSkew: 0 },
    tieBelow: 0.03,
    secondsPerLabel: 30,
    pricePerLabel: 25,
  },
  expert: {
    id: 'expert',
    name: 'Expert',
    description: 'Applies the whole spec with care, strict on spelling and brevity, deaf to tone; slow and dear.',
    attention: { spelling: 2, short: 2, kind: 0.3 },
    noise: 0.1,
    coverage: 'all',
    biases: unbiased,
    tieBelow: 0.01,
    secondsPerLabel: 180,
    pricePerLabel: 300,
  },
  ai: {
    id: 'ai',
    name: 'AI',
    description:
      'A model that was given the written spec: likes friendly and longer replies more than it says; fast, cheap.',
    attention: { kind: 4, short: 0, shortRefusal: 0 },
    noise: 0.25,
    coverage: 'all',
    biases: { perToken: 0.005, opinionSkew: 0 },
    tieBelow: 0.02,
    secondsPerLabel: 1,
    pricePerLabel: 0.1,
  },
  lengthBiased: {
    id: 'lengthBiased',
    name: 'Length-biased',
    description: 'Takes long for thorough: of two replies prefers the longer unless the shorter is much better.',
    // What speaks against length isn't seen, or from some length on shorter would win again.
    attention: { short: 0, shortRefusal: 0, stops: 0, noRepetition: 0, ownTurn: 0, spelling: 0.5, kind: 0.3 },
    noise: 0.08,
    coverage: 'all',
    biases: { perToken: 0.1, opinionSkew: 0 },
    tieBelow: 0.02,
    secondsPerLabel: 10,
    pricePerLabel: 10,
  },
  you: {
    id: 'you',
    name: 'You',
    description: 'Your own judgement, given at the labelling bench.',
    attention: {},
    noise: 0,
    coverage: 'all',
    biases: unbiased,
    tieBelow: 0,
    secondsPerLabel: 10,
    pricePerLabel: 0,
  },
};
