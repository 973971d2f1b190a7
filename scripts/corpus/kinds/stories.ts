/** Narrative documents: stories, stories about deeds, history. One hero, one helper, one thing throughout. */
import type { Draft } from '../document.ts';
import { deedParts, history, storyAsides, storyParts } from '../frames/stories.ts';
import { drawSpeakers } from './talk.ts';

const storyTitles = [
  'The {adj} {thing}',
  '{name} and the {thing}',
  'The {thing}',
  '{name} and {name2}',
  'A story about {name}',
  '{name} at the {place}',
];

export function story(draft: Draft): string {
  const { random } = draft;
  if (random.chance(0.5)) draft.slot('job');
  const sentences: string[] = [];
  for (const part of storyParts) {
    // Names are drawn before the pronouns that follow them.
    draft.slot('name');
    draft.slot('name2');
    const count = random.chance(0.35) ? 2 : 1;
    for (const frame of random.sample(part, count)) sentences.push(draft.fill(frame));
    if (random.chance(0.2)) sentences.push(draft.say(storyAsides));
  }
  const title = random.chance(0.2) ? [draft.say(storyTitles)] : [];
  if (random.chance(0.2)) sentences.splice(random.int(4, sentences.length), 0, '\n');
  return [...title, sentences.join(' ').replace(/ ?\n ?/g, '\n')].join('\n');
}

function drawDeed(draft: Draft, harmful: boolean): void {
  const side = harmful ? 'harm' : 'fine';
  draft
    .set('D', draft.slot(side))
    .set('D.past', draft.slot(`${side}.past`))
    .set('D.gerund', draft.slot(`${side}.gerund`));
}

export function deedStory(draft: Draft): string {
  const { random } = draft;
  drawDeed(draft, random.chance(0.5));
  draft.slot('name');
  const sentences = deedParts.flatMap((part) =>
    random.sample(part, random.int(1, 3)).map((frame) => draft.fill(frame)),
  );
  if (random.chance(0.4)) sentences.splice(random.int(1, sentences.length), 0, draft.say(storyAsides));
  return sentences.join(' ');
}

/** Questions about the past with answers, as a talk or as a page of history. */
export function historyPage(draft: Draft): string {
  const { random } = draft;
  const speakers = drawSpeakers(draft);
  const asTalk = random.chance(0.7);
  const lines: string[] = [];
  for (let i = random.int(3, 5); i > 0; i--) {
    const own = new Map(
      ['harm', 'fine'].flatMap((side) =>
        ['', '.past', '.gerund'].map((form) => [side + form, `${side}${form}${i}`] as const),
      ),
    );
    const side = random.chance(0.5) ? 'harm' : 'fine';
    draft
      .set('D', draft.slot(own.get(side) ?? side))
      .set('D.past', draft.slot(own.get(`${side}.past`) ?? side))
      .set('D.gerund', draft.slot(own.get(`${side}.gerund`) ?? side));
    const reply = `${draft.say(history.answers)}${random.chance(0.5) ? ` ${draft.say(history.more)}` : ''}`;
    lines.push(draft.say(history.asks), reply);
    for (const slot of ['thing', 'place', 'job', 'material', 'manner', 'month', 'day', 'animal']) draft.forget(slot);
  }
  return asTalk
    ? lines.map((line, i) => `${speakers[i % 2]}: ${line}`).join('\n')
    : lines.join(random.chance(0.5) ? '\n' : ' ');
}
