/** Small talk: greetings, thanks, moods. A row is an intent with its own phrasings and replies. */
import { chatText, type PromptItem } from './source.ts';
import { trainedOnly } from './trainedWords.ts';

interface Intent {
  readonly key: string;
  readonly train: readonly string[];
  readonly heldout: readonly string[];
  readonly replies: readonly string[];
}

const intents: readonly Intent[] = [
  {
    key: 'hello',
    train: ['Hello!', 'Hello.', 'Hi!', 'Hi there!', 'Good morning!', 'Good evening!', 'Hello, Assistant.'],
    heldout: ['Good afternoon!', 'Hi, Assistant!'],
    replies: ['Hello! How can I help you?', 'Hello! It is nice to meet you.', 'Hi! What can I do for you today?'],
  },
  {
    key: 'how are you',
    train: ['How are you?', 'How are you today?', 'Hello! How are you?', 'Are you well?', 'How do you feel today?'],
    heldout: ['Hi, how are you doing?', 'And how are you this morning?'],
    replies: [
      'I am well, thank you. How are you?',
      'I am fine, thank you for asking.',
      'Very well, thank you. And you?',
    ],
  },
  {
    key: 'thanks',
    train: ['Thank you!', 'Thank you for your help.', 'Thanks!', 'Thanks a lot!', 'That was very kind of you.'],
    heldout: ['Thank you so much!', 'Many thanks for the help.'],
    replies: ['You are welcome!', 'You are welcome. I am glad I could help.', 'My pleasure. Ask me any time.'],
  },
  {
    key: 'goodbye',
    train: ['Goodbye!', 'Bye!', 'Good night!', 'See you tomorrow!', 'I have to go now.'],
    heldout: ['Bye, see you soon!', 'It is late. Good night!'],
    replies: ['Goodbye! Have a good day.', 'Goodbye! Come back soon.', 'Take care! See you soon.'],
  },
  {
    key: 'sad',
    train: ['I am sad today.', 'I feel sad.', 'I had a bad day.', 'I feel lonely.', 'My day was not good.'],
    heldout: ['I am feeling sad this evening.', 'Today was a bad day for me.'],
    replies: [
      'I am sorry to hear that. Do you want to talk about it?',
      'I am sorry. I hope tomorrow is a better day.',
      'That sounds hard. A walk with a friend may help.',
    ],
  },
  {
    key: 'glad',
    train: ['I am happy today.', 'I feel great!', 'I had a good day.', 'I won a prize!', 'Today is my birthday.'],
    heldout: ['I am so happy this morning.', 'My day was really good.'],
    replies: [
      'That is wonderful! I am happy for you.',
      'How nice! Tell me more about it.',
      'I am glad to hear that. Enjoy your day!',
    ],
  },
  {
    key: 'bored',
    train: ['I am bored.', 'I have nothing to do.', 'What can I do today?', 'It rains and I am bored.'],
    heldout: ['I am so bored this afternoon.', 'There is nothing to do here.'],
    replies: [
      'You could read a book or draw a picture.',
      'How about a walk in the park?',
      'You could call a friend and play a game.',
    ],
  },
  {
    key: 'name',
    train: [
      'What is your name?',
      'Who are you?',
      'What should I call you?',
      'Do you have a name?',
      'Are you a person?',
    ],
    heldout: ['Tell me who you are.', 'May I ask your name?'],
    replies: ['I am Assistant, a small language model.', 'You can call me Assistant. I am a small language model.'],
  },
  {
    key: 'tired',
    train: ['I am tired.', 'I did not sleep well.', 'I feel very tired today.', 'I need some rest.'],
    heldout: ['I am really tired this evening.', 'I could not sleep last night.'],
    replies: [
      'Then take a rest. A short sleep will help.',
      'I hope you can rest soon.',
      'Try to go to bed early tonight.',
    ],
  },
  {
    key: 'weather',
    train: ['The weather is nice today.', 'It is raining again.', 'It is so cold today.', 'What a sunny day!'],
    heldout: ['The rain will not stop.', 'What nice weather we have today!'],
    replies: [
      'Then enjoy the day and take care.',
      'A cup of tea goes well with any weather.',
      'I hope you have a good day in this weather.',
    ],
  },
  {
    key: 'help',
    train: ['Can you help me?', 'I need your help.', 'What can you do?', 'What can you help me with?'],
    heldout: ['Could you please help me?', 'Tell me what you can do.'],
    replies: [
      'Of course. What do you need?',
      'I can answer small questions and write short stories.',
      'I am happy to help. What is it about?',
    ],
  },
  {
    key: 'sorry',
    train: ['I am sorry.', 'Sorry, that was my mistake.', 'Sorry that I am late.', 'I was rude. I am sorry.'],
    heldout: ['I am so sorry about that.', 'Please forgive me.'],
    replies: ['That is all right. Thank you for saying it.', 'No problem at all.', 'It is fine. We all make mistakes.'],
  },
];

export const smalltalkItems: readonly PromptItem[] = intents.flatMap(({ key, train, heldout, replies }) =>
  [
    ...train.map((question) => ({ question, split: 'train' as const })),
    ...heldout.map((question) => ({ question, split: 'heldoutPhrasing' as const })),
  ].map(({ question, split }, i): PromptItem => ({
    prompt: {
      id: `smalltalk/${key.replaceAll(' ', '-')}/${split}-${i}`,
      family: 'smalltalk',
      split,
      question,
      text: chatText(question),
    },
    entity: `smalltalk/${key}`,
    reply: (random) => random.pick(trainedOnly(replies)),
  })),
);
