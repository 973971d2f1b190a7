/**
 * The reward-model stage: draw pairs from the policy, let labelers judge them, train on their preferences, and then, where
 * the visitor has labelled too, go over the visitor's labels. Own preferences take the simulated labelers' place.
 */
import { deriveSeed } from '../../engine/tensor/random.ts';
import { type PairPrediction, type RewardModelRun, createRewardModel } from '../../rlhf/rewardModel.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import { drawRlPrompts } from '../../world/prompts/rlPrompts.ts';
import { seededRandom } from '../../world/random.ts';
import type { CandidatePair, LabelerId, Preference } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import { drawPairs, labelPairs, practicePrompts, tokenizePreferences } from '../draw/preferenceData.ts';
import type { LabelingSummary, PredictionView } from './stageDetail.ts';
import type { StageOptions, StageOutput, StageRun, StageStep } from './stageRun.ts';
import { type RewardModelStage, settingsOf } from './stageSchemas.ts';

/** What a reward model needs to go on, beyond its weights: what was drawn and labelled stays as it is. */
interface RewardModelMore {
  readonly sets: PreferenceSets;
  readonly before: RewardModel | null;
}

interface PreferenceSets {
  readonly train: readonly Preference[];
  readonly heldout: readonly Preference[];
  readonly own: readonly Preference[];
  readonly summary: LabelingSummary | null;
}

export function openRewardModelStage(stage: RewardModelStage, options: StageOptions): Promise<StageRun> {
  const { executor, model, experiment, inputs, tools } = options;
  const { config, tokenizer } = model;
  const { policy } = inputs;
  const seed = deriveSeed(experiment.seed, 'reward model');
  const resume = options.resume ?? null;
  const kept = resume && (resume.more as RewardModelMore);
  let sets: PreferenceSets | null = kept?.sets ?? null;
  let run: RewardModelRun | null = null;
  let before: RewardModel | null = kept?.before ?? null;
  let lastStep = resume?.step ?? 0;

  /** Draws and labels, or takes what was brought along. */
  async function* collect(): AsyncGenerator<StageStep, PreferenceSets, void> {
    const own = experiment.labels;
    const brought = experiment.data.preferences;
    if (brought.length > 0) {
      const order = seededRandom(seed).shuffle(brought);
      const count = Math.min(stage.heldoutPairs, Math.ceil(order.length / 10));
      return { train: order.slice(count), heldout: order.slice(0, count), own, summary: null };
    }
    const half = Math.ceil(stage.heldoutPairs / 2);
    const isOwn = experiment.data.prompts.length > 0;
    const heldoutPrompts: readonly Prompt[] = isOwn
      ? practicePrompts(experiment, stage.heldoutPairs, deriveSeed(seed, 'heldout'))
      : [
          ...drawRlPrompts({ seed: deriveSeed(seed, 'heldout'), count: half }),
          ...drawRlPrompts({ seed: deriveSeed(seed, 'heldout'), count: half, split: 'heldoutPhrasing' }),
        ];
    const prompts = practicePrompts(experiment, stage.pairs, seed);
    const total = prompts.length + heldoutPrompts.length;
    const drawn = yield* draw(prompts, deriveSeed(seed, 'train pairs'), 0, total);
    const heldoutDrawn = yield* draw(heldoutPrompts, deriveSeed(seed, 'heldout pairs'), prompts.length, total);
    const random = seededRandom(deriveSeed(seed, 'labels'));
    const { preferences, summary } = labelPairs(drawn, stage, experiment, tools, random);
    const heldout = labelPairs(heldoutDrawn, stage, experiment, tools, random);
    return { train: preferences, heldout: heldout.preferences, own, summary };
  }

  async function* draw(
    prompts: readonly Prompt[],
    pairSeed: number,
    before: number,
    total: number,
  ): AsyncGenerator<StageStep, readonly CandidatePair[], void> {
    let pairs: readonly CandidatePair[] = [];
    for await (const part of drawPairs({
      ...{ executor, model, params: policy, prompts, seed: pairSeed },
      ...{ temperature: stage.pairTemperature, maxNewTokens: stage.maxNewTokens, crossedTwins: stage.crossedTwins },
    })) {
      pairs = part.pairs;
      yield { type: 'preparing', what: 'drawing pairs of completions', done: before + part.done, total };
    }
    return pairs;
  }

  async function* steps(): AsyncGenerator<StageStep, void, void> {
    sets ??= yield* collect();
    const { train, heldout, own, summary } = sets;
    const last = { epochs: stage.ownLabelEpochs, pairs: tokenizePreferences(tokenizer, own) };
    const heldoutPairs = tokenizePreferences(tokenizer, heldout);
    const toView = ({ probability, isTie, group, index }: PairPrediction): PredictionView => {
      const { chosenIds, rejectedIds } = heldoutPairs[index]!;
      return { probability, isTie, labeler: group as LabelerId, lengthGap: chosenIds.length - rejectedIds.length };
    };
    run = await createRewardModel({
      ...{ executor, config, params: policy, reference: policy, settings: settingsOf(stage), seed },
      train: tokenizePreferences(tokenizer, train),
      heldout: heldoutPairs,
      last,
      ...(resume ? { resume } : {}),
    });
    let isFirst = resume === null;
    for await (const { predictions, isBeforeLast, ...step } of run.steps()) {
      if (isBeforeLast) before = await run.model();
      if (isFirst && summary) {
        yield { type: 'step', ...step, isLastPhase: false, metrics: {}, detail: { kind: 'labeling', summary } };
      }
      isFirst = false;
      lastStep = step.step;
      const detail = predictions && { kind: 'predictions' as const, predictions: predictions.map(toView) };
      yield { type: 'step', ...step, isLastPhase: true, ...(detail ? { detail } : {}) };
    }
  }

  return Promise.resolve({
    kind: 'rewardModel',
    totalSteps: 0,
    steps,
    change: () => undefined,
    watch: () => undefined,
    evals: () => ({}),
    output: async (): Promise<StageOutput | null> => run && { kind: 'rewardModel', model: await run.model(), before },
    async state() {
      if (!run || !sets) throw new TypeError('no step was taken yet');
      return { step: lastStep, train: await run.state(), more: { sets, before } satisfies RewardModelMore };
    },
    async dispose() {
      await run?.dispose();
    },
  });
}
