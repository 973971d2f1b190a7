import { describe, expect, it } from 'vitest';
import { lab1m, lab3m } from '../../engine/nn/config.ts';
import { stageKinds } from '../stages/kinds.ts';
import { parseExperiment } from './experiment.ts';
import { experimentSize } from './experimentSize.ts';

const sizeOf = (...stages: object[]) => experimentSize(parseExperiment({ stages }));

describe('experimentSize', () => {
  it('counts SFT by steps, rows and length', () => {
    const [sft] = sizeOf({ kind: 'sft', steps: 30, batchSize: 8, sequenceLength: 64 }).stages;
    expect(sft).toMatchObject({ id: 'sft', optimizerSteps: 30, trainedTokens: 30 * 8 * 64, completions: 0 });
  });

  it('counts rollouts and minibatches of every update, and of the one that warms a critic up', () => {
    const settings = { updates: 5, promptsPerUpdate: 8, completionsPerPrompt: 2, epochs: 3, minibatches: 4 };
    const rloo = { optimizerSteps: 5 * 3 * 4, completions: 5 * 16 };
    expect(sizeOf({ kind: 'rloo', reward: 'gold', ...settings }).whole).toMatchObject(rloo);
    const ppo = { optimizerSteps: (5 * 3 + 2) * 4, completions: 6 * 16 };
    expect(sizeOf({ kind: 'ppo', reward: 'gold', valueWarmupEpochs: 2, ...settings }).whole).toMatchObject(ppo);
  });

  it('takes at most one step for each completion, and several passes where they do not fit one', () => {
    const few = { kind: 'rloo', reward: 'gold', updates: 1, promptsPerUpdate: 1, completionsPerPrompt: 2 };
    expect(sizeOf({ ...few, minibatches: 64 }).whole.optimizerSteps).toBe(2);
    const many = { ...few, promptsPerUpdate: 1024, minibatches: 1 };
    // 2,048 completions of 40 tokens at most; a pass has room for 614 tokens of completions.
    expect(sizeOf(many).whole).toMatchObject({
      optimizerSteps: 1,
      trainedTokens: Math.ceil((2048 * 40) / 614.4) * 1024,
    });
  });

  it('draws two completions a pair, and none where preferences are brought along', () => {
    const stages = [{ kind: 'rewardModel', pairs: 100, heldoutPairs: 20 }];
    const row = { id: 'a', prompt: 'q', chosen: 'yes', rejected: 'no', labeler: 'you' };
    const brought = parseExperiment({ stages, data: { preferences: Array.from({ length: 50 }, () => row) } });
    expect(sizeOf(...stages).whole.completions).toBe(240);
    expect(experimentSize(brought).whole.completions).toBe(0);
  });

  it('needs more memory for a larger model and for longer batches', () => {
    const experiment = parseExperiment({});
    const { bytes } = experimentSize(experiment, lab1m).whole;
    expect(experimentSize(experiment, lab3m).whole.bytes).toBeGreaterThan(2 * bytes);
    expect(sizeOf({ kind: 'sft', batchSize: 64 }).whole.bytes).toBeGreaterThan(2 * bytes);
  });

  it('adds stages up, and takes the most memory of any', () => {
    const { stages, whole } = sizeOf({ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'rloo' });
    expect(whole.optimizerSteps).toBe(stages.reduce((total, { optimizerSteps }) => total + optimizerSteps, 0));
    expect(whole.bytes).toBe(Math.max(...stages.map(({ bytes }) => bytes)));
  });

  it.each(stageKinds)('gives whole finite numbers for %s', (kind) => {
    const { whole } = sizeOf({ kind: 'sft' }, { kind });
    for (const value of Object.values(whole)) expect(Number.isSafeInteger(value)).toBe(true);
  });
});
