/** The keys of presenter mode. Pure, so that it can be tested without a page. */
import type { StageId } from '../../store/state.ts';

export type PresentDeed =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'stage'; readonly stage: StageId };

const STAGES: readonly StageId[] = ['base', 'sft', 'rewardModel', 'ppo', 'compare'];

interface Pressed {
  readonly key: string;
  readonly isRepeat: boolean;
  /** Ctrl, Alt or Meta is held: the browser's own. */
  readonly isModified: boolean;
}

/** @returns what the key does, or null when it does nothing here */
export function deedOf({ key, isRepeat, isModified }: Pressed): PresentDeed | null {
  if (isModified) return null;
  if (key === 'ArrowRight') return { kind: 'step' };
  if (isRepeat) return null;
  if (key === ' ') return { kind: 'toggle' };
  if (key === 'Escape') return { kind: 'leave' };
  const stage = /^[1-5]$/.test(key) ? STAGES[Number(key) - 1] : undefined;
  return stage ? { kind: 'stage', stage } : null;
}
