/** One reply in the arena; its author shows once the vote is cast. */
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

interface ArenaReplyProps {
  readonly label: string;
  readonly text: string;
  /** null while the vote is out. */
  readonly author: PolicyId | null;
  readonly isChosen: boolean;
}

export function ArenaReply({ label, text, author, isChosen }: ArenaReplyProps) {
  const hue = useHue(author ?? BASE);
  const title = useLab((state) => author && stageTitle(state, author));
  return (
    <figure
      className="arena-reply"
      style={author ? { '--hue': hue } : {}}
      data-chosen={isChosen || undefined}
      aria-label={`${label} reply`}
    >
      <figcaption>
        {author ? (
          <span className="column-head">
            <span className="column-dot" />
            {title}
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
