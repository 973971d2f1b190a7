/**
 * Sums: the question, the scratch work, the calculator's format, the answer. Adding, taking away and times; whole numbers
 * from 0 to 999, nothing below zero. One text for each problem, so that a checker is exact.
 *
 * Scratch work goes from the ones to the tens, as at school:
 * "8 plus 9 is 17, 3 plus 2 is 5, 5 plus 1 is 6. 38 plus 29 is 67."
 */
export type SumOperator = 'plus' | 'minus' | 'times';

export interface SumProblem {
  readonly a: number;
  readonly operator: SumOperator;
  readonly b: number;
}

const signs: Readonly<Record<SumOperator, string>> = { plus: '+', minus: '-', times: '*' };

/** "38 plus 29" */
export function nameOfSum({ a, operator, b }: SumProblem): string {
  return `${a} ${operator} ${b}`;
}

export function answerOfSum({ a, operator, b }: SumProblem): number {
  return operator === 'plus' ? a + b : operator === 'minus' ? a - b : a * b;
}

/** "38 plus 29 is 67." */
export function statementOfSum(problem: SumProblem): string {
  return `${nameOfSum(problem)} is ${answerOfSum(problem)}.`;
}

/** The call as the policy writes it: "calc(12*7)". The host appends `resultOfCall`. */
export function callOfSum({ a, operator, b }: SumProblem): string {
  return `calc(${a}${signs[operator]}${b})`;
}

/** What the host appends to a call: " = 84". */
export function resultOfCall(problem: SumProblem): string {
  return ` = ${answerOfSum(problem)}`;
}

/** "calc(12*7) = 84. 12 times 7 is 84." */
export function calculatorReply(problem: SumProblem): string {
  return `${callOfSum(problem)}${resultOfCall(problem)}. ${statementOfSum(problem)}`;
}

/** Scratch work and answer; the answer alone for numbers up to 10 and for products of two bigger ones. */
export function scratchReply(problem: SumProblem): string {
  const steps = scratchSteps(problem);
  return steps.length === 0 ? statementOfSum(problem) : `${steps.join(', ')}. ${statementOfSum(problem)}`;
}

/** The steps of the scratch work, without the answer: ["8 plus 9 is 17", "3 plus 2 is 5", "5 plus 1 is 6"]. */
export function scratchSteps(problem: SumProblem): string[] {
  const { a, operator, b } = problem;
  if (a <= 10 && b <= 10) return [];
  const step = (x: number, name: SumOperator, y: number): string =>
    `${nameOfSum({ a: x, operator: name, b: y })} is ${answerOfSum({ a: x, operator: name, b: y })}`;
  const [tensA, onesA, tensB, onesB] = [Math.floor(a / 10), a % 10, Math.floor(b / 10), b % 10];
  if (operator === 'times') {
    if (b >= 10) return a >= 10 ? [] : scratchSteps({ a: b, operator, b: a });
    if (onesA === 0) return [step(tensA, 'times', b)];
    return [step(tensA * 10, 'times', b), step(onesA, 'times', b), step(tensA * 10 * b, 'plus', onesA * b)];
  }
  const steps: string[] = [];
  if (operator === 'plus') {
    steps.push(step(onesA, 'plus', onesB));
    if (tensA > 0 && tensB > 0) steps.push(step(tensA, 'plus', tensB));
    if (onesA + onesB >= 10 && tensA + tensB > 0) steps.push(step(tensA + tensB, 'plus', 1));
    return steps;
  }
  const borrows = onesA < onesB;
  steps.push(step(borrows ? onesA + 10 : onesA, 'minus', onesB));
  if (tensB > 0) steps.push(step(tensA, 'minus', tensB));
  if (borrows) steps.push(step(tensA - tensB, 'minus', 1));
  return steps;
}

/**
 * One in five problems is held out: of post-training and of the corpus, in both orders. Never those that scratch work is
 * made of (up to 20 and up to 10, or with a round number); one-digit sums are facts with splits of their own (facts.ts).
 */
export function splitOfSum({ a, operator, b }: SumProblem): 'train' | 'heldout' {
  const isStep = Math.max(a, b) <= 20 && Math.min(a, b) <= 10;
  if (isStep || a % 10 === 0 || b % 10 === 0) return 'train';
  const [low, high] = operator === 'minus' ? [a, b] : [Math.min(a, b), Math.max(a, b)];
  return (low * 7 + high * 3 + operator.length) % 5 === 0 ? 'heldout' : 'train';
}

/** Ways to ask for any sum, the one-digit ones that are facts too (prompts/factPrompts.ts). In parts: their places in a list name prompts. */
export const plainSumPhrasings = {
  first: [
    'What is {}?',
    'How much is {}?',
    "What's {}?",
    'Can you tell me what {} is?',
    'Do you know what {} is?',
    'Tell me what {} is.',
  ],
  then: ['I want to know what {} is.', 'Quick question: what is {}?', 'What does {} make?'],
  heldout: ['Could you tell me what {} is?', 'What number do you get from {}?', 'My homework asks for {}. What is it?'],
} as const;

export const sumPhrasings: { readonly train: readonly string[]; readonly heldout: readonly string[] } = {
  train: [
    ...plainSumPhrasings.first,
    ...plainSumPhrasings.then,
    'Excuse me, how much is {}?',
    'My teacher asked what {} is.',
    'Please help me: what is {}?',
    'Please work out {}.',
    'Hi! Can you tell me what {} makes?',
  ],
  heldout: [...plainSumPhrasings.heldout, 'Hello! How much is {}, please?'],
};

/** The first problem named in a text ("38 plus 29", "12 * 7"), or null. */
export function readSum(text: string): SumProblem | null {
  const match = /(\d{1,3}) (plus|minus|times|\+|-|\*) (\d{1,3})(?!\d)/.exec(text);
  if (!match) return null;
  const name = match[2] ?? '';
  const operator = (Object.keys(signs) as SumOperator[]).find((key) => key === name || signs[key] === name);
  return operator ? { a: Number(match[1]), operator, b: Number(match[3]) } : null;
}

/** The number a reply ends on, which is its answer ("… 38 plus 29 is 67." → 67), or null. */
export function readSumAnswer(reply: string): number | null {
  const numbers = reply.match(/\d+/g);
  return numbers ? Number(numbers.at(-1)) : null;
}

/** The problem of a well-formed call at the end of a text, "… calc(12*7)", or null. */
export function readCall(text: string): SumProblem | null {
  const match = /calc\((\d{1,3})([+*-])(\d{1,3})\)$/.exec(text);
  const operator = (Object.keys(signs) as SumOperator[]).find((key) => signs[key] === match?.[2]);
  return match && operator ? { a: Number(match[1]), operator, b: Number(match[3]) } : null;
}
