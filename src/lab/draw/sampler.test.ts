import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { initParams } from '../../engine/nn/paramLayout.ts';
import { rewardLayout } from '../../rlhf/rewardGraph.ts';
import { tinyConfig, tinyModel } from '../../testing/tinyModel.ts';
import { meanOf } from '../../world/evals/statistics.ts';
import { defaultSpec } from '../../world/spec/gold.ts';
import { Completer, promptSeeds } from './completions.ts';
import type {
  EvaluateRequest,
  PolicySnapshot,
  RewardModelSnapshot,
  SampleRequest,
  SamplingSettings,
} from '../run/protocol.ts';
import { Sampler } from './sampler.ts';

const model = tinyModel();
const sampling: SamplingSettings = { temperature: 1, topP: 1, greedy: false, maxNewTokens: 12, seed: 3 };
const prompts: SampleRequest['prompts'] = [
  { id: 'a', family: 'facts/known', text: 'User: Hi\nAssistant:' },
  { id: 'b', family: 'writing', text: 'User: Tell me about cats\nAssistant:' },
  { id: 'c', family: 'open', text: 'A' },
];
const request = { device: 'auto', modelsUrl: 'http://localhost/models/', model: 'tiny' } as const;

let native: Executor;
let sampler: Sampler;
beforeAll(async () => {
  native = await openNative({ threads: 1 });
  const executor: Executor = { ...native, dispose: () => Promise.resolve() };
  const report = { device: native.info, reason: 'a test', considered: [] };
  sampler = new Sampler({
    open: () => Promise.resolve({ executor, report, fallback: null }),
    load: () => Promise.resolve(model),
    tools: () => Promise.resolve({ isWord: () => true }),
  });
});
afterAll(async () => {
  await sampler.dispose();
  await native.dispose();
});

describe('Sampler', () => {
  it('refuses to sample before it has a model', async () => {
    await expect(sampler.sample({ policy: 'base', prompts, sampling })).rejects.toThrow('no model is loaded yet');
    await sampler.init(request);
  });

  it('answers every prompt in order, with a text that is its tokens', async () => {
    const completions = await sampler.sample({ policy: 'base', prompts, sampling });
    expect(completions.map(({ promptId, family, prompt }) => [promptId, family, prompt])).toEqual(
      prompts.map(({ id, family, text }) => [id, family, text]),
    );
    for (const { tokens, text, stopped, logprob } of completions) {
      expect(text).toBe(model.tokenizer.decode(tokens.map(({ id }) => id)));
      expect(stopped).toBe(tokens.at(-1)?.id === tinyConfig.eosId);
      expect(tokens.length).toBe(stopped ? tokens.length : sampling.maxNewTokens);
      expect(logprob).toBeCloseTo(
        tokens.reduce((sum, token) => sum + token.logprob, 0),
        5,
      );
      expect(Math.max(...tokens.map((token) => token.logprob))).toBeLessThan(0);
    }
  });

  it('gives a prompt the same completion alone and among others', async () => {
    const together = await sampler.sample({ policy: 'base', prompts, sampling });
    const alone = await sampler.sample({ policy: 'base', prompts: [prompts[1]!], sampling });
    expect(alone[0]?.text).toBe(together[1]?.text);
    expect(alone[0]?.logprob).toBeCloseTo(together[1]!.logprob, 4);
  });

  it('draws from the weights it was last sent', async () => {
    const snapshot = (seed: number): PolicySnapshot => {
      return { kind: 'policy', stageId: 'sft', params: initParams(tinyConfig, seed), step: 1 };
    };
    const draw = (policy: string) => sampler.sample({ policy, prompts, sampling });
    await sampler.setWeights(snapshot(1)); // the base's own
    expect(await draw('sft')).toEqual(await draw('base'));
    await sampler.setWeights(snapshot(2));
    expect(await draw('sft')).not.toEqual(await draw('base'));
  });

  it('refuses weights of another model, unknown checkpoints, and empty or long prompts', async () => {
    const bad: PolicySnapshot = { kind: 'policy', stageId: 'sft', params: new Float32Array(3), step: 0 };
    await expect(sampler.setWeights(bad)).rejects.toThrow(/have 3 values/);
    await expect(sampler.sample({ policy: 'rl', prompts, sampling })).rejects.toThrow(/no weights for "rl"/);
    const ask = (text: string) =>
      sampler.sample({ policy: 'base', prompts: [{ id: 'x', family: 'open', text }], sampling });
    await expect(ask('')).rejects.toThrow(/prompt is empty/);
    await expect(ask('x'.repeat(256))).rejects.toThrow(/256 tokens, but the model reads at most 255/);
  });
});

describe('Sampler as a judge', () => {
  const quick = (policy: string): EvaluateRequest => {
    return { policy, reference: null, rewardModel: null, size: 'quick', seed: 3, spec: defaultSpec };
  };
  const size = rewardLayout(tinyConfig, 'lastToken').size;
  const snapshot: RewardModelSnapshot = {
    kind: 'rewardModel',
    stageId: 'judge',
    step: 9,
    // A score of (0.5 − 1) / 2 for any text: all weights 0 but the head's bias, the last of the layout.
    model: { head: 'lastToken', params: biasAlone(size, 0.5), reference: model.params, mean: 1, sd: 2 },
    before: null,
  };

  function biasAlone(count: number, bias: number): Float32Array {
    const { entries } = rewardLayout(tinyConfig, 'lastToken');
    const params = new Float32Array(count);
    params[entries.find(({ name }) => name === 'score.bias')!.offset] = bias;
    return params;
  }

  it('draws as many pairs as asked, of two different completions, from own prompts too', async () => {
    const pair = { policy: 'base', temperature: 1.25, seed: 2 } as const;
    const pairs = await sampler.drawPairs({ ...pair, count: 5 });
    expect(pairs).toHaveLength(5);
    for (const { a, b } of pairs) expect(a.text).not.toBe(b.text);
    expect(await sampler.drawPairs({ ...pair, count: 5 })).toEqual(pairs);
    const own = await sampler.drawPairs({ ...pair, count: 4, prompts: ['Sing.', 'Dance.'] });
    expect(new Set(own.map(({ prompt }) => prompt.question))).toEqual(new Set(['Sing.', 'Dance.']));
  });

  it('scores a text after each of its tokens, end of text included', async () => {
    const asked = { rewardModel: 'judge', prompt: 'Hi', completion: 'Yes', which: 'now' } as const;
    await expect(sampler.probeReward(asked)).rejects.toThrow(/no reward model yet/);
    await sampler.setWeights(snapshot);
    await expect(sampler.probeReward({ ...asked, which: 'before' })).rejects.toThrow(/without your labels/);
    await expect(sampler.probeReward({ ...asked, rewardModel: 'other' })).rejects.toThrow(/no reward model yet/);
    const { score, byToken } = await sampler.probeReward(asked);
    expect(score).toBeCloseTo(-0.25, 5);
    // Bytes: a space, Y, e, s, and the end.
    expect(byToken.map(({ text }) => text).slice(0, 4)).toEqual([' ', 'Y', 'e', 's']);
    expect(byToken).toHaveLength(5);
  });

  it('answers other requests while it evaluates', async () => {
    const order: string[] = [];
    await Promise.all([
      sampler.evaluate(quick('base')).then((evals) => {
        order.push('evaluated');
        expect(evals['gold/mean']).toMatchObject({ n: 50 });
        expect(evals['kl/k1']).toBeUndefined();
      }),
      sampler.sample({ policy: 'base', prompts, sampling }).then(() => order.push('sampled')),
    ]);
    expect(order).toEqual(['sampled', 'evaluated']);
  });

  it('judges and asks weights that are no column as it does a column, and stops when told', async () => {
    const params = initParams(tinyConfig, 2);
    await sampler.setWeights({ kind: 'policy', stageId: 'sft', params, step: 1 });
    const perPrompt = ['gold/mean', 'bits_per_byte'];
    const request = { params, reference: null, size: 'quick', seed: 3, spec: defaultSpec, perPrompt } as const;
    const parts: [number, number][] = [];
    const { evals, perPrompt: golds } = await sampler.evaluateWeights(request, (...part) => parts.push(part) > 0);
    expect(Object.keys(golds)).toEqual(['gold/mean']);
    expect(meanOf(golds['gold/mean']!)).toEqual(evals['gold/mean']);
    expect(evals).toEqual(await sampler.evaluate(quick('sft')));
    expect(parts[0]).toEqual([1, parts[0]![1]]);
    expect(parts).toHaveLength(parts[0]![1] - 1);
    expect(await sampler.sampleWeights(params, { prompts, sampling })).toEqual(
      await sampler.sample({ policy: 'sft', prompts, sampling }),
    );
    const stopped = sampler.evaluateWeights({ ...request, params: null }, (done) => done < 2);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortedError' });
    const misfit = sampler.evaluateWeights({ ...request, reference: new Float32Array(3) }, () => true);
    await expect(misfit).rejects.toThrow(/have 3 values/);
  });

  it('judges RL against SFT, and drops an evaluation when the model is closed', async () => {
    const params = initParams(tinyConfig, 2);
    await sampler.setWeights({ kind: 'policy', stageId: 'ppo', params, step: 1 });
    const compared = await sampler.compare({
      policy: 'ppo',
      against: 'sft',
      rewardModel: 'judge',
      count: 12,
      seed: 4,
      spec: defaultSpec,
    });
    const asked = { ask: { question: 'Name a fruit.', copies: 5 }, rewardModel: 'judge', seed: 4, spec: defaultSpec };
    const crowd = await sampler.survey({ policy: 'ppo', ...asked });
    expect(crowd).toHaveLength(5);
    expect(new Set(crowd.map(({ text }) => text)).size).toBeGreaterThan(1);
    expect(crowd[0]!.score).toBeTypeOf('number');
    for (const { gold, rules, score } of crowd) {
      expect(score).toBe(crowd[0]!.score);
      expect(gold).toBeCloseTo(
        rules.reduce((sum, { contribution }) => sum + contribution, 0),
        12,
      );
    }
    expect(await sampler.survey({ policy: 'ppo', ...asked })).toEqual(crowd);
    const mix = await sampler.survey({ policy: 'sft', ...asked, ask: { count: 4, copies: 2 }, rewardModel: null });
    expect(mix.map(({ question }) => question)).toEqual([0, 0, 2, 2, 4, 4, 6, 6].map((i) => mix[i]!.question));
    expect(mix[0]!.score).toBeNull();
    const signs = compared.pairs.map(({ goldDifference }) => Math.sign(goldDifference));
    const count = (sign: number) => signs.filter((one) => one === sign).length;
    expect(compared.byGold).toEqual({ won: count(1), tied: count(0), lost: count(-1) });
    expect(compared.byRewardModel).toEqual({ won: 0, tied: 12, lost: 0 });
    const evaluation = expect(
      sampler.evaluate({ ...quick('ppo'), reference: 'sft', rewardModel: 'judge' }),
    ).rejects.toMatchObject({
      name: 'AbortedError',
    });
    await sampler.init(request);
    await evaluation;
  });
});

describe('Completer', () => {
  it('says how likely a text is: the sum over all one-token continuations is 1', async () => {
    const completer = new Completer({ executor: native, config: tinyConfig, tokenizer: model.tokenizer, maxBatch: 64 });
    const context = model.tokenizer.encode('The ');
    const sequences = Array.from({ length: tinyConfig.vocabSize }, (_, id) => [...context, id]);
    const logprobs = await completer.logprobs(model.params, sequences);
    const total = logprobs.reduce((sum, row) => sum + Math.exp(row.at(-1)!), 0);
    expect(total).toBeCloseTo(1, 4);
    await completer.dispose();
  });

  it('gives copies of a prompt different seeds, and the same ones again', () => {
    const seeds = promptSeeds(['a', 'b', 'a'], 1);
    expect(new Set(seeds).size).toBe(3);
    expect(promptSeeds(['b', 'a'], 1)).toEqual([seeds[1], seeds[0]]);
    expect(promptSeeds(['a'], 2)).not.toEqual([seeds[0]]);
  });
});
