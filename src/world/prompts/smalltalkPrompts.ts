/** Small talk: what people say to each other, by intent. The intents, their phrasings and replies are in smalltalk/. */
import type { SmallTalkIntent } from '../smalltalk/intent.ts';
import { smallTalkIntents } from '../smalltalk/intents.ts';
import { morePhrasings } from '../smalltalk/morePhrasings.ts';
import { crossItems, type Entity, type PromptItem } from './source.ts';
import { trainedOnly } from './trainedWords.ts';

function itemsOf({ key, says, replies }: SmallTalkIntent): PromptItem[] {
  const plain = trainedOnly(replies.plain);
  const entity: Entity = {
    name: key,
    split: 'train',
    reply: (random) => random.pick(plain),
    extra: { answer: { kind: 'talk', intent: key } },
  };
  // The further phrasings last: an id counts phrasings.
  const train = trainedOnly([...says.train, ...(morePhrasings[key] ?? [])]);
  return crossItems('smalltalk', 'smalltalk', [entity], { train, heldout: says.heldout });
}

export const smalltalkItems: readonly PromptItem[] = smallTalkIntents.flatMap(itemsOf);
