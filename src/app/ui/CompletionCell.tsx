/**
 * One completion, token by token. Pointing at a token, or walking there with the arrow keys, shows its log-probability.
 * How it ended is always said: the model stopped, or the text was cut at the limit.
 */
import { memo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Completion, LoadProgress } from '../../lab/protocol.ts';
import { formatBytes } from '../series/format.ts';
import type { ColumnId, LabState } from '../store/state.ts';
import { useLab } from '../store/store.ts';
import { Icon } from './Icon.tsx';
import { stageHues } from './stageHues.ts';
import { TokenTip } from './TokenTip.tsx';

interface CellProps {
  readonly column: ColumnId;
  readonly title: string;
  readonly promptId: string;
  /** An empty column says once, in its first row, what will fill it. */
  readonly isFirst: boolean;
}

export function CompletionCell({ column, title, promptId, isFirst }: CellProps) {
  const completion = useLab((state) => state.samples.columns[column].completions[promptId]);
  const waiting = useLab((state) => (isFirst ? describeEmpty(state, column) : ''));
  return (
    <td data-label={title} style={{ '--hue': stageHues[column] }}>
      {completion ? <CompletionText completion={completion} title={title} /> : <span className="muted">{waiting}</span>}
    </td>
  );
}

interface Pointed {
  readonly index: number;
  readonly rect: DOMRect;
}

const CompletionText = memo(function CompletionText({
  completion,
  title,
}: {
  readonly completion: Completion;
  readonly title: string;
}) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { tokens, stopped } = completion;
  const token = pointed ? tokens[pointed.index] : undefined;

  function point(event: PointerEvent<HTMLElement>): void {
    const target = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
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
          <span key={index} data-index={index} data-pointed={index === pointed?.index || undefined}>
            {index === tokens.length - 1 && stopped ? <StopMark /> : showBreaks(index === 0 ? text.trimStart() : text)}
          </span>
        ))}
      </span>
      {!stopped && <span className="cut-mark">… cut at {tokens.length} tokens</span>}
      {pointed && token && (
        <TokenTip token={token} rect={pointed.rect} isEnd={stopped && pointed.index === tokens.length - 1} />
      )}
    </div>
  );
});

function StopMark() {
  return (
    <span className="stop-mark">
      <Icon name="stop" />
      stopped
    </span>
  );
}

/** Line breaks are shown as a sign, so that a completion keeps to its row. */
function showBreaks(text: string): string {
  return text.replaceAll('\n', ' ↵ ');
}

function describeProgress({ what, loadedBytes, totalBytes }: LoadProgress): string {
  return `loading ${what}: ${formatBytes(loadedBytes)}${totalBytes === null ? '' : ` of ${formatBytes(totalBytes)}`} …`;
}

function describeEmpty({ samples, session, runs }: LabState, id: ColumnId): string {
  const { phase } = samples.columns[id];
  if (phase === 'failed') return 'not drawn';
  if (id === 'sft')
    return runs.currentId === null
      ? 'Press Start: this column fills while the model trains.'
      : 'waiting for the first weights …';
  if (session.problem) return 'no model';
  const progress = session.workers.sampler.progress;
  return progress ? describeProgress(progress) : session.model ? 'drawing …' : 'starting the engine, a few seconds …';
}
