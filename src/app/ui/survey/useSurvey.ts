/** A survey of a policy that is drawn again whenever its weights, or the spec, have changed. */
import { useEffect } from 'react';
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyAsk, SurveyedReply } from '../../../lab/run/protocol.ts';
import { weightsMark } from '../../store/compare/compareSteps.ts';
import { useLab } from '../../store/store.ts';
import { surveyOf, wantSurvey } from '../../store/survey/surveyActions.ts';

const NONE: readonly SurveyedReply[] = [];

/**
 * @param ask the same object while the same is asked · @param judge whose reward model scores
 * @returns replies of the newest weights as soon as they are there, of older ones until then
 */
export function useSurvey(policy: PolicyId, ask: SurveyAsk, judge: PolicyId): readonly SurveyedReply[] {
  const mark = useLab((state) => weightsMark(state, policy));
  const spec = useLab((state) => state.experiment.document.spec);
  useEffect(() => wantSurvey(policy, ask, judge), [policy, ask, judge, mark, spec]);
  return useLab((state) => surveyOf(state, policy, ask)?.replies ?? NONE);
}
