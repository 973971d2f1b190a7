/** What the Bradley–Terry loss makes of a difference of scores. Pure. */

/** P(chosen is better). @param difference score of the chosen one less that of the other */
export function preferredShare(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}

/** −log P; a tie counts half each way. */
export function pairLoss(difference: number, isTie: boolean): number {
  const softplus = Math.max(-difference, 0) + Math.log1p(Math.exp(-Math.abs(difference)));
  return isTie ? softplus + difference / 2 : softplus;
}
