/** Rows of a file that can't be used, by line. */
import type { RowProblem } from '../../../world/preferences/records.ts';

const SHOWN = 100;

export function ProblemRows({ problems, total }: { readonly problems: readonly RowProblem[]; readonly total: number }) {
  const more = total - Math.min(problems.length, SHOWN);
  return (
    <div className="problem-rows" tabIndex={0} role="region" aria-label="Rows that can’t be used">
      <ul>
        {problems.slice(0, SHOWN).map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <span className="number">line {line}</span> {message}
          </li>
        ))}
        {more > 0 && <li className="muted">and {more.toLocaleString('en')} more</li>}
      </ul>
    </div>
  );
}
