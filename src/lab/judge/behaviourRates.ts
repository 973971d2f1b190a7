/** How often each behaviour shows among replies that could show it. Pure. */
import { type Behaviour, behaviourNames } from '../../world/behaviours/names.ts';
import type { ShareEstimate } from '../desk/deskTypes.ts';
import type { SurveyedReply } from '../run/protocol.ts';
import { wilsonInterval } from './wilson.ts';

export { behaviourNames };

export interface BehaviourRate {
  readonly behaviour: Behaviour;
  /** Of the replies to prompts on which it can show, with its 95 % interval. */
  readonly share: ShareEstimate;
}

/** @returns one a behaviour, in the order of their names; n is 0 for one that no prompt can show */
export function behaviourRates(replies: readonly SurveyedReply[]): readonly BehaviourRate[] {
  return (Object.keys(behaviourNames) as Behaviour[]).map((behaviour) => {
    const able = replies.filter(({ possible }) => possible.includes(behaviour));
    const showing = repliesShowing(able, behaviour).length;
    return { behaviour, share: wilsonInterval(able.length === 0 ? 0 : showing / able.length, able.length) };
  });
}

export function repliesShowing(replies: readonly SurveyedReply[], behaviour: Behaviour): readonly SurveyedReply[] {
  return replies.filter(({ sightings }) => sightings.some((one) => one.behaviour === behaviour));
}
