/** A measured figure as people read it: the value, ± one standard error, in the figure's unit. */
import type { EvalUnit } from '../../../lab/judge/evalTable.ts';
import type { Evals } from '../../../lab/document/evals.ts';
import { formatNumber } from '../../series/format.ts';

const MINUS = '−';

export function formatEval({ value, se }: Evals[string], unit: EvalUnit): string {
  switch (unit) {
    case 'share':
      return `${signed(value * 100, 1)} ± ${(se * 100).toFixed(1)} %`;
    case 'reward':
      return `${signed(value, 2)} ± ${se.toFixed(2)}`;
    case 'nats':
    case 'tokens':
    case 'bits':
      return `${value < 0 ? MINUS : ''}${formatNumber(Math.abs(value))} ± ${formatNumber(se)} ${unit}`;
  }
}

/** `0.5214` → `52 %`: a share in a sentence. */
export function wholePercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}
