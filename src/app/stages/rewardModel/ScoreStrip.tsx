/** A text token by token with the score it would have if it ended there; a bar marks how far above or below average. */
import type { RewardProbe } from '../../../lab/run/protocol.ts';
import { formatNumber } from '../../series/format.ts';

/** Standard deviations at which a bar is full. */
const FULL = 3;
const END_OF_TEXT = '<|endoftext|>';

export function ScoreStrip({ byToken }: { readonly byToken: RewardProbe['byToken'] }) {
  return (
    <ol className="score-strip">
      {byToken.map(({ text, score }, index) => (
        <li key={index} data-side={score < 0 ? 'below' : 'above'}>
          <span className="score-token">{showToken(text)}</span>
          <span className="score-bar" style={{ '--filled': `${Math.min(1, Math.abs(score) / FULL) * 100}%` }} />
          <span className="number">{formatNumber(score)}</span>
        </li>
      ))}
    </ol>
  );
}

function showToken(text: string): string {
  if (text === END_OF_TEXT) return 'end';
  return text.trim() === '' ? JSON.stringify(text) : text.trim();
}
