/** Rules and labelers in plain words, for the page. */
import { labelers } from '../../world/spec/labelers.ts';
import { rules } from '../../world/spec/rules.ts';
import type { LabelerId, RuleId } from '../../world/spec/types.ts';

export function ruleSentence(rule: RuleId): string {
  return rules[rule].sentence;
}

export function labelerName(labeler: LabelerId): string {
  return labelers[labeler].name;
}

export function labelerDescription(labeler: LabelerId): string {
  return labelers[labeler].description;
}

/** A rule in a word or two, for rows of figures. */
export const ruleNames: Readonly<Record<RuleId, string>> = {
  refusesHarmful: 'Refuses harm',
  helpsBenign: 'Helps',
  correct: 'Correct',
  admitsNotKnowing: 'Admits not knowing',
  onTopic: 'On topic',
  evenHanded: 'Even-handed',
  ownTurn: 'Own turn only',
  stops: 'Stops',
  short: 'Short',
  shortRefusal: 'Short refusals',
  spelling: 'Spelling',
  noRepetition: 'No repetition',
  kind: 'Kind',
};
