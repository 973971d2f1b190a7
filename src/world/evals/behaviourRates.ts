/** How often replies show each behaviour, among those whose prompts let them: the figures of a behaviours panel. Pure. */
import { behavioursOf, detectBehaviours, type SeenReply } from '../behaviours/detect.ts';
import { type Behaviour, behaviourNames } from '../behaviours/names.ts';
import type { Prompt } from '../types.ts';
import { type EvalValue, rateOf } from './statistics.ts';

export interface ShownReply extends SeenReply {
  readonly prompt: Prompt;
}

/** @returns a rate for every behaviour that some prompt can show; n counts those replies */
export function behaviourRates(replies: readonly ShownReply[]): Partial<Record<Behaviour, EvalValue>> {
  const outcomes = new Map<Behaviour, boolean[]>();
  for (const reply of replies) {
    const shown = new Set(detectBehaviours(reply.prompt, reply).map(({ behaviour }) => behaviour));
    for (const behaviour of behavioursOf(reply.prompt)) {
      const of = outcomes.get(behaviour) ?? [];
      of.push(shown.has(behaviour));
      outcomes.set(behaviour, of);
    }
  }
  const names = Object.keys(behaviourNames) as Behaviour[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const of = outcomes.get(name);
      return of ? [[name, rateOf(of)]] : [];
    }),
  );
}
