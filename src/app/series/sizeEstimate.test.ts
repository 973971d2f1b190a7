import { describe, expect, it } from 'vitest';
import { experimentSize } from '../../lab/document/experimentSize.ts';
import { parseExperiment } from '../../lab/document/experiment.ts';
import { PRESETS, presetExperiment } from '../../lab/document/presets.ts';
import { describeSize, estimateSize, questionOf } from './sizeEstimate.ts';

const sizes = (experiment: object) => experimentSize(parseExperiment(experiment));
const [sft, rewardModel, rl] = experimentSize(presetExperiment('instructgpt')).stages;

describe('estimateSize', () => {
  it('comes within a factor of 1.5 of what the default stages took where the reference was measured', () => {
    const measured: [typeof sft, number][] = [
      [sft, 225],
      [rewardModel, 200],
      [rl, 370],
    ];
    for (const [size, seconds] of measured) {
      const estimate = estimateSize(size!, null, null);
      expect(Math.abs(Math.log(estimate.seconds / seconds))).toBeLessThan(Math.log(1.5));
    }
  });

  it('follows the pace of the machine and the size of the model', () => {
    const { seconds } = estimateSize(sft!, 922_752, null);
    expect(estimateSize(sft!, 922_752, { device: 'CPU', factor: 0.5 }).seconds).toBeCloseTo(seconds / 2, 9);
    expect(estimateSize(sft!, 3 * 922_752, null).seconds).toBeCloseTo(3 * seconds, 9);
  });
});

describe('questionOf', () => {
  it.each(PRESETS.map(({ name }) => name))('asks nothing about the stages of %s', (name) => {
    for (const stage of experimentSize(presetExperiment(name)).stages) {
      expect(questionOf(estimateSize(stage, null, null))).toBeNull();
    }
  });

  it('asks about hours and about gigabytes, in words', () => {
    const long = sizes({ stages: [{ kind: 'sft', steps: 20_000, batchSize: 32 }] }).whole;
    expect(questionOf(estimateSize(long, null, null))).toMatch(
      /^This stage takes about \d+ h and [\d.]+ MB, guessed from two CPU cores\. Start it\?$/,
    );
    const large = sizes({ stages: [{ kind: 'sft', steps: 10, batchSize: 128 }] }).whole;
    expect(questionOf(estimateSize(large, null, null))).toMatch(/ GB/);
  });
});

it('says size and cost in one line', () => {
  expect(describeSize(rl!, estimateSize(rl!, null, null))).toBe(
    '1.04 M tokens, 15.4 k completions, 190 MB, about 6 min (a guess)',
  );
  const measured = estimateSize(sft!, null, { device: 'CPU', factor: 2 });
  expect(describeSize(sft!, measured)).toBe('1.15 M tokens, 250 MB, about 6 min');
});
