/** A chart that isn't a stage's own: caption, light grid, two linear axes; its lines are the children. */
import type { ReactNode } from 'react';
import { CartesianGrid, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { AXIS } from './chartLook.ts';

export interface ChartAxis {
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  /** Else from the first tick to the last. */
  readonly domain?: readonly [number, number];
}

interface ChartFigureProps {
  /** What a screen reader says of it. */
  readonly label: string;
  readonly caption: ReactNode;
  readonly className?: string;
  readonly data: readonly object[];
  readonly xKey: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Room for what is written at the lines' ends, px. */
  readonly right?: number;
  /** Has a tooltip, which the arrow keys then move along the lines. */
  readonly isReadByKeys?: boolean;
  /** Its text alternative, where no table stands beside it. */
  readonly table?: ReactNode;
  readonly children: ReactNode;
}

export function ChartFigure(props: ChartFigureProps) {
  const { label, caption, className, data, xKey, x, y, right = 28, isReadByKeys = false, table, children } = props;
  return (
    <figure className={`chart ${className ?? ''}`} aria-label={label}>
      <figcaption>{caption}</figcaption>
      <div className="chart-area">
        <ResponsiveContainer width="100%" height="100%" debounce={50}>
          <LineChart
            data={[...data]}
            margin={{ top: 8, right, bottom: 2, left: 0 }}
            accessibilityLayer={isReadByKeys}
            role={isReadByKeys ? 'application' : 'img'}
            aria-label={label}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              {...AXIS}
              type="number"
              dataKey={xKey}
              domain={domainOf(x)}
              ticks={[...x.ticks]}
              tickFormatter={x.tickText}
              height={18}
              interval={0}
            />
            <YAxis
              {...AXIS}
              domain={domainOf(y)}
              ticks={[...y.ticks]}
              tickFormatter={y.tickText}
              width={50}
              interval={0}
            />
            {children}
          </LineChart>
        </ResponsiveContainer>
      </div>
      {table}
    </figure>
  );
}

function domainOf({ ticks, domain }: ChartAxis): [number, number] {
  return domain ? [...domain] : [ticks[0] ?? 0, ticks.at(-1) ?? 1];
}
