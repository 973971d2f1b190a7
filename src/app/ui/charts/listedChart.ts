/** A chart by what it draws, wherever it is drawn: on screen, printed, presented. */
import type { ChartLine } from './chartLine.ts';

export interface ListedChart {
  readonly title: string;
  /** Those without values are left out. */
  readonly lines: readonly ChartLine[];
  readonly isFromZero?: boolean;
}

/** The charts that have something to show, without the lines that haven't. */
export function chartsWith(
  charts: readonly ListedChart[],
  series: Readonly<Record<string, unknown>>,
): readonly ListedChart[] {
  return charts.flatMap((chart) => {
    const lines = chart.lines.filter(({ key }) => series[key] !== undefined);
    return lines.length > 0 ? [{ ...chart, lines }] : [];
  });
}
