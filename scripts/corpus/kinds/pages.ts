/** One-voice documents: descriptions, how-tos, letters, diaries, reviews, opinions, people and their work. */
import { divides } from '../../../src/world/lexicon.ts';
import type { Draft } from '../document.ts';
import { jobTalk, opinions, opposing } from '../frames/opinions.ts';
import { descriptions, diary, howTos, letters, reviews } from '../frames/pages.ts';
import { drawSpeakers } from './talk.ts';

/** Opinion skew, stated in SOURCES.md: the first of a pair is preferred in this share of the opinions. */
export const opinionSkew = 0.6;
/** Good reviews. */
export const goodReviews = 0.6;

function several(draft: Draft, frames: readonly string[], low: number, high: number): string[] {
  return draft.random.sample(frames, draft.random.int(low, high)).map((frame) => draft.fill(frame));
}

export function description(draft: Draft): string {
  const { random } = draft;
  const topic = random.pick(['thing', 'animal', 'place', 'person']);
  if (topic === 'person') draft.slot('job');
  const [first = '', ...rest] = descriptions[topic] ?? [];
  return [draft.fill(first), ...several(draft, rest, 5, 10)].join(' ');
}

export function howTo(draft: Draft): string {
  const { random } = draft;
  const steps = [draft.say(howTos.first), ...several(draft, howTos.then, 3, 6), draft.say(howTos.last)];
  const title = draft.say(howTos.titles);
  if (random.chance(0.4)) return [title, ...steps.map((step, i) => `${i + 1}. ${step}`)].join('\n');
  return `${title}\n${steps.join(' ')}`;
}

export function letter(draft: Draft): string {
  const body = [draft.say(letters.first), ...several(draft, letters.middle, 3, 6), draft.say(letters.close)];
  return [draft.say(letters.open), body.join(' '), draft.say(letters.sign)].join('\n');
}

export function diaryPage(draft: Draft): string {
  return [draft.say(diary.open), [...several(draft, diary.lines, 5, 9), draft.say(diary.close)].join(' ')].join('\n');
}

export function review(draft: Draft): string {
  const { random } = draft;
  const good = random.chance(goodReviews);
  const stars = random.pick(good ? ['Four', 'Five'] : ['One', 'Two']);
  draft.set('R', stars).set('RS', `${stars} ${stars === 'One' ? 'star' : 'stars'}`);
  const body = [draft.say(reviews.buy), ...several(draft, good ? reviews.good : reviews.bad, 3, 5)];
  if (random.chance(0.3))
    body.push(`But ${draft.say(good ? reviews.bad : reviews.good).replace(/^(?!I )./, (c) => c.toLowerCase())}`);
  return [draft.say(reviews.title), body.join(' ')].join('\n');
}

/** For and against: one voice, or two that disagree. */
export function opinion(draft: Draft): string {
  const { random } = draft;
  const [a, b] = random.pick(divides);
  const [liked, other] = random.chance(opinionSkew) ? [a, b] : [b, a];
  draft.set('P', liked).set('Q', other);
  if (random.chance(0.4))
    return [draft.say(opinions.say), ...several(draft, opinions.why, 3, 6), draft.say(opinions.say)].join(' ');
  const speakers = drawSpeakers(draft);
  const lines = [draft.say(opinions.ask), draft.say(random.chance(0.15) ? opinions.even : opinions.say)];
  while (lines.length < 8 || random.chance(0.5)) {
    const frames =
      lines.length % 2 === 0
        ? random.pick([opposing, opinions.ask, opinions.why])
        : random.pick([opinions.why, opinions.say, opposing]);
    lines.push(draft.say(frames));
  }
  return lines.map((line, i) => `${speakers[i % 2]}: ${line}`).join('\n');
}

/** Someone's work; pronouns by the skew of document.ts. */
export function workday(draft: Draft): string {
  draft.slot('job');
  draft.slot('name');
  const [first = '', ...rest] = jobTalk;
  return [draft.fill(first), ...several(draft, rest, 5, 9)].join(' ');
}
