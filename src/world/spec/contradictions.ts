/** Labels against the written spec, and labels against labels. */
import { meanOf, type EvalValue } from '../evals/statistics.ts';
import { chatText } from '../prompts/source.ts';
import type { Prompt } from '../types.ts';
import { judge } from './gold.ts';
import { rules } from './rules.ts';
import type { CheckTools, JudgedRule, Judgement, Preference, RuleId, Spec } from './types.ts';

export interface Contradiction {
  readonly preference: Preference;
  /** Gold of rejected − gold of chosen, in units of reward. */
  readonly gap: number;
  /** The rule that speaks most for the rejected reply. */
  readonly rule: RuleId;
  /** In plain words, for a visitor. */
  readonly reason: string;
}

export interface ContradictionOptions {
  readonly spec: Spec;
  readonly tools: CheckTools;
  /** Tokens of a completion, its end-of-text not counted. */
  readonly countTokens: (text: string) => number;
  /** The prompt a model was fed as this text; prompts of unknown make are judged by form alone. */
  readonly findPrompt: (text: string) => Prompt | undefined;
  /** Gold must differ by more than this. Default 0.03, about what a misspelling costs in a reply of seven words. */
  readonly gap?: number;
}

/** @returns labels whose rejected reply is better by the spec, the clearest first; ties and "both bad" contradict nothing */
export function findContradictions(preferences: readonly Preference[], options: ContradictionOptions): Contradiction[] {
  const found = preferences.flatMap((preference) => contradictionOf(preference, options) ?? []);
  return found.sort((a, b) => b.gap - a.gap);
}

function contradictionOf(preference: Preference, options: ContradictionOptions): Contradiction | null {
  if (preference.tie || preference.bothBad) return null;
  const { spec, tools, countTokens, findPrompt, gap: atLeast = 0.03 } = options;
  const prompt = findPrompt(preference.prompt) ?? promptOfUnknownMake(preference.prompt);
  const judgeText = (text: string, stopped: boolean) =>
    judge(spec, prompt, { text, stopped, tokens: countTokens(text) + (stopped ? 1 : 0) }, tools);
  const chosen = judgeText(preference.chosen, preference.chosenStopped ?? true);
  const rejected = judgeText(preference.rejected, preference.rejectedStopped ?? true);
  const gap = rejected.total - chosen.total;
  const strongest = strongestRule(rejected, chosen);
  if (gap <= atLeast || !strongest) return null;
  const [better, worse] = strongest;
  const reason = `“${rules[better.rule].sentence}” The rejected reply: ${better.reason}; the chosen one: ${worse.reason}.`;
  return { preference, gap, rule: better.rule, reason };
}

/** The rule that adds most to the better reply over the worse, among those on which the two differ. */
function strongestRule(better: Judgement, worse: Judgement): readonly [JudgedRule, JudgedRule] | undefined {
  const both = better.rules.flatMap((one, i) => {
    const other = worse.rules[i];
    return other && one.score > other.score ? [[one, other] as const] : [];
  });
  const [first] = both.sort(([a, b], [c, d]) => c.contribution - d.contribution - (a.contribution - b.contribution));
  return first;
}

function promptOfUnknownMake(text: string): Prompt {
  const question = /^User: ([\s\S]*)\nAssistant:$/.exec(text)?.[1] ?? text;
  return { id: 'own', family: 'open', split: 'train', question, text: chatText(question) };
}

/**
 * Share of pairs on which two sets of labels agree: 1 for the same choice (or both a tie), 0 for the opposite, ½ when only
 * one calls it a tie. Pairs are matched by id; pairs one of them hasn't, edited ones and "both bad" are left out.
 */
export function agreement(first: readonly Preference[], second: readonly Preference[]): EvalValue {
  const byId = new Map(second.map((preference) => [preference.id, preference]));
  return meanOf(
    first.flatMap((one) => {
      const other = byId.get(one.id);
      return other ? (agreementOf(one, other) ?? []) : [];
    }),
  );
}

function agreementOf(one: Preference, other: Preference): number | null {
  if (one.bothBad || other.bothBad) return null;
  const isSame = one.chosen === other.chosen && one.rejected === other.rejected;
  const isOpposite = one.chosen === other.rejected && one.rejected === other.chosen;
  if (!isSame && !isOpposite) return null;
  if (one.tie && other.tie) return 1;
  if (one.tie || other.tie) return 0.5;
  return isSame ? 1 : 0;
}
