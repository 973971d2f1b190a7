import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../lab/export/recording.ts';
import { advance } from '../../store/present/presentActions.ts';
import { deedOf } from './presentKeys.ts';

const CARDS = ['base', 'sft', 'rewardModel', 'ppo', 'rewardModel-2', 'ppo-2', 'compare'];
const press = (key: string) => deedOf(key, CARDS);

describe('the keys of presenter mode', () => {
  it('are space, the right arrow, the numbers and Escape', () => {
    expect(press(' ')).toEqual({ kind: 'toggle' });
    expect(press('ArrowRight')).toEqual({ kind: 'step' });
    expect(press('Escape')).toEqual({ kind: 'leave' });
    expect(press('1')).toEqual({ kind: 'card', card: 'base' });
    expect(press('6')).toEqual({ kind: 'card', card: 'ppo-2' });
    expect(press('7')).toEqual({ kind: 'card', card: 'compare' });
    for (const key of ['0', '8', 'a', 'Enter', '12']) expect(press(key)).toBeNull();
  });
});

describe('replaying', () => {
  const recording: Recording = {
    key: 'k',
    stage: 'sft',
    kind: 'sft',
    totalSteps: 100,
    series: {},
    changes: [],
    experimentName: 'mine',
    at: null,
    device: 'CPU',
    seconds: 50,
    completions: [],
    origin: 'trained here',
  };
  const at = (step: number) => ({ recording, step, isPlaying: true });

  it('goes at the pace of the training, or a multiple of it', () => {
    expect(advance(at(10), 1000, 1)).toEqual({ step: 12, isPlaying: true });
    expect(advance(at(10), 1000, 4)).toEqual({ step: 18, isPlaying: true });
  });

  it('ends at the last step', () => {
    expect(advance(at(99), 10_000, 16)).toEqual({ step: 100, isPlaying: false });
  });
});
