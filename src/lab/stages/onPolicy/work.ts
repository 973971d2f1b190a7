/** The work of on-policy RL, whatever its algorithm: rollouts, and passes over them in packed batches. */
import { DRAWN_TOGETHER, RL_PASS_ROWS, RL_SLOT_SHARE } from '../../../rlhf/passShapes.ts';
import {
  drawingBytes,
  drawnTokens,
  passBytes,
  PROMPT_TOKENS,
  type StageWork,
  textBytes,
  weightBytes,
  type WorkGiven,
} from '../stageWork.ts';
import { type OnPolicyStageSettings, PROBED } from './settings.ts';

/** What an algorithm needs beyond what every one does. */
interface MoreWork {
  /** Sets of parameters held. */
  readonly models: number;
  /** Epochs over a rollout of its own before the first update; null = there is none. */
  readonly warmupEpochs: number | null;
}

export function onPolicyWork(
  settings: OnPolicyStageSettings,
  { model }: WorkGiven,
  more: MoreWork = { models: 0, warmupEpochs: null },
): StageWork {
  const { updates, epochs, minibatches, maxNewTokens, promptsPerUpdate, completionsPerPrompt, goldEvery } = settings;
  const completions = promptsPerUpdate * completionsPerPrompt;
  const length = drawnTokens(model, maxNewTokens);
  const passTokens = RL_PASS_ROWS * model.contextLength;
  const stepsOfEpoch = Math.min(minibatches, completions);
  const passesOfEpoch = Math.max(
    stepsOfEpoch,
    Math.ceil((completions * (PROMPT_TOKENS + length)) / passTokens),
    Math.ceil((completions * length) / (RL_SLOT_SHARE * passTokens)),
  );
  const allEpochs = updates * epochs + (more.warmupEpochs ?? 0);
  const rollouts = updates + (more.warmupEpochs === null ? 0 : 1);
  const probes = goldEvery > 0 ? Math.ceil(updates / goldEvery) : 0;
  const drawn = rollouts * completions + probes * PROBED;
  return {
    optimizerSteps: allEpochs * stepsOfEpoch,
    trainedTokens: allEpochs * passesOfEpoch * passTokens,
    completions: drawn,
    drawnTokens: drawn * length,
    bytes:
      weightBytes(model, 6 + more.models) +
      passBytes(model, RL_PASS_ROWS, model.contextLength) +
      drawingBytes(model, DRAWN_TOGETHER, maxNewTokens) +
      textBytes(completions, length) +
      textBytes(settings.prompts, PROMPT_TOKENS),
  };
}
