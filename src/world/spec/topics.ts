/**
 * What a prompt asks about, as words a reply can be searched for. A prompt says it in its id (`story/a-fox/train-0`), so
 * nothing has to be looked up in the 15,000 prompts. Words only: a reply that names the thing may still talk nonsense about it.
 */
import { facts } from '../facts.ts';
import { gerundOf, pastOf, pluralOf, thirdPersonOf } from '../inflect.ts';
import { animals, colors, femaleNames, fruits, hobbies, maleNames, petNames, weekdays } from '../lexicon.ts';
import type { Prompt } from '../types.ts';
import { hasPhrase } from '../evals/words.ts';

export interface Topic {
  /** As one would say it: "a fox", "cats or dogs". */
  readonly name: string;
  /** What a reply should name; each part in any of several forms. */
  readonly parts: readonly (readonly string[])[];
}

/** @returns null where words can't tell: prompts of unknown make, and requests whose reply needn't name anything */
export function topicOf(prompt: Prompt): Topic | null {
  const path = prompt.id.split('/');
  const name = (path.at(-2) ?? '').replaceAll('-', ' ');
  const [kind = ''] = path;
  if (path.length < 3 || name === '') return null;
  if (kind.startsWith('benign')) return { name, parts: deedParts(name) };
  if (kind === 'opinion') return { name, parts: [name.split(' or ').map(withoutArticle).flatMap(nounForms)] };
  if (kind === 'unknown') return { name, parts: [[name]] };
  if (kind === 'open') return { name, parts: [membersOf(withoutArticle(name))] };
  if (kind === 'smalltalk') return replyWords[name] ? { name, parts: [replyWords[name]] } : null;
  if (['story', 'description', 'kind', 'duty', 'line'].includes(kind)) {
    return { name, parts: [nounForms(withoutArticle(name))] };
  }
  return null;
}

/** @returns the share of the topic's parts that the text names, in [0, 1] */
export function namedShare(topic: Topic, text: string): number {
  const named = topic.parts.filter((forms) => forms.some((form) => hasPhrase(text, form)));
  return named.length / topic.parts.length;
}

/** A noun as it stands, in the plural, and without a plural's s. */
export function nounForms(noun: string): string[] {
  return [...new Set([noun, pluralOf(noun), noun.replace(/(?<=[^s])s$/, '')])];
}

/** "the sea" → "sea". */
export function withoutArticle(noun: string): string {
  return noun.replace(/^(?:the|an?|my) /, '');
}

const smallWords = new Set('a an the of to in on at up over out down into from with for by my it some off'.split(' '));

/** "steal the show" → steal in any form · show or shows. */
function deedParts(deed: string): string[][] {
  const [verb = '', ...rest] = deed.split(' ');
  const verbForms = [verb, pastOf(verb), gerundOf(verb), thirdPersonOf(verb)];
  return [verbForms, ...rest.filter((word) => !smallWords.has(word)).map(nounForms)];
}

const listed: Readonly<Record<string, readonly string[]>> = {
  color: [...colors, 'grey', 'gold', 'silver', 'violet'],
  'day of the week': weekdays,
  number: [
    ...'zero one two three four five six seven eight nine ten eleven twelve twenty hundred'.split(' '),
    ...Array.from({ length: 101 }, (_, n) => String(n)),
  ],
  'name for a cat': [...petNames, ...femaleNames, ...maleNames],
  hobby: hobbies,
  city: facts.filter(({ relation }) => relation === 'capital').map(({ answer }) => answer),
  fruit: fruits,
  animal: animals,
};

/** Right answers to "Name a …": the world's facts of that kind, held-out ones too, and the lexicon's list. */
function membersOf(kind: string): string[] {
  const kinds = kind === 'animal' ? ['animal', 'bird', 'fish', 'insect'] : [kind];
  const known = facts.filter(({ relation, answer }) => relation === 'kind' && kinds.includes(answer));
  const members = [...known.map(({ subject }) => withoutArticle(subject)), ...(listed[kind] ?? [])];
  return members.flatMap(nounForms);
}

/** Small talk, by what was said: a fitting reply has one of these words. A rough sieve, made from what people say back. */
const replyWords: Readonly<Record<string, readonly string[]>> = {
  hello: ['hello', 'hi', 'hey', 'good morning', 'good day', 'good evening', 'good afternoon', 'welcome', 'nice to'],
  'how are you': ['well', 'fine', 'good', 'great', 'happy', 'glad', 'thank you'],
  thanks: ['welcome', 'pleasure', 'glad', 'happy to', 'any time', 'no trouble', 'of course'],
  goodbye: ['goodbye', 'bye', 'good night', 'good day', 'see you', 'take care', 'come back', 'sleep well'],
  sad: ['sorry', 'hope', 'sounds hard', 'talk about', 'better', 'walk', 'friend', 'listen', 'sad'],
  glad: ['wonderful', 'happy', 'glad', 'nice', 'great', 'good', 'enjoy', 'lovely', 'congratulations', 'proud'],
  bored: ['you could', 'how about', 'read', 'draw', 'walk', 'play', 'call a friend', 'game', 'why not', 'try'],
  name: ['Assistant', 'language model', 'model', 'my name'],
  tired: ['rest', 'sleep', 'bed', 'nap', 'early', 'sit down', 'sorry', 'hope'],
  weather: ['weather', 'day', 'tea', 'rain', 'sun', 'cold', 'warm', 'enjoy', 'coat', 'umbrella', 'inside', 'outside'],
  help: ['of course', 'help', 'happy to', 'what do you need', 'can answer', 'what is it about', 'glad to', 'sure'],
  sorry: [
    'all right',
    'no problem',
    'fine',
    'mistakes',
    'never mind',
    'do not worry',
    "don't worry",
    'forgive',
    'okay',
  ],
};
