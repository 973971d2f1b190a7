/** A field term: its definition appears on hover and focus, pressing it opens its glossary entry. */
import { memo } from 'react';
import { Link, Tooltip, TooltipTrigger } from 'react-aria-components';
import { findEntry } from '../../words/glossary.ts';

interface TermProps {
  readonly id: string;
  /** What the label says; by default the entry's own. */
  readonly children?: string;
}

/** Kept while its words stay the same: there are many on the page, and the numbers beside them change often. */
export const Term = memo(function Term({ id, children }: TermProps) {
  const entry = findEntry(id);
  return (
    <TooltipTrigger delay={250} closeDelay={100}>
      <Link className="term" href={`#glossary/${id}`}>
        {children ?? entry.label}
      </Link>
      <Tooltip className="tip" offset={6} placement="top start">
        {entry.plain}
        {entry.exact !== undefined && <span className="tip-exact">{entry.exact}</span>}
        {entry.healthy !== undefined && <span className="tip-healthy">In a good run: {entry.healthy}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
});
