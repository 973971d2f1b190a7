/** How large an experiment is before any of it is run: what its stages come to, each as its kind says. Pure. */
import { lab1m, type ModelConfig } from '../../engine/nn/config.ts';
import { largest } from '../../rlhf/numerics.ts';
import { settingsOf, specOf, type Stage, type StageId } from '../stages/kinds.ts';
import type { StageWork } from '../stages/stageWork.ts';
import type { StageDocument } from './worldSchemas.ts';

export interface StageSize extends StageWork {
  readonly id: StageId;
}

export interface ExperimentSize {
  /** In the experiment's order. */
  readonly stages: readonly StageSize[];
  /** Sums over the stages; of `bytes` the most of any, since one runs at a time. */
  readonly whole: StageWork;
}

/** @param model the shape of the model it is run on */
export function experimentSize(
  experiment: { readonly stages: readonly Stage[] } & Pick<StageDocument, 'labels' | 'data'>,
  model: ModelConfig = lab1m,
): ExperimentSize {
  const { demonstrations, preferences } = experiment.data;
  const rows = {
    demonstrations: demonstrations.length,
    preferences: preferences.length,
    labels: experiment.labels.length,
  };
  const stages = experiment.stages.map((stage) => ({
    id: stage.id,
    ...specOf(stage.kind).work(settingsOf(stage), { model, rows }),
  }));
  const sum = (of: (stage: StageSize) => number) => stages.reduce((total, stage) => total + of(stage), 0);
  return {
    stages,
    whole: {
      optimizerSteps: sum(({ optimizerSteps }) => optimizerSteps),
      trainedTokens: sum(({ trainedTokens }) => trainedTokens),
      completions: sum(({ completions }) => completions),
      drawnTokens: sum(({ drawnTokens }) => drawnTokens),
      bytes: largest([0, ...stages.map(({ bytes }) => bytes)]),
    },
  };
}
