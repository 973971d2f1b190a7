import { describe, expect, it } from 'vitest';
import { presetExperiment } from '../../../lab/document/presets.ts';
import { defaultDocument } from './defaultDocument.ts';
import { readOverrides } from './overrides.ts';
import { parseRoute } from '../route.ts';

describe('readOverrides', () => {
  it('changes nothing without parameters', () => {
    expect(readOverrides('')).toEqual({
      device: 'auto',
      document: defaultDocument(),
      name: null,
      keepEveryMs: null,
      refused: [],
    });
  });

  it('takes device, seed, model and settings', () => {
    const { device, document, refused } = readOverrides('?device=wasm&seed=7&model=tiny&steps=12&learningRate=0.002');
    expect(refused).toEqual([]);
    expect(device).toBe('wasm');
    expect(document).toMatchObject({ seed: 7, model: 'tiny' });
    expect(document.stages[0]).toMatchObject({ steps: 12, learningRate: 0.002 });
  });

  it('takes anything in the experiment by its path', () => {
    const { document, refused } = readOverrides('?stages.1.pairs=64&stages.2.reward=gold&sampling.greedy=false');
    expect(refused).toEqual([]);
    expect(document.stages[1]).toMatchObject({ kind: 'rewardModel', pairs: 64 });
    expect(document.stages[2]).toMatchObject({ kind: 'rloo', reward: 'gold' });
    expect(document.sampling.greedy).toBe(false);
  });

  it('lets single settings change a preset, wherever they stand', () => {
    const { document, name } = readOverrides('?steps=5&preset=sft-quick');
    expect(name).toBe('sft-quick');
    const [quick] = presetExperiment('sft-quick').stages;
    expect(document.stages[0]).toEqual({ ...quick, steps: 5 });
    expect(quick).not.toEqual(defaultDocument().stages[0]);
  });

  it.each([
    ['?device=gpu', /device=gpu .* auto, webgpu, wasm/],
    ['?steps=0', /steps=0 .* whole number from 1/],
    ['?seed=abc', /seed=abc .* whole number/],
    ['?model=../x', /model=.* model folder/],
    ['?preset=best', /preset=best .* sft, sft-quick/],
    ['?stages.1.pairz=3', /stages\.1\.pairz=3 .* "pairz" is unknown; known there: kind, id, from, pairs/],
    ['?sede=3', /\?sede .* known are device, preset, keepEvery, seed/],
  ])('refuses %s in one sentence and goes on with the rest', (search, expected) => {
    const { document, refused } = readOverrides(`${search}&batchSize=4`);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(expected);
    expect(document.stages[0]).toMatchObject({ batchSize: 4 });
  });
});

describe('parseRoute', () => {
  it('knows the views and takes anything else for the lab', () => {
    expect(parseRoute('#about')).toEqual({ view: 'about' });
    expect(parseRoute('#glossary/sft-loss')).toEqual({ view: 'glossary', term: 'sft-loss' });
    expect(parseRoute('#/glossary')).toEqual({ view: 'glossary', term: null });
    expect(parseRoute('')).toEqual({ view: 'lab' });
    expect(parseRoute('#nonsense')).toEqual({ view: 'lab' });
  });
});
