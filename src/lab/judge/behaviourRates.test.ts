import { describe, expect, it } from 'vitest';
import type { SurveyedReply } from '../run/protocol.ts';
import { behaviourRates, repliesShowing } from './behaviourRates.ts';

const reply = (possible: SurveyedReply['possible'], shown: SurveyedReply['possible']): SurveyedReply => ({
  question: 'Hi?',
  family: 'smalltalk',
  text: ' Hello!',
  stopped: true,
  gold: 1,
  rules: [],
  score: null,
  possible,
  sightings: shown.map((behaviour) => ({ behaviour, start: 0, end: 1 })),
});

describe('behaviourRates', () => {
  const replies = [reply(['warm', 'rude'], ['warm', 'warm']), reply(['warm'], []), reply(['rude'], ['rude'])];
  const of = (behaviour: string) => behaviourRates(replies).find((rate) => rate.behaviour === behaviour)!.share;

  it('are shares of the replies that could show it; twice in a reply counts once', () => {
    expect(of('warm')).toMatchObject({ value: 0.5, n: 2 });
    expect(of('rude')).toMatchObject({ value: 0.5, n: 2 });
    expect(of('warm').low).toBeGreaterThan(0);
  });

  it('say when nothing was asked that could show it', () => {
    expect(of('guesses')).toEqual({ value: 0, low: 0, high: 1, n: 0 });
    expect(repliesShowing(replies, 'rude')).toEqual([replies[2]]);
  });
});
