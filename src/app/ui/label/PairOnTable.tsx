/** One prompt, two replies: who wrote them, and what anyone thinks of them, isn't said before the vote. */
import type { UnsureLabel } from '../../../lab/desk/deskTypes.ts';
import type { CandidatePair, Reply } from '../../../world/spec/types.ts';
import { formatShare } from '../../series/format.ts';

interface PairOnTableProps {
  readonly pair: CandidatePair;
  /** The AI's label that is being checked. */
  readonly unsure: UnsureLabel | null;
}

export function PairOnTable({ pair, unsure }: PairOnTableProps) {
  return (
    <div className="pair">
      <p className="pair-prompt">
        <span className="muted">Asked </span>
        {pair.prompt.question}
      </p>
      {unsure && (
        <p className="muted">
          The AI says {choiceWords[unsure.choice]}
          {unsure.choice === 'tie' ? '.' : ` and is ${formatShare(unsure.sureness)} sure.`}
        </p>
      )}
      <div className="pair-replies">
        <ReplyCard name="A" reply={pair.a} />
        <ReplyCard name="B" reply={pair.b} />
      </div>
    </div>
  );
}

const choiceWords = { a: 'A is better', b: 'B is better', tie: 'it is a tie' } as const;

function ReplyCard({ name, reply }: { readonly name: 'A' | 'B'; readonly reply: Reply }) {
  return (
    <article className="reply" aria-label={`Reply ${name}`}>
      <h2>{name}</h2>
      <p className="reply-text">
        {reply.text.trim() === '' ? <em className="muted">says nothing</em> : reply.text.trim()}
      </p>
      <p className="end-mark">{reply.stopped ? 'stopped' : `… cut at ${reply.tokens} tokens`}</p>
    </article>
  );
}
