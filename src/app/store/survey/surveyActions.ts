/** Draws surveys through the sampler: what is on screen is drawn again when the weights have changed, one at a time. */
import { judgeOf, type PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyAsk } from '../../../lab/run/protocol.ts';
import { specMark, weightsMark } from '../compare/compareSteps.ts';
import { isTrained } from '../run/stageRuns.ts';
import { detached } from '../session/detached.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import type { LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { askKey, type Surveyed, type SurveyState } from './surveyState.ts';

export function chooseQuestion(question: string): void {
  change({ question });
}

export function chooseAxis(axis: SurveyState['axis']): void {
  change({ axis });
}

/** @returns null before it was asked; what was asked of older weights stays until the newer ones have answered */
export function surveyOf({ survey }: LabState, policy: PolicyId, ask: SurveyAsk): Surveyed | null {
  return survey.byPolicy[policy]?.[askKey(ask)] ?? null;
}

export function isUpToDate(state: LabState, policy: PolicyId, ask: SurveyAsk): boolean {
  const known = surveyOf(state, policy, ask);
  return known !== null && known.mark === weightsMark(state, policy) && known.spec === specMark(state);
}

let running: Promise<void> = Promise.resolve();
const wanted = new Set<string>();

/** Asks, unless its newest weights have answered already. @param judge whose scores are wanted beside gold; null = its own judge */
export function wantSurvey(policy: PolicyId, ask: SurveyAsk, judge: PolicyId): void {
  const key = `${policy} ${askKey(ask)}`;
  if (wanted.has(key)) return;
  wanted.add(key);
  running = running.then(async () => {
    wanted.delete(key);
    await ensure(policy, ask, judge);
  });
}

async function ensure(policy: PolicyId, ask: SurveyAsk, judgeOfPolicy: PolicyId): Promise<void> {
  const state = labStore.getState();
  if (!isTrained(state, policy) || isUpToDate(state, policy, ask)) return;
  const { document } = state.experiment;
  const { seed, spec } = document;
  const [mark, asSpec] = [weightsMark(state, policy), specMark(state)];
  const judge = judgeOf(document, judgeOfPolicy);
  const rewardModel = judge !== null && isTrained(state, judge) ? judge : null;
  try {
    const replies = await detached((api) => api.survey({ policy, ask, rewardModel, seed, spec }));
    const surveyed: Surveyed = { replies, mark, spec: asSpec };
    updateSlice('survey', ({ byPolicy }) => ({
      byPolicy: { ...byPolicy, [policy]: { ...byPolicy[policy], [askKey(ask)]: surveyed } },
      problem: null,
    }));
  } catch (error) {
    if (errorName(error) === 'AbortedError') return;
    change({
      problem: `The replies could not be drawn: ${errorMessage(error)}. Choose the prompt again to try once more.`,
    });
  }
}

function change(part: Partial<SurveyState>): void {
  updateSlice('survey', () => part);
}
