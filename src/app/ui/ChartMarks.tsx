/** Inside a chart: names at the ends of the lines, moved apart where they would meet, and ticks for events on the x axis. */
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { smoothedKey, type Row } from '../series/rows.ts';
import type { ChartLine, ChartMark } from './MetricChart.tsx';

const LABEL_HEIGHT = 14;
/** A setting that changed stands out from the ticks of snapshots. */
const CHANGE_HEIGHT = 14;

interface ChartMarksProps {
  readonly rows: readonly Row[];
  readonly lines: readonly ChartLine[];
  readonly marks: readonly ChartMark[];
}

export function ChartMarks({ rows, lines, marks }: ChartMarksProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const bottom = plot.y + plot.height;
  const ends = lines.flatMap((line) => {
    const key = line.isSmoothed ? smoothedKey(line.key) : line.key;
    const row = rows.findLast((candidate) => key in candidate);
    const x = row && xScale(row.step);
    const y = row && yScale(row[key] ?? 0);
    return line.name && x !== undefined && y !== undefined ? [{ line, x, y }] : [];
  });
  // A sparse curve ends earlier; its name would lie on the other line there.
  const right = Math.max(...ends.map(({ x }) => x));
  return (
    <g aria-hidden="true">
      {marks.map(({ step, text }) => (
        <line
          key={`${step} ${text}`}
          className="chart-mark"
          data-changed={text !== '' || undefined}
          x1={xScale(step)}
          x2={xScale(step)}
          y1={bottom - (text === '' ? 5 : CHANGE_HEIGHT)}
          y2={bottom}
        >
          {text !== '' && <title>{text}</title>}
        </line>
      ))}
      {moveApart(ends).map(({ line, y }) => (
        <text key={line.key} className="chart-name" x={right + 6} y={y + 4} style={{ fill: line.hue }}>
          {line.name}
        </text>
      ))}
    </g>
  );
}

/** Labels in the order of their heights, each at least one line below the one above. */
function moveApart<End extends { readonly y: number }>(ends: readonly End[]): readonly End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let lowest = -Infinity;
  return sorted.map((end) => {
    const y = Math.max(end.y, lowest + LABEL_HEIGHT);
    lowest = y;
    return { ...end, y };
  });
}
