/** What each chart draws, on screen, printed and presented alike: a line a metric, in the hue of the model it is of. */
import type { ChartLine } from './MetricChart.tsx';
import type { LabelerId } from '../../../world/spec/types.ts';
import { labelerNames } from '../../stages/rewardModel/labelerNames.ts';

type Lines = readonly ChartLine[];

export const sftLines = {
  loss: withHeldOut('loss', 'train', 'var(--sft)', 'var(--sft-strong)'),
  accuracy: smoothed('mean_token_accuracy', 'var(--sft)'),
  norm: smoothed('grad_norm', 'var(--sft)'),
  rate: [{ key: 'learning_rate', name: '', hue: 'var(--sft)' }],
} as const satisfies Record<string, Lines>;

export const rewardModelLines = {
  loss: withHeldOut('loss', 'train', 'var(--rm)', 'var(--rm-strong)'),
  accuracy: withHeldOut('accuracy', 'train', 'var(--rm)', 'var(--rm-strong)'),
  margin: smoothed('margin', 'var(--rm)'),
} as const satisfies Record<string, Lines>;

export const ppoLines = {
  proxy: smoothed('objective/scores', 'var(--rm)'),
  proxyHeldOut: withHeldOut('objective/scores', 'batch', 'var(--rm)', 'var(--rm-strong)', 'eval/scores'),
  gold: smoothed('objective/gold', 'var(--text)'),
  goldHeldOut: withHeldOut('objective/gold', 'batch', 'var(--text)', 'var(--text)', 'eval/gold'),
  kl: [
    { key: 'objective/kl', name: 'k1', hue: 'var(--rl)', isSmoothed: true },
    { key: 'objective/kl_k3', name: 'k3', hue: 'var(--rl)', dash: '6 3', isSmoothed: true, isQuiet: true },
    { key: 'objective/kl_exact', name: 'exact', hue: 'var(--rl-strong)', dash: '2 3', isSmoothed: true, isQuiet: true },
  ],
  entropy: smoothed('objective/entropy', 'var(--rl)'),
  length: smoothed('completions/mean_length', 'var(--rl)'),
  clipped: smoothed('policy/clipfrac_avg', 'var(--rl)'),
  stepKl: smoothed('policy/approxkl_avg', 'var(--rl)'),
  valueLoss: smoothed('loss/value_avg', 'var(--rl)'),
  explained: smoothed('val/explained_variance', 'var(--rl)'),
  penalised: smoothed('objective/rlhf_reward', 'var(--rl)'),
  leash: [{ key: 'kl_coef', name: '', hue: 'var(--rl)' }],
} as const satisfies Record<string, Lines>;

/** One hue a model: labelers differ by pattern and by name. */
const DASHES = ['', '7 3', '2 3', '7 3 2 3', '1 5', '12 4'];

/** Held-out accuracy by labeler. */
export function labelerLines(ids: readonly LabelerId[]): Lines {
  return ids.map((id, index) => ({
    ...{ key: `eval/accuracy/${id}`, name: labelerNames[id], hue: 'var(--rm-strong)' },
    ...{ dash: DASHES[index] ?? '', isQuiet: true },
  }));
}

function smoothed(key: string, hue: string): Lines {
  return [{ key, name: '', hue, isSmoothed: true }];
}

/** @param name of what is measured on every batch · @param heldOutHue, heldOutKey of the same on what isn't trained on */
function withHeldOut(key: string, name: string, hue: string, heldOutHue: string, heldOutKey = `eval/${key}`): Lines {
  return [
    { key, name, hue, isSmoothed: true },
    { key: heldOutKey, name: 'held-out', hue: heldOutHue, hasDots: true },
  ];
}
