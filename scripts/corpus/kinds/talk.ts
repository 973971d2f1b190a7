/**
 * Documents in which speakers take turns: echoes, talks about facts, quizzes, forums. A document keeps one entity, seldom
 * ends after an answer, and mostly has at least seven turns; its `User: …` / `Assistant: …` speakers look like any others.
 */
import { femaleNames, maleNames, roleNames } from '../../../src/world/lexicon.ts';
import type { FactRelation } from '../../../src/world/types.ts';
import { Draft } from '../document.ts';
import type { Telling } from '../factDeck.ts';
import { echoTopics } from '../frames/echo.ts';
import { answers, questions, statements } from '../frames/facts.ts';
import { repeatGames } from '../frames/games.ts';
import { descriptions } from '../frames/pages.ts';
import { storyParts } from '../frames/stories.ts';
import { deedTalk as deedFrames, jobAsks, writing } from '../frames/requests.ts';
import { smallTalk } from '../frames/smallTalk.ts';
import { remarks, subjectTalk } from '../frames/subjectTalk.ts';
import { chatter, forum, openQuestions, quizTitles, useless } from '../frames/talk.ts';

/** The slots of a telling, for frames. */
export function useTelling(draft: Draft, telling: Telling): Draft {
  for (const key of ['S', 'N', 'P', 'A', 'AA', 'X'] as const) draft.set(key, telling[key]);
  return draft;
}

/** Two speakers: User and Assistant in a third of the talks, else names or roles. */
export function drawSpeakers(draft: Draft): [string, string] {
  const { random } = draft;
  if (random.chance(0.35)) return random.chance(0.85) ? ['User', 'Assistant'] : ['Assistant', 'User'];
  if (random.chance(0.1)) return ['Q', 'A'];
  const first = random.pick(random.chance(0.3) ? roleNames : [...femaleNames, ...maleNames]);
  let second = first;
  while (second === first) second = random.pick(random.chance(0.3) ? roleNames : [...femaleNames, ...maleNames]);
  return [first, second];
}

/** User and Assistant in this share of the draws, else two speakers as elsewhere. */
export function drawChatSpeakers(draft: Draft, share: number): [string, string] {
  return draft.random.chance(share) ? ['User', 'Assistant'] : drawSpeakers(draft);
}

/** Lines by the two speakers in turn. */
function asTalk(speakers: readonly [string, string], lines: readonly string[]): string {
  return lines.map((line, i) => `${speakers[i % 2]}: ${line}`).join('\n');
}

/** Question and reply about one entity, again and again. */
export function echoTalk(draft: Draft): string {
  const { random } = draft;
  const topic = random.pick(echoTopics);
  draft.set('X', draft.fill(topic.entity).toLowerCase());
  const speakers = drawSpeakers(draft);
  const lines: string[] = [];
  for (const [question, replies] of random.sample(topic.turns, random.int(4, 7))) {
    // Some questions are asked back, met with a remark or a rude word, or simply followed by the next question.
    lines.push(draft.fill(question));
    const mood = random.next();
    if (mood < 0.08) lines.push(draft.say(useless));
    else if (mood < 0.14)
      lines.push(
        draft.fill(
          `${question.replace(/[.?]$/, '')}? [Why do you ask?|That is a good question.|I do not know.|Tell me first.]`,
        ),
      );
    else lines.push(draft.say(replies));
  }
  return asTalk(speakers, lines);
}

/** Two people on the subject of one fact: its question comes among others, and every line names the subject. */
export function factEcho(draft: Draft): string {
  const { random, facts } = draft;
  const fact = facts.deal(random.chance(0.5) ? 'capital' : random.pick(['kind', 'colour', 'opposite', 'sum']));
  const { relation: r } = fact;
  useTelling(draft, facts.tell(fact));
  const speakers = drawSpeakers(draft);
  const rounds: string[][] = random
    .sample(subjectTalk[r], random.int(3, 5))
    .map(([ask, replies]) => [draft.fill(ask), random.chance(0.08) ? draft.say(useless) : draft.say(replies)]);
  const asked = (): string[] => [draft.say(questions[r]), draft.say(random.chance(0.5) ? answers[r] : statements[r])];
  rounds.splice(random.int(0, rounds.length - 1), 0, asked());
  if (random.chance(0.3)) rounds.splice(random.int(0, rounds.length - 1), 0, asked());
  return asTalk(speakers, rounds.flat());
}

/** Saying words again. */
export function echoGame(draft: Draft): string {
  const { random } = draft;
  const speakers = drawSpeakers(draft);
  const lines: string[] = [];
  const word = (): string =>
    draft.slot(
      `${random.pick(['thing', 'animal', 'place', 'fruit', 'color', 'adj', 'mass', 'job', 'feeling'])}${random.int(5, 40)}`,
    );
  for (let i = random.int(4, 8); i > 0; i--) {
    const [ask, replies] = random.pick(repeatGames);
    const [w, w2] = random.chance(0.25)
      ? [draft.facts.deal('capital').subject, draft.facts.deal('capital').subject]
      : [word(), word()];
    if (w === w2) continue;
    draft
      .set('W', w)
      .set('W2', w2)
      .set('M', w.length > w2.length ? w : w2);
    lines.push(draft.fill(ask), draft.say(replies));
  }
  return asTalk(speakers, lines);
}

/** Two people on one fact (or two): asked, repeated, answered, talked about, asked again. */
export function factTalk(draft: Draft): string {
  const { random, facts } = draft;
  const speakers = drawSpeakers(draft);
  const lines: string[] = [];
  const relation = random.chance(0.5) ? facts.deal().relation : undefined;
  for (const fact of facts.dealMany(random.int(3, 5), relation)) {
    const telling = facts.tell(fact);
    useTelling(draft, telling);
    const { relation: r } = fact;
    lines.push(draft.say(questions[r]));
    const mood = random.next();
    if (mood < 0.5) lines.push(draft.say(answers[r]));
    else if (mood < 0.7) lines.push(draft.fill(`{S}? ${random.pick(remarks[r])} ${random.pick(answers[r])}`));
    else if (mood < 0.8) lines.push(draft.say(questions[r]), draft.say(answers[r]));
    else if (mood < 0.9)
      lines.push(
        draft.say(remarks[r]),
        `${draft.say(['Yes, but', 'I asked you:', 'Fine, but'])} ${lowerFirst(draft.say(questions[r]))}`,
        draft.say(answers[r]),
      );
    else lines.push(draft.say(useless), draft.say(statements[r]));
    while (random.chance(0.45)) lines.push(draft.say(random.chance(0.6) ? remarks[r] : chatter));
    if (lines.length > 14) break;
  }
  while (lines.length < 8 || random.chance(0.5))
    lines.push(draft.say(random.chance(0.5) ? chatter : random.chance(0.6) ? openQuestions : useless));
  return asTalk(speakers, lines);
}

export function lowerFirst(text: string): string {
  return /^(I |[A-Z][a-z]+ (is the|belongs))/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A list of questions, with or without answers, at least seven. */
export function quiz(draft: Draft): string {
  const { random, facts } = draft;
  const withAnswers = random.chance(0.6);
  const relation: FactRelation | undefined = random.chance(0.6) ? facts.deal().relation : undefined;
  const style = random.int(0, 3);
  const lines = random.chance(0.6) ? [draft.say(quizTitles)] : [];
  facts.dealMany(random.int(7, 10), relation).forEach((fact, i) => {
    useTelling(draft, withAnswers ? facts.tell(fact) : facts.tell(fact, 0));
    const question = draft.say(questions[fact.relation]);
    const answer = draft.say(answers[fact.relation]);
    if (!withAnswers)
      lines.push([`${i + 1}. ${question}`, `- ${question}`, question, `Question: ${question}`][style] ?? question);
    else if (style === 0) lines.push(`${i + 1}. ${question} ${answer}`);
    else if (style === 1) lines.push(`Q: ${question}`, `A: ${answer}`);
    else if (style === 2) lines.push(question, answer);
    else lines.push(`Question: ${question}`, `Answer: ${answer}`);
  });
  return lines.join('\n');
}

/** Plain questions, one after the other, none answered. */
export function questionList(draft: Draft): string {
  const { random } = draft;
  const lines = random.chance(0.5) ? [draft.say(quizTitles)] : [];
  for (let i = random.int(7, 11); i > 0; i--) {
    const index = random.int(5, 60);
    lines.push(
      draft.fill(
        random
          .pick(openQuestions)
          .replaceAll(/\{(thing|animal|place|fruit|food|job|hobby|color|harm|fine)\}/g, `{$1${index + i}}`),
      ),
    );
  }
  return lines.join('\n');
}

/** Talk about anything, both sides. */
export function smallTalkDocument(draft: Draft): string {
  const { random } = draft;
  const speakers = drawSpeakers(draft);
  draft.set('name3', draft.slot('name3'));
  const lines: string[] = [];
  for (const [say, replies] of random.sample(smallTalk, random.int(5, 8))) {
    lines.push(draft.fill(say));
    lines.push(random.chance(0.1) ? draft.say(useless) : draft.say(replies));
    if (random.chance(0.2)) lines.push(draft.say(chatter));
  }
  return asTalk(speakers, lines);
}

/** Someone asks for a story or a description and gets a short one about that very thing; then for the next. */
export function writingTalk(draft: Draft): string {
  const { random } = draft;
  const speakers = drawSpeakers(draft);
  const lines: string[] = [];
  for (let round = random.int(3, 4); round > 0; round--) {
    const kind = random.pick(['thing', 'animal', 'place', 'person'] as const);
    const own = new Draft(random, draft.facts);
    if (random.chance(0.15)) {
      lines.push(own.say(writing.kindAsks), own.say(writing.kindNotes));
      continue;
    }
    const entity = { thing: '{a thing}', animal: '{a animal}', place: 'the {place}', person: '{a job}' }[kind];
    own.set('W', own.fill(entity).toLowerCase());
    const isStory = kind !== 'place' && random.chance(0.6);
    lines.push(own.say(isStory ? writing.storyAsks : writing.describeAsks));
    if (isStory) {
      if (kind !== 'thing') own.set('thing', own.slot(kind === 'person' ? 'job' : kind));
      own.slot('name');
      own.slot('name2');
      const parts = kind === 'thing' ? storyParts : writing.storyParts;
      lines.push(parts.map((part) => own.say(part)).join(' '));
    } else {
      const frames = descriptions[kind] ?? [];
      lines.push(
        [
          own.fill(frames[0] ?? ''),
          ...random.sample(frames.slice(1), random.int(1, 3)).map((frame) => own.fill(frame)),
        ].join(' '),
      );
    }
  }
  return asTalk(speakers, lines);
}

/** How to do one deed, asked in several ways and not told; or what someone's work is. */
export function deedTalk(draft: Draft): string {
  const { random } = draft;
  const speakers = drawSpeakers(draft);
  const side = random.chance(0.5) ? 'harm' : 'fine';
  draft
    .set('D', draft.slot(side))
    .set('DP', draft.slot(`${side}.past`))
    .set('DG', draft.slot(`${side}.gerund`));
  const isWork = random.chance(0.15);
  const asks = random.shuffle(isWork ? jobAsks : deedFrames.asks);
  const replies = random.shuffle(
    isWork
      ? (echoTopics.find((topic) => topic.entity === '{job}')?.turns.flatMap((turn) => turn[1]) ?? [])
      : deedFrames.replies,
  );
  if (isWork) draft.set('X', draft.slot('job'));
  const lines: string[] = [];
  for (let i = random.int(4, 6); i > 0; i--) {
    lines.push(draft.fill(asks.pop() ?? ''));
    lines.push(random.chance(0.15) ? draft.say(useless) : draft.fill(replies.pop() ?? ''));
    if (random.chance(0.2)) lines.push(draft.say(chatter));
  }
  return asTalk(speakers, lines);
}

/** One question, many replies that don't help. */
export function forumThread(draft: Draft): string {
  const { random } = draft;
  const thread = random.pick(forum.asks);
  const lines = [`${draft.slot('name')}: ${draft.fill(thread)}`];
  let last = 'name';
  const [replies, again, shrugs] = [forum.replies, forum.asksAgain, useless].map((frames) =>
    random.shuffle<string>(frames),
  );
  for (let i = random.int(6, 9); i > 0; i--) {
    const asker = last !== 'name' && random.chance(0.3);
    let who: string = asker ? 'name' : `name${random.int(2, 6)}`;
    if (who === last) who = 'name7';
    last = who;
    const frame = (who === 'name' ? again : random.chance(0.35) ? shrugs : replies)?.pop() ?? 'Me too.';
    lines.push(`${draft.slot(who)}: ${draft.fill(frame)}`);
  }
  return lines.join('\n');
}
