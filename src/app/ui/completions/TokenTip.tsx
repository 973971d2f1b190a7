/** What is known about one token: its log-probability under the checkpoint that wrote it. */
import { createPortal } from 'react-dom';
import type { CompletionToken } from '../../../lab/run/protocol.ts';
import { formatNumber, formatShare } from '../../series/format.ts';

interface TokenTipProps {
  readonly token: CompletionToken;
  readonly rect: DOMRect;
  /** It is the end-of-text token. */
  readonly isEnd: boolean;
  readonly isMisspelt: boolean;
}

const MARGIN = 8;
const WIDTH = 220;

export function TokenTip({ token, rect, isEnd, isMisspelt }: TokenTipProps) {
  const left = Math.min(Math.max(MARGIN, rect.left), window.innerWidth - WIDTH - MARGIN);
  return createPortal(
    <div className="tip token-tip" role="status" style={{ left, top: rect.top - MARGIN, maxWidth: WIDTH }}>
      <span className="number token-text">{isEnd ? 'end of text' : JSON.stringify(token.text)}</span>
      <span className="number">
        log-prob {formatNumber(token.logprob)} nats · chance {formatShare(Math.exp(token.logprob))}
      </span>
      {isMisspelt && <span>not in the dictionary</span>}
    </div>,
    document.body,
  );
}
