/** A few lines of a reply, so many as --lines says, and the rest on request. How it ended stays in sight. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ClampProps {
  /** What it holds: "SFT completion". */
  readonly title: string;
  /** How the text ends: "… cut at 64 tokens". */
  readonly end: string;
  readonly isWhole: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

export function Clamp({ title, end, isWhole, onToggle, children }: ClampProps) {
  const body = useRef<HTMLDivElement>(null);
  const isLong = useIsLong(body);
  return (
    <div className="clamp" data-cut={(isLong && !isWhole) || undefined} data-whole={isWhole || undefined}>
      {isLong && (
        <span className="clamp-end">
          {!isWhole && (
            <span className="end-mark" aria-hidden="true">
              {end}
            </span>
          )}
          <button
            type="button"
            className="link-button"
            aria-label={`${isWhole ? 'less' : 'more'} of the ${title}`}
            aria-expanded={isWhole}
            onClick={onToggle}
          >
            {isWhole ? 'less' : 'more'}
          </button>
        </span>
      )}
      <div ref={body}>{children}</div>
    </div>
  );
}

/** Watched, not measured: reading a height here would lay the table out once a cell. */
function useIsLong(body: { readonly current: HTMLElement | null }): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const node = body.current;
    if (!node) return;
    const observer = new ResizeObserver(([entry]) => {
      const style = getComputedStyle(node);
      const lines = Number(style.getPropertyValue('--lines'));
      setLong((entry?.contentRect.height ?? 0) > (lines + 0.5) * parseFloat(style.lineHeight));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [body]);
  return isLong;
}
