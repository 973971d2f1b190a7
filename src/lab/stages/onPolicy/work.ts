/** The work of on-policy RL, whatever its algorithm: rollouts, and passes over them in packed batches. */
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
import type { OnPolicyStageSettings } from './settings.ts';

/** Rows of a packed pass, and completions drawn together (rlhf/onPolicy.ts). */
const ROWS = 8;
const DRAWN_TOGETHER = 64;
/** Held-out completions of a measurement of gold (openOnPolicy.ts). */
const PROBED = 128;
/** Of a packed pass's tokens, so many can be a completion's (rlhf/onPolicy.ts). */
const SLOT_SHARE = 0.6;

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
  const passTokens = ROWS * model.contextLength;
  const stepsOfEpoch = Math.min(minibatches, completions);
  const passesOfEpoch = Math.max(
    stepsOfEpoch,
    Math.ceil((completions * (PROMPT_TOKENS + length)) / passTokens),
    Math.ceil((completions * length) / (SLOT_SHARE * passTokens)),
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
      passBytes(model, ROWS, model.contextLength) +
      drawingBytes(model, DRAWN_TOGETHER, maxNewTokens) +
      textBytes(completions, length) +
      textBytes(settings.prompts, PROMPT_TOKENS),
  };
}
