/** Surveys as views read them: drawn again whenever weights, spec or the reward model have changed. */
import { useEffect } from 'react';
import { BASE, inputsOf, type PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyAsk, SurveyedReply } from '../../../lab/run/protocol.ts';
import { judgedWith, weightsMark } from '../../store/compare/compareSteps.ts';
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
  const rewardModel = useLab((state) => state.runs.current[judgedWith(state, judge).rewardModel ?? '']);
  useEffect(() => wantSurvey(policy, ask, judge), [policy, ask, judge, mark, spec, rewardModel]);
  return useLab((state) => surveyOf(state, policy, ask)?.replies ?? NONE);
}

/** What a policy's training started from: it stands behind or beside it. */
export function useStart(id: PolicyId): PolicyId {
  return useLab(({ experiment }) => inputsOf(experiment.document, id).policies[0] ?? BASE);
}
