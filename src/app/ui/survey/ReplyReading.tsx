/** One reply of a crowd, what the reward model and gold make of it, and why gold does. */
import type { SurveyedReply } from '../../../lab/run/protocol.ts';
import { formatNumber } from '../../series/format.ts';
import { Term } from '../controls/Term.tsx';

interface ReplyReadingProps {
  readonly reply: SurveyedReply | null;
  /** Nothing was drawn yet. */
  readonly isEmpty: boolean;
}

export function ReplyReading({ reply, isEmpty }: ReplyReadingProps) {
  if (!reply) {
    return (
      <p className="crowd-reading muted">
        {isEmpty
          ? 'Train this stage: its replies stand here as soon as it has weights.'
          : 'Point at a dot to read its reply.'}
      </p>
    );
  }
  const telling = [...reply.rules].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)).slice(0, 3);
  return (
    <div className="crowd-reading" aria-live="polite">
      <p>
        {reply.text.trim() === '' ? <span className="muted">nothing</span> : reply.text.trim()}
        {!reply.stopped && <span className="muted"> … cut</span>}
      </p>
      <p className="muted">
        <Term id="gold-reward">gold</Term> <span className="number">{formatNumber(reply.gold)}</span>
        {reply.score !== null && (
          <>
            {' · '}
            <Term id="score">score</Term> <span className="number">{formatNumber(reply.score)}</span>
          </>
        )}
        {telling.map(({ rule, reason }) => (
          <span key={rule}> · {reason}</span>
        ))}
      </p>
    </div>
  );
}
