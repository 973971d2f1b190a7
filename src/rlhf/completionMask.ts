/**
 * Which tokens of a completion count: those the policy chose. What the host put there instead (a tool's answer) is read by
 * the model but is no choice of its own: it has no loss, no KL, no reward and no advantage. No mask = all count.
 */
import { InvalidInputError } from '../errors.ts';

/** (C): 1 = counts, 0 = forced by the host. */
export type CompletionMask = readonly number[];

export function isOwn(mask: CompletionMask | undefined, t: number): boolean {
  return mask === undefined || mask[t] === 1;
}

/** @param values (C) of a completion's tokens · @returns those of the tokens that count */
export function ownValues(values: ArrayLike<number>, mask: CompletionMask | undefined): number[] {
  return Array.from(values).filter((_, t) => isOwn(mask, t));
}

interface MaskedCompletion {
  readonly completionIds: readonly number[];
  readonly completionMask?: CompletionMask;
}

/** Index of the last token that counts: where the score is paid. */
export function lastOwn({ completionIds, completionMask }: MaskedCompletion): number {
  return completionMask ? completionMask.lastIndexOf(1) : completionIds.length - 1;
}

/** How many tokens of a completion count. */
export function countOwn({ completionIds, completionMask }: MaskedCompletion): number {
  return ownValues(completionIds, completionMask).length;
}

/** @param what for the message: "Example 3" · @throws InvalidInputError unless the mask is 0 or 1 a token, and 1 somewhere */
export function checkMask({ completionIds, completionMask: mask }: MaskedCompletion, what: string): void {
  if (mask === undefined) return;
  const isRight = mask.length === completionIds.length && mask.every((value) => value === 0 || value === 1);
  if (!isRight || !mask.includes(1)) {
    throw new InvalidInputError(
      `${what} has ${completionIds.length} completion tokens and the mask [${mask.join(', ')}]; a mask holds 0 or 1 for each token, and a 1 for at least one.`,
    );
  }
}
