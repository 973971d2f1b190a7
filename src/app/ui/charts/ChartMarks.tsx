/** Inside a chart: names at the ends of the lines, moved apart where they would meet, and ticks for events on the x axis. */
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { ghostKey, smoothedKey, type Row } from '../../series/rows.ts';
import type { ChartLine, ChartMark } from './chartLine.ts';
import { extent } from '../../series/extent.ts';

const LABEL_HEIGHT = 14;
/** Of presenter mode's labels, as in present.css: px, and the share of the window's width. */
const LARGE = { least: 15, most: 30, share: 0.0125, lineHeight: 1.15 } as const;
/** A setting that changed stands out from the ticks of snapshots. */
const CHANGE_HEIGHT = 14;

/** At the end of the first line that came with a link. */
export const GHOST_NAME = 'theirs';

interface ChartMarksProps {
  readonly rows: readonly Row[];
  readonly lines: readonly ChartLine[];
  readonly marks: readonly ChartMark[];
  readonly hasGhosts?: boolean;
  /** In presenter mode's type. */
  readonly isLarge?: boolean;
}

export function ChartMarks({ rows, lines, marks, hasGhosts = false, isLarge = false }: ChartMarksProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const bottom = plot.y + plot.height;
  const endOf = (key: string, name: string, hue: string) => {
    const row = rows.findLast((candidate) => key in candidate);
    const x = row && xScale(row.step);
    const y = row && yScale(row[key] ?? 0);
    return name && x !== undefined && y !== undefined ? [{ key, name, hue, x, y }] : [];
  };
  const [first] = lines;
  const ends = [
    ...lines.flatMap(({ key, name, hue, isSmoothed }) => endOf(isSmoothed ? smoothedKey(key) : key, name, hue)),
    ...(hasGhosts && first ? endOf(ghostKey(first.key), GHOST_NAME, first.hue) : []),
  ];
  // A sparse curve ends earlier; its name would lie on the other line there.
  const [, right] = extent(ends.map(({ x }) => x));
  return (
    <g aria-hidden="true">
      {marks.map(({ step, text, isBorder = false }) => (
        <line
          key={`${step} ${text}`}
          className="chart-mark"
          data-changed={(text !== '' && !isBorder) || undefined}
          data-border={isBorder || undefined}
          x1={xScale(step)}
          x2={xScale(step)}
          y1={isBorder ? plot.y : bottom - (text === '' ? 5 : CHANGE_HEIGHT)}
          y2={bottom}
        >
          {text !== '' && <title>{text}</title>}
        </line>
      ))}
      {marks
        .filter(({ isBorder }) => isBorder)
        .map(({ step, text }) => (
          <text key={text} className="chart-border-name" x={(xScale(step) ?? 0) - 4} y={bottom - 4} textAnchor="end">
            {text}
          </text>
        ))}
      {moveApart(ends, bottom, isLarge ? largeHeight() : LABEL_HEIGHT).map(({ key, name, hue, y }) => (
        <text key={key} className="chart-name" x={right + 6} y={y + 4} style={{ fill: hue }}>
          {name}
        </text>
      ))}
    </g>
  );
}

/** Labels in the order of their heights, each at least one line below the one above, none below the x axis. */
function moveApart<End extends { readonly y: number }>(
  ends: readonly End[],
  bottom: number,
  height: number,
): readonly End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let above = -Infinity;
  return sorted.map((end, i) => {
    const lowest = bottom - (sorted.length - 1 - i) * height;
    const y = Math.max(Math.min(end.y, lowest), above + height);
    above = y;
    return { ...end, y };
  });
}

function largeHeight(): number {
  return LARGE.lineHeight * Math.min(LARGE.most, Math.max(LARGE.least, LARGE.share * innerWidth));
}
