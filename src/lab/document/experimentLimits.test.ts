import { describe, expect, it } from 'vitest';
import { parseExperiment } from './experiment.ts';
import { experimentSize } from './experimentSize.ts';
import { PRESETS, presetExperiment } from './presets.ts';

const largest = { steps: 20_000, batchSize: 256, sequenceLength: 128 };
const rl = { kind: 'rloo', reward: 'gold' };

describe('the limits of an experiment', () => {
  it.each([
    [
      'SFT at all its ends',
      { kind: 'sft', ...largest },
      /experiment\.stages\.0 is .* trains on 655,360,000 tokens, of 200,000,000 at most: lower its steps/,
    ],
    [
      'RL of the most completions and updates',
      { ...rl, updates: 20_000, promptsPerUpdate: 1024, completionsPerPrompt: 64 },
      /trains on [\d,]+ tokens/,
    ],
    [
      'many small rollouts',
      {
        ...rl,
        updates: 20_000,
        promptsPerUpdate: 64,
        completionsPerPrompt: 4,
        maxNewTokens: 4,
        epochs: 1,
        minibatches: 1,
      },
      /draws 5,120,000 completions, of 2,000,000 at most: lower its updates/,
    ],
    [
      'a batch beyond what WebAssembly holds',
      { kind: 'sft', steps: 1, batchSize: 256, sequenceLength: 2048 },
      /GB of memory/,
    ],
  ])('refuse %s, and name the setting to lower', (_what, stage, message) => {
    expect(() => parseExperiment({ stages: [stage] })).toThrow(message);
  });

  it('count all stages together, and name the one that asks for most', () => {
    const stages = [{ kind: 'sft', steps: 50 }, ...Array.from({ length: 20 }, () => ({ kind: 'sft', steps: 8000 }))];
    expect(() => parseExperiment({ stages })).toThrow(/experiment\.stages\.1 is .* trains on [\d,]+ tokens/);
    expect(() => parseExperiment({ stages: stages.slice(0, 5) })).not.toThrow();
    const tiny = { kind: 'rewardModel', pairs: 20_000, epochs: 20, batchSize: 2, sequenceLength: 64, maxNewTokens: 20 };
    expect(() => parseExperiment({ stages: [tiny] })).not.toThrow();
    expect(() => parseExperiment({ stages: [tiny, tiny] })).toThrow(
      /takes 800,000 optimizer steps, of 500,000 at most/,
    );
  });

  it('leave fifty times what the presets ask for, and ten times their memory', () => {
    for (const { name } of PRESETS) {
      const { trainedTokens, optimizerSteps, completions, bytes } = experimentSize(presetExperiment(name)).whole;
      expect(50 * trainedTokens).toBeLessThan(200e6);
      expect(50 * optimizerSteps).toBeLessThan(500e3);
      expect(50 * completions).toBeLessThan(2e6);
      expect(10 * bytes).toBeLessThan(4 * 2 ** 30);
    }
    const ambitious = { kind: 'sft', steps: 20_000, batchSize: 64 };
    expect(() => parseExperiment({ stages: [ambitious] })).not.toThrow();
  });
});
