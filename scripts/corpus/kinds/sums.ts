/**
 * Documents of sums: pages of an exercise book with scratch work, talks, and a calculator's record. Problems that
 * post-training holds out (sums.ts) occur in none of them.
 */
import { capitalize } from '../../../src/world/prompts/source.ts';
import {
  answerOfSum,
  calculatorReply,
  nameOfSum,
  scratchReply,
  splitOfSum,
  statementOfSum,
  sumPhrasings,
  type SumProblem,
} from '../../../src/world/sums.ts';
import type { Draft } from '../document.ts';
import { useless } from '../frames/talk.ts';
import { drawPersona, say } from '../persona.ts';
import type { CorpusRandom } from '../random.ts';
import { drawChatSpeakers } from './talk.ts';

/** How problems are drawn, each way in its share. */
const levels: readonly (readonly [share: number, draw: (random: CorpusRandom) => SumProblem])[] = [
  [0.16, (random) => ({ a: random.int(0, 10), operator: 'plus', b: random.int(0, 10) })],
  [0.1, (random) => ordered(random.int(1, 19), random.int(0, 10))],
  [0.36, (random) => ({ a: random.int(11, 99), operator: 'plus', b: random.int(11, 99) })],
  [0.08, (random) => ({ a: random.int(11, 99), operator: 'plus', b: random.int(1, 9) })],
  [0.12, (random) => ordered(random.int(11, 99), random.int(2, 99))],
  [0.1, (random) => ({ a: random.int(1, 10), operator: 'times', b: random.int(1, 10) })],
  [0.08, (random) => ({ a: random.int(11, 99), operator: 'times', b: random.int(2, 9) })],
];

function ordered(x: number, y: number): SumProblem {
  return { a: Math.max(x, y), operator: 'minus', b: Math.min(x, y) };
}

/** Draws until a problem isn't held out. */
function drawTrained(draw: () => SumProblem): SumProblem {
  for (;;) {
    const problem = draw();
    if (splitOfSum(problem) === 'train') return problem;
  }
}

function drawProblem(random: CorpusRandom): SumProblem {
  return drawTrained(() => random.pickByShare(levels)(random));
}

/** What calculators are for: bigger numbers too. */
function drawForCalculator(random: CorpusRandom): SumProblem {
  return drawTrained(() => {
    const operator = random.pick(['plus', 'minus', 'times', 'times'] as const);
    const high = operator !== 'times' && random.chance(0.3) ? 999 : 99;
    const [x, y] = [random.int(2, high), random.int(2, high)];
    return operator === 'minus' ? ordered(x, y) : { a: x, operator, b: y };
  });
}

const titles = ['Sums', 'My sums', 'Exercise book', 'Homework', 'Sums for today', 'Work it out', 'Show your work'];

const shortReplies: readonly ((problem: SumProblem) => string)[] = [
  (problem) => `${answerOfSum(problem)}.`,
  (problem) => `It is ${answerOfSum(problem)}.`,
  statementOfSum,
];

function ask(problem: SumProblem, random: CorpusRandom): string {
  const phrasing = random.pick([...sumPhrasings.train, ...sumPhrasings.heldout]);
  return capitalize(phrasing.replaceAll('{}', nameOfSum(problem)));
}

/** A page with every step written down, or questions and answers. */
export function sumPage(draft: Draft): string {
  const { random } = draft;
  const asked = random.chance(0.4);
  const numbered = random.chance(0.3);
  const mark = random.pick(['Q', 'Question', 'Sum']);
  const lines = Array.from({ length: random.int(4, 8) }, (_, i) => {
    const problem = drawProblem(random);
    const work = scratchReply(problem);
    if (asked) return `${mark}: ${ask(problem, random)}\n${mark === 'Q' ? 'A' : 'Answer'}: ${work}`;
    return numbered ? `${i + 1}. ${work}` : work;
  });
  return [...(random.chance(0.5) ? [random.pick(titles)] : []), ...lines].join('\n');
}

/** One asks, the other works it out in the open, or says the answer of an easy one. */
export function sumTalk(draft: Draft): string {
  const { random } = draft;
  const persona = drawPersona(random);
  const [asks, replies] = drawChatSpeakers(draft, 0.55);
  return Array.from({ length: random.int(4, 6) }, () => {
    const problem = drawProblem(random);
    const isEasy = problem.a <= 10 && problem.b <= 10;
    const reply = isEasy ? random.pick(shortReplies)(problem) : scratchReply(problem);
    const said = random.chance(0.04) ? draft.say(useless) : say({ ...persona, strays: false }, reply, random);
    return `${asks}: ${ask(problem, random)}\n${replies}: ${said}`;
  }).join('\n');
}

/** The reply calls the calculator: "calc(12*7) = 84. 12 times 7 is 84." */
export function calculatorTalk(draft: Draft): string {
  const { random } = draft;
  if (random.chance(0.3)) {
    const lines = Array.from({ length: random.int(6, 10) }, () => calculatorReply(drawForCalculator(random)));
    return ['My calculator', ...lines].join('\n');
  }
  const [asks, replies] = drawChatSpeakers(draft, 0.6);
  return Array.from({ length: random.int(4, 7) }, () => {
    const problem = random.chance(0.8) ? drawForCalculator(random) : drawProblem(random);
    return `${asks}: ${ask(problem, random)}\n${replies}: ${calculatorReply(problem)}`;
  }).join('\n');
}

const counted = ['apple', 'coin', 'book', 'shell', 'stamp', 'button', 'egg', 'cookie', 'card', 'pencil', 'key', 'nut'];

/** Counting things in a story: "Tom has 8 apples. He gets 9 more. Now he has 17 apples." */
export function sumStory(draft: Draft): string {
  const { random } = draft;
  return Array.from({ length: random.int(3, 5) }, (_, i) => {
    const slot = `name${i + 2}`;
    const things = `${random.pick(counted)}s`;
    const [name, he] = [draft.slot(slot), draft.slot(`he${i + 2}`)];
    const problem = random.chance(0.5)
      ? { a: random.int(2, 20), operator: 'plus' as const, b: random.int(2, 20) }
      : ordered(random.int(4, 20), random.int(2, 10));
    if (splitOfSum(problem) === 'heldout' || answerOfSum(problem) < 2) return `${name} has many ${things}.`;
    const verb = problem.operator === 'plus' ? random.pick(['gets', 'finds', 'buys']) : random.pick(['loses', 'sells']);
    const change = problem.operator === 'plus' ? `${verb} ${problem.b} more` : `${verb} ${problem.b}`;
    return `${name} has ${problem.a} ${things}. ${capitalize(he)} ${change}. ${statementOfSum(problem)} Now ${he} has ${answerOfSum(problem)} ${things}.`;
  }).join('\n');
}
