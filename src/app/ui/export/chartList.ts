/** The charts of each stage as they are printed and presented: title, lines, the most telling first. */
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { LabelerId } from '../../../world/spec/types.ts';
import { labelerLines, ppoLines, rewardModelLines, sftLines } from '../charts/chartLines.ts';
import { labelerNames } from '../../stages/rewardModel/labelerNames.ts';
import type { ChartLine } from '../charts/MetricChart.tsx';

export interface ListedChart {
  readonly title: string;
  /** Those without values are left out. */
  readonly lines: readonly ChartLine[];
  readonly isFromZero?: boolean;
}

const labelerIds = Object.keys(labelerNames) as LabelerId[];

export const chartList: Readonly<Record<StageKind, readonly ListedChart[]>> = {
  sft: [
    { title: 'Loss', lines: sftLines.loss },
    { title: 'Token accuracy', lines: sftLines.accuracy, isFromZero: true },
    { title: 'Gradient norm', lines: sftLines.norm, isFromZero: true },
    { title: 'Learning rate', lines: sftLines.rate, isFromZero: true },
  ],
  rewardModel: [
    { title: 'Accuracy', lines: rewardModelLines.accuracy },
    { title: 'Loss', lines: rewardModelLines.loss },
    { title: 'Margin', lines: rewardModelLines.margin, isFromZero: true },
    { title: 'Accuracy by labeler', lines: labelerLines(labelerIds) },
  ],
  ppo: [
    { title: 'Gold reward', lines: ppoLines.goldHeldOut },
    { title: 'Proxy reward', lines: ppoLines.proxyHeldOut },
    { title: 'KL from SFT', lines: ppoLines.kl, isFromZero: true },
    { title: 'Entropy', lines: ppoLines.entropy, isFromZero: true },
    { title: 'Completion length', lines: ppoLines.length, isFromZero: true },
    { title: 'Clip fraction', lines: ppoLines.clipped, isFromZero: true },
    { title: 'Value loss', lines: ppoLines.valueLoss, isFromZero: true },
  ],
};

/** The charts of a stage that have something to show, without the lines that haven't. */
export function chartsWith(kind: StageKind, series: Readonly<Record<string, unknown>>): readonly ListedChart[] {
  return chartList[kind].flatMap((chart) => {
    const lines = chart.lines.filter(({ key }) => series[key] !== undefined);
    return lines.length > 0 ? [{ ...chart, lines }] : [];
  });
}
