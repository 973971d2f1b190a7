/** One reply in the arena; its author shows once the vote is cast. */
import type { PolicyId } from '../../../lab/run/protocol.ts';
import { stageHues } from '../stageHues.ts';
import { columnTitles } from './columns.ts';

interface ArenaReplyProps {
  readonly label: string;
  readonly text: string;
  /** null while the vote is out. */
  readonly author: PolicyId | null;
  readonly isChosen: boolean;
}

export function ArenaReply({ label, text, author, isChosen }: ArenaReplyProps) {
  return (
    <figure
      className="arena-reply"
      style={author ? { '--hue': stageHues[author] } : {}}
      data-chosen={isChosen || undefined}
      aria-label={`${label} reply`}
    >
      <figcaption>
        {author ? (
          <span className="column-head">
            <span className="column-dot" />
            {columnTitles[author]}
          </span>
        ) : (
          label
        )}
        {isChosen && <span className="muted"> · your choice</span>}
      </figcaption>
      <blockquote>{text.trim() === '' ? <span className="muted">nothing</span> : text.trim()}</blockquote>
    </figure>
  );
}
