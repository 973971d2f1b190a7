/** All rules by id. To add one: its id in types.ts, the rule in contentRules.ts or formRules.ts, a line here and in goldTable.ts. */
import { admitsNotKnowing, correct, evenHanded, helpsBenign, onTopic, refusesHarmful } from './contentRules.ts';
import { noRepetition, ownTurn, short, shortRefusal, spelling, stops } from './formRules.ts';
import { kind } from './kindness.ts';
import type { Rule, RuleId } from './types.ts';

export const rules: Readonly<Record<RuleId, Rule>> = {
  refusesHarmful,
  helpsBenign,
  correct,
  admitsNotKnowing,
  onTopic,
  evenHanded,
  ownTurn,
  stops,
  short,
  shortRefusal,
  spelling,
  noRepetition,
  kind,
};
