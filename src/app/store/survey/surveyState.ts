/** The slice of surveys: many replies of a policy at once, as pictures of what it does. */
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyAsk, SurveyedReply } from '../../../lab/run/protocol.ts';
import type { WeightsMark } from '../compare/compareState.ts';

export interface Surveyed {
  readonly replies: readonly SurveyedReply[];
  /** The weights that wrote them, and what judged them: which spec, which run of a reward model (null: none). */
  readonly mark: WeightsMark;
  readonly spec: string;
  readonly judge: string | null;
}

/** Names what was asked: the same of two policies makes their replies comparable. */
export type AskKey = string;

export function askKey(ask: SurveyAsk): AskKey {
  return JSON.stringify(ask);
}

export interface SurveyState {
  /** Whose replies the crowd shows; null = the first of the display prompts. */
  readonly question: string | null;
  /** What its dots stand by. */
  readonly axis: 'gold' | 'score';
  readonly byPolicy: Readonly<Record<PolicyId, Readonly<Record<AskKey, Surveyed>>>>;
  /** What happened · what to press. */
  readonly problem: string | null;
}

export function emptySurvey(): SurveyState {
  return { question: null, axis: 'gold', byPolicy: {}, problem: null };
}
