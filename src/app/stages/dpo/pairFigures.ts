/** The numbers of a pair that DPO has just learnt from, as its loss computes them. Pure. */
import type { PairSide, PairToken, PairUpdateView } from '../../../lab/stages/dpo/detail.ts';
import type { SettingsOf } from '../../../lab/stages/kinds.ts';
import { pairLoss } from '../preferences/pairLoss.ts';

export type When = 'before' | 'after';

/** Nats of the whole completion; for SimPO a token. */
export interface SideFigures {
  readonly before: number;
  readonly after: number;
  /** 0 where the loss has no reference. */
  readonly reference: number;
}

export interface PairFigures {
  readonly chosen: SideFigures;
  readonly rejected: SideFigures;
  /** Δ = r(chosen) − r(rejected). */
  readonly delta: Readonly<Record<When, number>>;
  readonly loss: Readonly<Record<When, number>>;
}

type Settings = Pick<SettingsOf<'dpo'>, 'loss' | 'beta' | 'targetMargin'>;

export function pairFigures({ chosen, rejected, isTie }: PairUpdateView, settings: Settings): PairFigures {
  const sides = { chosen: sideFigures(chosen, settings), rejected: sideFigures(rejected, settings) };
  const delta = {
    before: rewardOf(sides.chosen, 'before', settings) - rewardOf(sides.rejected, 'before', settings),
    after: rewardOf(sides.chosen, 'after', settings) - rewardOf(sides.rejected, 'after', settings),
  };
  const loss = { before: lossOf(delta.before, isTie, settings), after: lossOf(delta.after, isTie, settings) };
  return { ...sides, delta, loss };
}

/** The implied reward β (log π − log π_ref). */
export function rewardOf(side: SideFigures, when: When, { beta }: Settings): number {
  return beta * (side[when] - side.reference);
}

function sideFigures({ tokens }: PairSide, { loss }: Settings): SideFigures {
  const total = (key: Exclude<keyof PairToken, 'text'>) => tokens.reduce((sum, token) => sum + token[key], 0);
  if (loss === 'simpo') {
    return { before: total('before') / tokens.length, after: total('after') / tokens.length, reference: 0 };
  }
  return { before: total('before'), after: total('after'), reference: total('reference') };
}

function lossOf(delta: number, isTie: boolean, { loss, beta, targetMargin }: Settings): number {
  const winning = isTie ? 0 : 1;
  if (loss === 'ipo') return (delta / beta - winning / (2 * beta)) ** 2;
  const difference = loss === 'simpo' ? delta - winning * targetMargin : delta;
  return pairLoss(difference, isTie);
}
