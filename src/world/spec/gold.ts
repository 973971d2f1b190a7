/**
 * Gold reward: what the written spec makes of a reply. Exact and programmatic; the policy never sees it, only labelers and
 * the charts do (4-world.md §4.5).
 *
 *   total = Σ wᵢ·cᵢ / Σ wᵢ   over the rules that are on, weigh something and apply
 *   cᵢ    = min(sᵢ, 0) for a rule of form after a content rule below ½, and for any rule after one broken outright
 *   cᵢ    = sᵢ         else
 *
 * Content decides, form adjusts: by the default weights form is a fifth of a total, and only what is right can earn it. Where
 * no content rule applies (a visitor's own prompt) form keeps its share and the rest counts 0. Rank counts by what comes
 * after what. Blame is never cancelled. Weights and their reasons: goldTable.ts.
 */
import { brokenAt, formPaysFrom, ruleWeights } from '../goldTable.ts';
import type { Prompt } from '../types.ts';
import { rules } from './rules.ts';
import type { CheckTools, JudgedRule, Judgement, Reply, Spec } from './types.ts';

/** Content first, because it outranks form. */
export const defaultSpec: Spec = ruleWeights.map(({ key, value }) => ({ rule: key, weight: value, isOn: true }));

/** @returns every rule that counted, in rank order, with what it added; no rule applies → total 0 */
export function judge(spec: Spec, prompt: Prompt, reply: Reply, tools: CheckTools): Judgement {
  const on = spec.filter(({ weight, isOn }) => isOn && weight > 0);
  const lines = on.filter(({ rule }) => rules[rule].appliesTo(prompt));
  const weights = lines.reduce((sum, { weight }) => sum + weight, 0) + weightOfUnknownContent(on, prompt);
  let [isFormClosed, isVetoed] = [false, false];
  const judged = lines.map(({ rule, weight }): JudgedRule => {
    const { layer } = rules[rule];
    const { score, reason } = rules[rule].check(prompt, reply, tools);
    const counted = isVetoed || (isFormClosed && layer === 'form') ? Math.min(score, 0) : score;
    isVetoed ||= score <= brokenAt;
    isFormClosed ||= layer === 'content' && score < formPaysFrom;
    return { rule, score, reason, contribution: (weight * counted) / weights };
  });
  return { total: judged.reduce((sum, { contribution }) => sum + contribution, 0), rules: judged };
}

/** What content would weigh if anything were known about it: 0 where it is, or where the spec asks for none. */
function weightOfUnknownContent(spec: Spec, prompt: Prompt): number {
  const content = spec.filter(({ rule }) => rules[rule].layer === 'content');
  if (content.some(({ rule }) => rules[rule].appliesTo(prompt))) return 0;
  return content.reduce((most, { weight }) => Math.max(most, weight), 0);
}

/** The total of `judge`. */
export function goldReward(spec: Spec, prompt: Prompt, reply: Reply, tools: CheckTools): number {
  return judge(spec, prompt, reply, tools).total;
}
