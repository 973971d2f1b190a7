/** Draws surveys through the sampler: what is on screen is drawn again when the weights have changed, one at a time. */
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyAsk } from '../../../lab/run/protocol.ts';
import { judgedWith, specMark, weightsMark } from '../compare/compareSteps.ts';
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

let running: Promise<void> = Promise.resolve();
const wanted = new Set<string>();

/** Asks, unless its newest weights have answered already. @param judged the policy whose reward model gives the scores */
export function wantSurvey(policy: PolicyId, ask: SurveyAsk, judged: PolicyId): void {
  const key = `${policy} ${askKey(ask)}`;
  if (wanted.has(key)) return;
  wanted.add(key);
  running = running.then(async () => {
    wanted.delete(key);
    await ensure(policy, ask, judged);
  });
}

async function ensure(policy: PolicyId, ask: SurveyAsk, judged: PolicyId): Promise<void> {
  const state = labStore.getState();
  if (!isTrained(state, policy)) return;
  const { seed, spec } = state.experiment.document;
  const { rewardModel } = judgedWith(state, judged);
  const judge = rewardModel === null ? null : (state.runs.current[rewardModel] ?? null);
  const as = { mark: weightsMark(state, policy), spec: specMark(state), judge };
  const known = surveyOf(state, policy, ask);
  if (known?.mark === as.mark && known.spec === as.spec && known.judge === as.judge) return;
  try {
    const replies = await detached((api) => api.survey({ policy, ask, rewardModel, seed, spec }));
    updateSlice('survey', ({ byPolicy }) => ({
      byPolicy: { ...byPolicy, [policy]: { ...byPolicy[policy], [askKey(ask)]: { replies, ...as } } },
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
