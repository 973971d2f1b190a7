/** The visitor's labels, as records. */
import { type Choice, toPreference } from '../../world/spec/preference.ts';
import type { CandidatePair, Preference } from '../../world/spec/types.ts';

export function ownLabel(pair: CandidatePair, choice: Choice): Preference {
  return toPreference(pair, choice, 'you');
}

/**
 * The visitor wrote a better reply from one of the two; it is preferred to the one it was made from.
 * @param text without the end of the turn: the edited reply ends there
 */
export function editedLabel(pair: CandidatePair, which: 'a' | 'b', text: string): Preference {
  const { chosenStopped: _, ...label } = toPreference(pair, which === 'a' ? 'b' : 'a', 'you');
  return { ...label, chosen: ` ${text.trim()}`, edited: true };
}
