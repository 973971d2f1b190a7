/**
 * How charts look and tick: objects that stay the same from render to render, because recharts sets up anew whatever gets
 * another object.
 */
import { useMemo } from 'react';
import { formatNumber } from '../../series/format.ts';
import type { Row } from '../../series/rows.ts';
import { linearTicks, logTicks } from '../../series/ticks.ts';
import { drawTick } from './AxisTick.tsx';
import { extent } from '../../series/extent.ts';

/** Ticks are given. (tickCount 0 would leave the axes without a scale, and the lines undrawn.) */
export const AXIS = { tickLine: false, axisLine: false, tick: drawTick, niceTicks: 'none' } as const;
export const CURSOR = { stroke: 'var(--muted)' };
export const TOP = { y: 0 };
/** Of the chart: what is read at a step places itself from there. */
export const CORNER = { x: 0, y: 0 };
export const MARGINS = {
  named: { top: 6, right: 58, bottom: 0, left: 0 },
  wide: { top: 6, right: 92, bottom: 0, left: 0 },
  // Half of the last step's number stands beyond the end of the axis.
  plain: { top: 6, right: 18, bottom: 0, left: 0 },
  flat: { top: 6, right: 10, bottom: 6, left: 0 },
  large: { top: 14, right: 16, bottom: 4, left: 8 },
  largeNamed: { top: 14, right: 108, bottom: 4, left: 8 },
};
/** Ticks are round already: 0.5, 2, 1.5e-3. */
export const TICK_TEXTS = {
  none: () => '',
  share: (value: number) => `${Number((value * 100).toPrecision(3))} %`,
  plain: (value: number) => (value !== 0 && Math.abs(value) < 0.01 ? formatNumber(value) : String(value)),
};

interface TickOptions {
  readonly isLogScale: boolean;
  readonly isFromZero: boolean;
  readonly count: number;
}

/** Round ticks around all values of the lines, the first and last of them the axis' ends. */
export function chooseTicks(
  rows: readonly Row[],
  lines: readonly { readonly key: string }[],
  options: TickOptions,
): readonly number[] {
  const values = rows.flatMap((row) => lines.flatMap(({ key }) => row[key] ?? []));
  if (values.length === 0) return [0, 1];
  const [low, high] = extent(values);
  return options.isLogScale && low > 0
    ? logTicks(low, high)
    : linearTicks(options.isFromZero ? Math.min(0, low) : low, high, options.count);
}

/** The same array as last time while its numbers are. */
export function useSame(numbers: readonly number[]): number[] {
  const key = numbers.join(' ');
  return useMemo(() => key.split(' ').map(Number), [key]);
}

const dots = new Map<string, { readonly r: number; readonly strokeWidth: number; readonly fill: string }>();

export function dotOf(
  fill: string,
  r: number,
): { readonly r: number; readonly strokeWidth: number; readonly fill: string } {
  const key = `${fill} ${r}`;
  const dot = dots.get(key) ?? { r, strokeWidth: 0, fill };
  dots.set(key, dot);
  return dot;
}
