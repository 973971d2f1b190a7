/**
 * One completion, token by token. Pointing at a token, or walking there with the arrow keys, shows its log-probability.
 * Misspelt words are underlined with a wave, sentences that the column it is compared with doesn't say with a line; a refusal
 * is named, and how the text ended is always said.
 */
import { memo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Completion, CompletionReview } from '../../../lab/run/protocol.ts';
import type { Place } from '../../series/textDiff.ts';
import { markTokens } from '../../series/tokenMarks.ts';
import { Icon } from '../controls/Icon.tsx';
import { describeEnd } from './describeEnd.ts';
import { TokenTip } from './TokenTip.tsx';

interface TextProps {
  readonly completion: Completion;
  /** What it is: "SFT completion". */
  readonly title: string;
  readonly review: CompletionReview | undefined;
  readonly unlike: Unlike | undefined;
}

/** Where it says what another column doesn't. */
export interface Unlike {
  /** The other column's title. */
  readonly from: string;
  readonly places: readonly Place[];
}

interface Pointed {
  readonly index: number;
  readonly rect: DOMRect;
}

const NOTHING: CompletionReview = { misspelt: [], isRefusal: false };
const NOWHERE: readonly Place[] = [];

export const CompletionText = memo(function CompletionText({ completion, title, review = NOTHING, unlike }: TextProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { tokens, stopped } = completion;
  const misspelt = markTokens(tokens, review.misspelt);
  const unsaid = markTokens(tokens, unlike?.places ?? NOWHERE);
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
      aria-label={`${title}: ${completion.text.trim()}${describeUnlike(completion.text, unlike)}`}
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
            data-unlike={unsaid[index] || undefined}
          >
            {isEnd(index) ? <StopMark /> : showBreaks(index === 0 ? text.trimStart() : text)}
          </span>
        ))}
      </span>{' '}
      {!stopped && <span className="end-mark">{describeEnd(completion)}</span>}
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

/** What the marks say, for those who don't see them. */
function describeUnlike(text: string, unlike: Unlike | undefined): string {
  if (!unlike || unlike.places.length === 0) return '';
  return ` (unlike ${unlike.from}: ${unlike.places.map(({ start, end }) => text.slice(start, end).trim()).join(' ')})`;
}

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
