/** A chart for those who don't see it: one sentence on where its lines begin and end, and a few of its rows. Pure. */

/** One point of every line that has one there, and where it lies on the x axis. */
export type ChartRow = Readonly<Record<string, number | undefined>>;

export interface WordedLine {
  readonly key: string;
  /** '' = the chart's title says it. */
  readonly name: string;
  readonly format: (value: number) => string;
}

/** As many rows can be listened to. */
const MOST_ROWS = 8;

/** `SFT loss`, `RLOO KL from SFT`: a name that is written in capitals keeps them. */
export function titleAfter(owner: string, title: string): string {
  return `${owner} ${/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title}`;
}

/**
 * @param over what the x axis counts, in the plural: "steps"
 * @returns `SFT loss, train from 4.10 to 1.20 nats, held-out from 4.15 to 1.31 nats, over 140 steps`
 */
export function sayChart(
  title: string,
  lines: readonly WordedLine[],
  rows: readonly ChartRow[],
  xKey: string,
  over: string,
): string {
  const parts = lines.flatMap(({ key, name, format }) => {
    const values = rows.flatMap((row) => row[key] ?? []);
    const [first, last] = [values[0], values.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [`${name} from ${format(first)} to ${format(last)}`.trimStart()];
  });
  if (parts.length === 0) return `${title}, empty so far`;
  const span = rows.at(-1)?.[xKey] ?? 0;
  return `${title}, ${parts.join(', ')}, over ${String(Number(span.toPrecision(3)))} ${over}`;
}

/** Evenly spread, the first and the last included; where enough rows have a value of every line, only those. */
export function pickRows(rows: readonly ChartRow[], keys: readonly string[]): readonly ChartRow[] {
  const full = rows.filter((row) => keys.every((key) => row[key] !== undefined));
  const some = full.length >= 3 ? full : rows.filter((row) => keys.some((key) => row[key] !== undefined));
  if (some.length <= MOST_ROWS) return some;
  return Array.from({ length: MOST_ROWS }, (_, i) => some[Math.round((i * (some.length - 1)) / (MOST_ROWS - 1))]!);
}
