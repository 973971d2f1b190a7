/**
 * The reward-model stage: preferences drawn and labelled, or brought along, the recipe trained on them, and then, where the
 * visitor has labelled too, taken over the visitor's labels. The one place where `rlhf/rewardModel.ts` is started.
 */
import { deriveSeed } from '../../../engine/tensor/random.ts';
import {
  type LookedScore,
  type LookedScores,
  type PairPrediction,
  type RewardModelRun,
  createRewardModel,
} from '../../../rlhf/rewardModel.ts';
import type { RewardModel } from '../../../rlhf/rewardScorer.ts';
import type { LabelerId } from '../../../world/spec/types.ts';
import type { Tokenizer } from '../../../world/tokenizer.ts';
import { tokenizePreferences } from '../../draw/drawPairs.ts';
import { collectPreferences, type PreferenceSets } from '../preferenceSets.ts';
import { shownPair } from '../shownPair.ts';
import type { StageOptions, StageOutput, StageRun, StageStep } from '../stageRun.ts';
import type { PredictionView, RewardModelDetail, ScoredPairView, ScoredText } from './detail.ts';
import type { RewardModelStageSettings } from './settings.ts';

/** What a reward model needs to go on, beyond its weights: what was drawn and labelled stays as it is. */
interface RewardModelMore {
  readonly sets: PreferenceSets;
  /** The model before the visitor's own labels. */
  readonly before: RewardModel | null;
}

export async function openRewardModel(
  options: StageOptions<RewardModelStageSettings>,
): Promise<StageRun<RewardModelDetail>> {
  const { executor, model, document, settings, inputs, tools, resume } = options;
  const { config, tokenizer } = model;
  const policy = inputs.policies[0]!;
  const seed = deriveSeed(options.seed, 'reward model');
  const kept = resume && (resume.more as RewardModelMore);
  let sets: PreferenceSets | null = kept?.sets ?? null;
  let run: RewardModelRun | null = null;
  let modelBeforeOwn: RewardModel | null = kept?.before ?? null;
  let lastStep = resume?.step ?? 0;
  let isWatched = false;

  async function* steps(): AsyncGenerator<StageStep<RewardModelDetail>, void, void> {
    sets ??= yield* collectPreferences({ executor, model, policy, document, settings, tools, seed });
    const { train, heldout, own, summary } = sets;
    const heldoutPairs = tokenizePreferences(tokenizer, heldout);
    const toView = ({ probability, isTie, group, index }: PairPrediction): PredictionView => {
      const { chosenIds, rejectedIds } = heldoutPairs[index]!;
      return { probability, isTie, labeler: group as LabelerId, lengthGap: chosenIds.length - rejectedIds.length };
    };
    run = await createRewardModel({
      executor,
      config,
      params: policy,
      reference: policy,
      settings,
      seed,
      train: tokenizePreferences(tokenizer, train),
      heldout: heldoutPairs,
      last: { epochs: settings.ownLabelEpochs, pairs: tokenizePreferences(tokenizer, own) },
      ...(resume ? { resume } : {}),
    });
    let isFirst = resume === null;
    run.watch(isWatched);
    for await (const { predictions, looked, isBeforeLast, lastFrom, ...step } of run.steps()) {
      if (isBeforeLast) modelBeforeOwn = await run.model();
      if (isFirst && summary) {
        yield { type: 'step', ...step, isLastPhase: false, metrics: {}, details: [{ kind: 'labeling', summary }] };
      }
      isFirst = false;
      lastStep = step.step;
      const details: RewardModelDetail[] = [];
      if (predictions) details.push({ kind: 'predictions', predictions: predictions.map(toView) });
      if (lastFrom !== undefined) {
        details.push({ kind: 'ownLabels', from: lastFrom, labels: own.length, passes: settings.ownLabelEpochs });
      }
      if (looked) {
        const pairs = looked.map((pair) => scoredView(pair, tokenizer));
        details.push({ kind: 'scoredPairs', step: step.step, pairs });
      }
      yield { type: 'step', ...step, isLastPhase: true, details };
    }
  }

  return {
    totalSteps: 0,
    steps,
    change: () => undefined,
    watch(watched) {
      isWatched = watched;
      run?.watch(watched);
    },
    evals: () => ({}),
    output: async (): Promise<StageOutput | null> =>
      run && { kind: 'rewardModel', model: await run.model(), before: modelBeforeOwn },
    async state() {
      if (!run || !sets) throw new TypeError('no step was taken yet');
      return {
        step: lastStep,
        train: await run.state(),
        more: { sets, before: modelBeforeOwn } satisfies RewardModelMore,
      };
    },
    async dispose() {
      await run?.dispose();
    },
  };
}

function scoredView({ preference, chosen, rejected }: LookedScores, tokenizer: Tokenizer): ScoredPairView {
  const side = (ids: readonly number[], score: LookedScore): ScoredText => ({
    text: tokenizer.decode(ids).trim(),
    ...score,
  });
  return {
    ...shownPair(preference, tokenizer),
    chosen: side(preference.chosenIds, chosen),
    rejected: side(preference.rejectedIds, rejected),
  };
}
