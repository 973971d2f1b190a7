/** The loss of a row that SFT has just learnt from, as its loss computes it. Pure. */
import type { LearntExample } from '../../../lab/stages/sft/detail.ts';

export interface RowFigures {
  /** Tokens that count. */
  readonly tokens: number;
  /** −mean log π over them, nats a token. */
  readonly before: number;
  readonly after: number;
}

export function rowFigures(examples: readonly LearntExample[]): RowFigures {
  const tokens = examples.flatMap((example) => example.tokens);
  const loss = (key: 'before' | 'after') => -tokens.reduce((sum, token) => sum + token[key], 0) / tokens.length;
  return { tokens: tokens.length, before: loss('before'), after: loss('after') };
}
