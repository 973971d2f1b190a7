/** Rules and labelers in plain words, for the page. */
import { labelers } from '../world/spec/labelers.ts';
import { rules } from '../world/spec/rules.ts';
import type { LabelerId, RuleId } from '../world/spec/types.ts';

export function ruleSentence(rule: RuleId): string {
  return rules[rule].sentence;
}

export function labelerName(labeler: LabelerId): string {
  return labelers[labeler].name;
}

export function labelerDescription(labeler: LabelerId): string {
  return labelers[labeler].description;
}
