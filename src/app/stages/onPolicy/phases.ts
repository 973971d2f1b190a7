/** The phases of one RL update, and what each has produced, in words. */
import type { RolloutView } from '../../../lab/stages/onPolicy/detail.ts';
import type { StepPhase } from '../../../lab/stages/stageRun.ts';
import { formatNumber, formatShare } from '../../series/format.ts';
import { extent } from '../../series/extent.ts';

const phases = ['rollout', 'score', 'advantages', 'minibatch'] as const;
export type PhaseId = (typeof phases)[number];

export interface PhaseState {
  readonly id: PhaseId;
  /** "minibatch 2 of 4" for the phase reported last, else its plain name. */
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead';
}

/** @param now of the newest step event, or null before the first */
export function placePhases(now: StepPhase | null): readonly PhaseState[] {
  const at = phases.findIndex((id) => now?.name === id);
  return phases.map((id, index) => ({
    id,
    label: index === at && now?.index !== undefined ? `${id} ${now.index} of ${now.count}` : id,
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
  }));
}

/** @param step its update · @param newest the newest value of each metric · @param rollouts of the latest batch, those shown */
export function describePhase(
  now: StepPhase | null,
  step: number,
  newest: (key: string) => number | undefined,
  rollouts: readonly RolloutView[],
): string {
  const at = (key: string, format: (value: number) => string): string => {
    const value = newest(key);
    return value === undefined ? '?' : format(value);
  };
  switch (phases.find((id) => now?.name === id)) {
    case 'rollout':
      return `The policy has written a batch: ${at('completions/mean_length', formatNumber)} tokens on average, ${at('completions/clipped_ratio', formatShare)} cut.`;
    case 'score':
      return `Scored ${at('objective/scores', formatNumber)} on average, gold ${at('objective/gold', formatNumber)}; the KL penalty takes ${at('objective/non_score_reward', (value) => formatNumber(Math.abs(value)))}.`;
    case 'advantages':
      return `Advantages${describeRange(rollouts)}${describeForesight(newest('val/explained_variance'))}.`;
    case 'minibatch':
      return `One optimizer step${step === 0 ? ' of the critic alone' : describeClip(newest('policy/clipfrac_avg'))}.`;
    case undefined:
      return 'Step makes one phase: the policy writes, the reward model scores, credit is shared out, the policy is changed.';
  }
}

/** Unknown where there is no critic; at or below 0 it foresees no better than the mean. */
function describeForesight(explained: number | undefined): string {
  if (explained === undefined) return '';
  return `: the critic foresaw ${explained <= 0 ? 'none' : formatShare(explained)} of the differences`;
}

/** Unknown until the policy has been updated once. */
function describeClip(clipped: number | undefined): string {
  return clipped === undefined ? '' : `; in the last update ${formatShare(clipped)} of tokens were clipped`;
}

function describeRange(rollouts: readonly RolloutView[]): string {
  const values = rollouts.flatMap(({ tokens }) => tokens.flatMap(({ advantage }) => advantage ?? []));
  if (values.length === 0) return '';
  const [low, high] = extent(values);
  return ` from ${formatNumber(low)} to ${formatNumber(high)}`;
}
