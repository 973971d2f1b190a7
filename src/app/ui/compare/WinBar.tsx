/** One win rate: a dot on a line from 0 to 100 %, its interval as a band, the middle marked; the numbers beside it. */
import type { ShareEstimate } from '../../../lab/desk/deskTypes.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { Term } from '../controls/Term.tsx';
import { wholePercent } from './formatEval.ts';

interface WinBarProps {
  /** Who judges. */
  readonly label: string;
  /** Glossary id. */
  readonly term: string;
  /** Whose wins are counted. */
  readonly column: PolicyId;
  readonly share: ShareEstimate;
}

export function WinBar({ label, term, column, share: { value, low, high, n } }: WinBarProps) {
  const at = (share: number) => `${share * 100}%`;
  return (
    <div className="win-bar" style={{ '--hue': useHue(column) }}>
      <span className="win-judge">
        <Term id={term}>{label}</Term>
      </span>
      <span className="number">
        <strong>{wholePercent(value)}</strong> {Math.round(low * 100)}–{wholePercent(high)} · n {n}
      </span>
      <span className="win-track" aria-hidden="true">
        <span className="win-band" style={{ left: at(low), width: at(high - low) }} />
        <span className="win-dot" style={{ left: at(value) }} />
      </span>
    </div>
  );
}
