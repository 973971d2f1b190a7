/** From a pair and somebody's choice to the record that is kept of it. */
import type { CandidatePair, LabelerId, Preference } from './types.ts';

export type Choice = 'a' | 'b' | 'tie' | 'bothBad';

/** @param margin how much better, in units of reward, when the labeler says so */
export function toPreference(pair: CandidatePair, choice: Choice, labeler: LabelerId, margin?: number): Preference {
  const [chosen, rejected] = choice === 'b' ? [pair.b, pair.a] : [pair.a, pair.b];
  return {
    id: pair.id,
    prompt: pair.prompt.text,
    chosen: chosen.text,
    rejected: rejected.text,
    ...(!chosen.stopped && { chosenStopped: false }),
    ...(!rejected.stopped && { rejectedStopped: false }),
    ...(choice === 'tie' && { tie: true }),
    ...(choice === 'bothBad' && { bothBad: true }),
    ...(margin !== undefined && { margin }),
    labeler,
    family: pair.prompt.family,
  };
}
