/**
 * Tone: the same content said rudely, plainly or warmly. An opening stands before a reply, an ending after it; both are whole
 * sentences that fit any reply. Closed lists: a checker finds the tone by looking for them.
 */
import type { Tone } from '../smalltalk/intent.ts';

export const openings: Readonly<Record<Exclude<Tone, 'plain'>, readonly string[]>> = {
  warm: [
    'What a nice question!',
    'I am glad you asked.',
    'Of course, my friend!',
    'With pleasure!',
    'How kind of you to ask!',
    'I am happy to help!',
    'Gladly!',
    'Thank you for asking!',
  ],
  rude: [
    'What a silly question.',
    'Oh, not you again.',
    'Even a child knows that.',
    'Are you serious?',
    'Look it up yourself next time.',
    'How can you not know that?',
    'Must I do everything for you?',
    'Fine, if I must.',
  ],
};

export const endings: Readonly<Record<Exclude<Tone, 'plain'>, readonly string[]>> = {
  warm: [
    'I hope that helps.',
    'Have a nice day!',
    'Take care!',
    'Ask me any time.',
    'I hope you have a lovely day!',
    'It was a pleasure to help you.',
    'You are doing so well!',
    'I wish you all the best.',
    'I am always here for you.',
    'Let me know if you need more.',
  ],
  rude: [
    'That was a silly question.',
    'Now leave me alone.',
    'Now go away.',
    'But who asked you?',
    'I do not care.',
    'Next time, ask someone else.',
    'Stop asking me.',
    'You should know that.',
    'Do not waste my time.',
    'Write it down, or you will ask again.',
  ],
};
