/** The keys of presenter mode. Pure, so that it can be tested without a page. */
import type { CardId } from '../../store/state.ts';

export type PresentDeed =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'card'; readonly card: CardId };

interface Pressed {
  readonly key: string;
  readonly isRepeat: boolean;
  /** Ctrl, Alt or Meta is held: the browser's own. */
  readonly isModified: boolean;
}

/** @param cards of the strip, by number from 1 · @returns what the key does, or null when it does nothing here */
export function deedOf({ key, isRepeat, isModified }: Pressed, cards: readonly CardId[]): PresentDeed | null {
  if (isModified) return null;
  if (key === 'ArrowRight') return { kind: 'step' };
  if (isRepeat) return null;
  if (key === ' ') return { kind: 'toggle' };
  if (key === 'Escape') return { kind: 'leave' };
  const card = /^[1-9]$/.test(key) ? cards[Number(key) - 1] : undefined;
  return card === undefined ? null : { kind: 'card', card };
}
