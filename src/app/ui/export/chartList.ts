/** The charts of each stage as they are printed and presented: title, lines, the most telling first. */
import type { StageKind } from '../../../lab/stageSchemas.ts';
import { labelerNames } from '../rewardModel/labelerNames.ts';
import type { ChartLine } from '../MetricChart.tsx';

export interface ListedChart {
  readonly title: string;
  /** Those without values are left out. */
  readonly lines: readonly ChartLine[];
  readonly isFromZero?: boolean;
}

const DASHES = ['', '7 3', '2 3', '7 3 2 3', '1 5', '12 4'];

const byLabeler = Object.entries(labelerNames).map(([id, name], index): ChartLine => ({
  ...{ key: `eval/accuracy/${id}`, name, hue: 'var(--rm-strong)', dash: DASHES[index] ?? '' },
}));

export const chartList: Readonly<Record<StageKind, readonly ListedChart[]>> = {
  sft: [
    {
      title: 'Loss',
      lines: [
        { key: 'loss', name: 'train', hue: 'var(--sft)', isSmoothed: true },
        { key: 'eval/loss', name: 'held-out', hue: 'var(--sft-strong)', hasDots: true },
      ],
    },
    single('Token accuracy', 'mean_token_accuracy', 'var(--sft)'),
    single('Gradient norm', 'grad_norm', 'var(--sft)'),
    { title: 'Learning rate', lines: [{ key: 'learning_rate', name: '', hue: 'var(--sft)' }], isFromZero: true },
  ],
  rewardModel: [
    {
      title: 'Accuracy',
      lines: [
        { key: 'accuracy', name: 'train', hue: 'var(--rm)', isSmoothed: true },
        { key: 'eval/accuracy', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
      ],
    },
    {
      title: 'Loss',
      lines: [
        { key: 'loss', name: 'train', hue: 'var(--rm)', isSmoothed: true },
        { key: 'eval/loss', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
      ],
    },
    single('Margin', 'margin', 'var(--rm)'),
    { title: 'Accuracy by labeler', lines: byLabeler },
  ],
  ppo: [
    {
      title: 'Gold reward',
      lines: [
        { key: 'objective/gold', name: 'batch', hue: 'var(--text)', isSmoothed: true },
        { key: 'eval/gold', name: 'held-out', hue: 'var(--text)', hasDots: true },
      ],
    },
    {
      title: 'Proxy reward',
      lines: [
        { key: 'objective/scores', name: 'batch', hue: 'var(--rm)', isSmoothed: true },
        { key: 'eval/scores', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
      ],
    },
    {
      title: 'KL from SFT',
      lines: [
        { key: 'objective/kl', name: 'k1', hue: 'var(--rl)', isSmoothed: true },
        { key: 'objective/kl_k3', name: 'k3', hue: 'var(--rl)', dash: '6 3', isSmoothed: true },
        { key: 'objective/kl_exact', name: 'exact', hue: 'var(--rl-strong)', dash: '2 3', isSmoothed: true },
      ],
      isFromZero: true,
    },
    single('Entropy', 'objective/entropy', 'var(--rl)'),
    single('Completion length', 'completions/mean_length', 'var(--rl)'),
    { title: 'Clip fraction', lines: [{ key: 'policy/clipfrac_avg', name: '', hue: 'var(--rl)' }], isFromZero: true },
    single('Value loss', 'loss/value_avg', 'var(--rl)'),
  ],
};

function single(title: string, key: string, hue: string): ListedChart {
  return { title, lines: [{ key, name: '', hue, isSmoothed: true }], isFromZero: true };
}

/** The charts of a stage that have something to show, without the lines that haven't. */
export function chartsWith(kind: StageKind, series: Readonly<Record<string, unknown>>): readonly ListedChart[] {
  return chartList[kind].flatMap((chart) => {
    const lines = chart.lines.filter(({ key }) => series[key] !== undefined);
    return lines.length > 0 ? [{ ...chart, lines }] : [];
  });
}
