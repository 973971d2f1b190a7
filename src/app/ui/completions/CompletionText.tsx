/**
 * One completion, token by token. Pointing at a token, or walking there with the arrow keys, shows its log-probability.
 * Misspelt words are underlined, a refusal is named, and how the text ended is always said.
 */
import { memo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Completion, CompletionReview } from '../../../lab/run/protocol.ts';
import { markMisspelt } from '../../series/tokenMarks.ts';
import { Icon } from '../controls/Icon.tsx';
import { TokenTip } from './TokenTip.tsx';

interface TextProps {
  readonly completion: Completion;
  /** The column's. */
  readonly title: string;
  readonly review: CompletionReview | undefined;
}

interface Pointed {
  readonly index: number;
  readonly rect: DOMRect;
}

const NOTHING: CompletionReview = { misspelt: [], isRefusal: false };

export const CompletionText = memo(function CompletionText({ completion, title, review = NOTHING }: TextProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { tokens, stopped } = completion;
  const misspelt = markMisspelt(tokens, review.misspelt);
  const token = pointed ? tokens[pointed.index] : undefined;
  const isEnd = (index: number): boolean => stopped && index === tokens.length - 1;

  function point(event: PointerEvent<HTMLElement>): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    setPointed(target ? { index: Number(target.dataset['index']), rect: target.getBoundingClientRect() } : null);
  }

  function walk(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') return setPointed(null);
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (move === 0) return;
    event.preventDefault();
    const index = Math.min(tokens.length - 1, Math.max(0, (pointed?.index ?? -move) + move));
    const span = event.currentTarget.querySelector(`[data-index="${index}"]`);
    if (span) setPointed({ index, rect: span.getBoundingClientRect() });
  }

  return (
    <div
      className="completion"
      role="group"
      tabIndex={0}
      aria-label={`${title} completion: ${completion.text.trim()}`}
      onPointerOver={point}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={walk}
      onBlur={() => setPointed(null)}
    >
      <span className="tokens">
        {tokens.map(({ text }, index) => (
          <span
            key={index}
            data-index={index}
            data-pointed={index === pointed?.index || undefined}
            data-misspelt={misspelt[index] || undefined}
          >
            {isEnd(index) ? <StopMark /> : showBreaks(index === 0 ? text.trimStart() : text)}
          </span>
        ))}
      </span>{' '}
      {!stopped && <span className="end-mark">… cut at {tokens.length} tokens</span>}
      {review.isRefusal && <span className="end-mark refusal-mark">refused</span>}
      {pointed && token && (
        <TokenTip
          token={token}
          rect={pointed.rect}
          isEnd={isEnd(pointed.index)}
          isMisspelt={misspelt[pointed.index] ?? false}
        />
      )}
    </div>
  );
});

function StopMark() {
  return (
    <span className="end-mark">
      <Icon name="stop" />
      stopped
    </span>
  );
}

/** Line breaks are shown as a sign, so that a completion keeps to its row. */
function showBreaks(text: string): string {
  return text.replaceAll('\n', ' ↵ ');
}
