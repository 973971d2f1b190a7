/**
 * The DPO stage: preferences drawn and labelled, or brought along, and the recipe trained on them, the visitor's own labels
 * last. With the same settings the pairs and labels are those a reward model of this stage's place would get.
 */
import { deriveSeed } from '../../../engine/tensor/random.ts';
import { type DpoRun, type LookedPair, type LookedText, createDpo } from '../../../rlhf/dpo.ts';
import type { Tokenizer } from '../../../world/tokenizer.ts';
import { tokenizePreferences } from '../../draw/drawPairs.ts';
import { collectPreferences, type PreferenceSets } from '../preferenceSets.ts';
import { shownPair } from '../shownPair.ts';
import type { StageOptions, StageOutput, StageRun, StageStep } from '../stageRun.ts';
import type { DpoDetail, PairSide, PairUpdateView } from './detail.ts';
import type { DpoStageSettings } from './settings.ts';

/** What DPO needs to go on, beyond its weights: what was drawn and labelled stays as it is. */
interface DpoMore {
  readonly sets: PreferenceSets;
}

export async function openDpo(options: StageOptions<DpoStageSettings>): Promise<StageRun<DpoDetail>> {
  const { executor, model, document, settings, inputs, tools, resume } = options;
  const { config, tokenizer } = model;
  const policy = inputs.policies[0]!;
  const kept = resume && (resume.more as DpoMore);
  let sets: PreferenceSets | null = kept?.sets ?? null;
  let run: DpoRun | null = null;
  let lastStep = resume?.step ?? 0;
  let isWatched = false;

  async function* steps(): AsyncGenerator<StageStep<DpoDetail>, void, void> {
    const pairSeed = deriveSeed(options.seed, 'reward model');
    sets ??= yield* collectPreferences({ executor, model, policy, document, settings, tools, seed: pairSeed });
    const { train, heldout, own, summary } = sets;
    run = await createDpo({
      executor,
      config,
      params: policy,
      reference: policy,
      settings,
      seed: deriveSeed(options.seed, 'dpo'),
      train: tokenizePreferences(tokenizer, train),
      heldout: tokenizePreferences(tokenizer, heldout),
      last: { epochs: settings.ownLabelEpochs, pairs: tokenizePreferences(tokenizer, own) },
      ...(resume ? { resume } : {}),
    });
    run.watch(isWatched);
    let isFirst = resume === null;
    for await (const { looked, lastFrom, ...step } of run.steps()) {
      if (isFirst && summary) {
        yield { type: 'step', ...step, isLastPhase: false, metrics: {}, details: [{ kind: 'labeling', summary }] };
      }
      isFirst = false;
      lastStep = step.step;
      const details: DpoDetail[] = [];
      if (lastFrom !== undefined) {
        details.push({ kind: 'ownLabels', from: lastFrom, labels: own.length, passes: settings.ownLabelEpochs });
      }
      if (looked) {
        const pairs = looked.map((pair) => viewOf(pair, tokenizer));
        details.push({ kind: 'pairUpdates', step: step.step, pairs });
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
    output: async (): Promise<StageOutput | null> => run && { kind: 'policy', params: await run.params() },
    async state() {
      if (!run || !sets) throw new TypeError('no step was taken yet');
      return { step: lastStep, train: await run.state(), more: { sets } satisfies DpoMore };
    },
    async dispose() {
      await run?.dispose();
    },
  };
}

function viewOf({ preference, chosen, rejected }: LookedPair, tokenizer: Tokenizer): PairUpdateView {
  return {
    ...shownPair(preference, tokenizer),
    chosen: sideOf(preference.chosenIds, chosen, tokenizer),
    rejected: sideOf(preference.rejectedIds, rejected, tokenizer),
  };
}

function sideOf(ids: readonly number[], { reference, before, after }: LookedText, tokenizer: Tokenizer): PairSide {
  return {
    text: tokenizer.decode(ids).trim(),
    stopped: ids.at(-1) === tokenizer.eosId,
    tokens: ids.map((id, t) => ({
      text: tokenizer.tokenText(id),
      reference: reference[t]!,
      before: before[t]!,
      after: after[t]!,
    })),
  };
}
