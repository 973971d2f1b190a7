/** A chart's text alternative: a few of its values as a table that only a screen reader meets. */
import { pickRows, type ChartRow, type WordedLine } from '../../series/chartWords.ts';

interface ChartTableProps {
  readonly caption: string;
  readonly rows: readonly ChartRow[];
  /** What the x axis counts: "step". */
  readonly xName: string;
  readonly xKey: string;
  readonly formatX?: (value: number) => string;
  readonly lines: readonly WordedLine[];
}

export function ChartTable({ caption, rows, xName, xKey, formatX = String, lines }: ChartTableProps) {
  const keys = lines.map(({ key }) => key);
  const picked = pickRows(rows, keys);
  if (picked.length === 0) return null;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{xName}</th>
            {lines.map(({ key, name }) => (
              <th key={key} scope="col">
                {name || 'value'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picked.map((row) => (
            <tr key={row[xKey]}>
              <th scope="row">{formatX(row[xKey] ?? 0)}</th>
              {lines.map(({ key, format }) => (
                <td key={key}>{row[key] === undefined ? '–' : format(row[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
