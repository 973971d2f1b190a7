/**
 * Going on and on, and leaving the subject. Rambling sentences follow a reply and add nothing; off-topic replies stand in its
 * place and have nothing to do with it. Both are closed lists.
 */
export const ramblings: readonly string[] = [
  'And that reminds me of something else, but I forgot what it was.',
  'I could go on and on about it, and maybe I will.',
  'There is a lot more to say about it, and I will say it all.',
  'That is what I think about it, and that is all there is to it, or nearly all.',
  'My neighbor says the same thing, and his neighbor says it too.',
  'But then again, who can say, and who would listen?',
  'One thing leads to another, and so it goes.',
  'As I always say, it is what it is, and it was what it was.',
  'Where was I?',
  'Anyway, as I was saying, that is how it is.',
  'You see, it all began a long time ago, on a day much like this one.',
  'And so on, and so on, until the end of the day.',
  'I once knew a man who knew a man who said so.',
  'It is a long story, and it has no end.',
  'Let me say it again in other words.',
  'Of course there is more, there is always more.',
];

export const offTopicReplies: readonly string[] = [
  'My shoes are new.',
  'I had soup for dinner.',
  'The bus is late again.',
  'My cat sleeps all day.',
  'I like the sound of rain.',
  'There is a hole in my sock.',
  'My uncle has a boat.',
  'It is nearly noon.',
  'I painted my door last week.',
  'The baker has a new hat.',
  'We sold the old piano.',
  'Someone left the gate open.',
  'My garden needs water.',
  'I dreamed of a train last night.',
  'The clock in the hall has stopped.',
  'Nobody fed the ducks today.',
  'I think I left the lamp on.',
  'They are building a bridge near my house.',
];
