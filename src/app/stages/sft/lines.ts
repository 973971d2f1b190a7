/** What the charts of SFT draw. */
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { smoothed, withHeldOut } from '../../ui/charts/chartLines.ts';

export const HUE = 'var(--sft)';

export const sftLines = {
  loss: withHeldOut('loss', 'train', HUE, 'var(--sft-strong)'),
  pretraining: smoothed('pretraining_loss', HUE),
  accuracy: smoothed('mean_token_accuracy', HUE),
  norm: smoothed('grad_norm', HUE),
  rate: [{ key: 'learning_rate', name: '', hue: HUE }],
} as const satisfies Record<string, readonly ChartLine[]>;
