/** The keys of presenter mode. Pure, so that it can be tested without a page. */
import type { CardId } from '../../store/state.ts';

export type PresentDeed =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'card'; readonly card: CardId };

/** Held down, it goes on and on. */
export const canRepeat = (key: string): boolean => key === 'ArrowRight';

/** @param cards of the strip, by number from 1 · @returns what the key does, or null when it does nothing here */
export function deedOf(key: string, cards: readonly CardId[]): PresentDeed | null {
  if (key === 'ArrowRight') return { kind: 'step' };
  if (key === ' ') return { kind: 'toggle' };
  if (key === 'Escape') return { kind: 'leave' };
  const card = /^[1-9]$/.test(key) ? cards[Number(key) - 1] : undefined;
  return card === undefined ? null : { kind: 'card', card };
}
