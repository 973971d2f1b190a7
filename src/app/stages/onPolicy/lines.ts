/** What the charts of an RL run draw: proxy in the reward model's hue, gold in the text's, the rest in the policy's own. */
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { smoothed, withHeldOut } from '../../ui/charts/chartLines.ts';

export const HUE = 'var(--rl)';
const STRONG = 'var(--rl-strong)';
export const PROXY_HUE = 'var(--rm)';
export const GOLD_HUE = 'var(--text)';

export const rlLines = {
  proxy: smoothed('objective/scores', PROXY_HUE),
  proxyHeldOut: withHeldOut('objective/scores', 'batch', PROXY_HUE, 'var(--rm-strong)', 'eval/scores'),
  gold: smoothed('objective/gold', GOLD_HUE),
  goldHeldOut: withHeldOut('objective/gold', 'batch', GOLD_HUE, GOLD_HUE, 'eval/gold'),
  kl: [
    { key: 'objective/kl', name: 'k1', hue: HUE, isSmoothed: true },
    { key: 'objective/kl_k3', name: 'k3', hue: HUE, dash: '6 3', isSmoothed: true, isQuiet: true },
    { key: 'objective/kl_exact', name: 'R–B', hue: STRONG, dash: '2 3', isSmoothed: true, isQuiet: true },
  ],
  entropy: smoothed('objective/entropy', HUE),
  length: smoothed('completions/mean_length', HUE),
  clipped: smoothed('policy/clipfrac_avg', HUE),
  stepKl: smoothed('policy/approxkl_avg', HUE),
  valueLoss: smoothed('loss/value_avg', HUE),
  explained: smoothed('val/explained_variance', HUE),
  noSpread: smoothed('frac_reward_zero_std', HUE),
  penalised: smoothed('objective/rlhf_reward', HUE),
  leash: [{ key: 'kl_coef', name: '', hue: HUE }],
} as const satisfies Record<string, readonly ChartLine[]>;
