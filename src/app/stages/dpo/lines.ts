/** What the charts of DPO draw. */
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { withHeldOut } from '../../ui/charts/chartLines.ts';

export const HUE = 'light-dark(#a8246b, #f28dbb)';
const STRONG = 'light-dark(#6d1444, #ffc9e1)';

export const dpoLines = {
  loss: withHeldOut('loss', 'train', HUE, STRONG),
  rewards: [
    { key: 'rewards/chosen', name: 'chosen', hue: HUE, isSmoothed: true },
    { key: 'rewards/rejected', name: 'rejected', hue: HUE, dash: '6 3', isSmoothed: true },
  ],
  accuracy: withHeldOut('rewards/accuracies', 'train', HUE, STRONG),
  margin: withHeldOut('rewards/margins', 'train', HUE, STRONG),
  logprobs: [
    { key: 'logps/chosen', name: 'chosen', hue: HUE, isSmoothed: true, isQuiet: true },
    { key: 'logps/rejected', name: 'rejected', hue: HUE, dash: '6 3', isSmoothed: true, isQuiet: true },
  ],
} as const satisfies Record<string, readonly ChartLine[]>;
