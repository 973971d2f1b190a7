/** A chart by what it draws, wherever it is drawn: on screen, printed, presented. */
import type { ChartLine } from './chartLine.ts';

export interface ListedChart {
  readonly title: string;
  /** Those without values are left out. */
  readonly lines: readonly ChartLine[];
  readonly isFromZero?: boolean;
  /** Presented beside the other leading ones: none of them tells enough alone. Where none leads, the first chart does. */
  readonly isLead?: boolean;
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

/** Of those that are presented first. */
export function leadTitles(charts: readonly ListedChart[]): readonly string[] {
  const leading = charts.filter(({ isLead }) => isLead);
  return (leading.length > 0 ? leading : charts.slice(0, 1)).map(({ title }) => title);
}
