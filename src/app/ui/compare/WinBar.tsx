/** One win rate: a dot on a line from 0 to 100 %, its interval as a band, the middle marked; the numbers beside it. */
import { winShare } from '../../../lab/judge/wilson.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { Term } from '../controls/Term.tsx';
import type { Outcomes } from '../../../world/evals/goldEvals.ts';
import { wholePercent } from './formatEval.ts';

interface WinBarProps {
  /** Who judges. */
  readonly label: string;
  /** Glossary id. */
  readonly term: string;
  /** Whose wins are counted. */
  readonly column: PolicyId;
  readonly outcomes: Outcomes;
}

export function WinBar({ label, term, column, outcomes }: WinBarProps) {
  const { won, tied, lost } = outcomes;
  const { value, low, high } = winShare(outcomes);
  const at = (share: number) => `${share * 100}%`;
  return (
    <div className="win-bar" style={{ '--hue': useHue(column) }}>
      <span className="win-judge">
        <Term id={term}>{label}</Term>
      </span>
      <span className="number">
        <strong>{wholePercent(value)}</strong> {Math.round(low * 100)}–{wholePercent(high)} · won {won}, tied {tied},
        lost {lost}
      </span>
      <span className="win-track" aria-hidden="true">
        <span className="win-band" style={{ left: at(low), width: at(high - low) }} />
        <span className="win-dot" style={{ left: at(value) }} />
      </span>
    </div>
  );
}
