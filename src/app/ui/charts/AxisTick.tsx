/** A number at an axis. Recharts' own would measure its words, which makes the browser lay out the page in between. */
import type { XAxisTickContentProps } from 'recharts';

type TickProps = Pick<
  XAxisTickContentProps,
  'x' | 'y' | 'payload' | 'index' | 'textAnchor' | 'verticalAnchor' | 'tickFormatter'
>;

const TICK_SIZE = 12;

/** @returns what `tick` of an axis takes: the number, hanging from an x axis, level with its line beside a y axis */
export function drawTick({ x, y, payload, index, textAnchor, verticalAnchor, tickFormatter }: TickProps) {
  const value: unknown = payload.value;
  return (
    <text
      x={x}
      y={y}
      dy={verticalAnchor === 'start' ? '0.71em' : '0.355em'}
      textAnchor={textAnchor}
      fontSize={TICK_SIZE}
    >
      {tickFormatter ? tickFormatter(value, index) : String(value)}
    </text>
  );
}
