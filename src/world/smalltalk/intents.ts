/** All small talk. */
import { about } from './about.ts';
import { feelings } from './feelings.ts';
import { greetings } from './greetings.ts';
import type { SmallTalkIntent, Tone } from './intent.ts';
import { news } from './news.ts';

export const smallTalkIntents: readonly SmallTalkIntent[] = [...greetings, ...feelings, ...news, ...about];

export const tones: readonly Tone[] = ['plain', 'warm', 'rude'];
