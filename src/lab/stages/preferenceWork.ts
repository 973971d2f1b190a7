/** The work of stages that learn from pairs: drawing them, and passes over them in packed batches. */
import type { z } from 'zod';
import type { dpoSettings } from '../../rlhf/dpoSettings.ts';
import { DRAWN_TOGETHER, PAIR_SLOT_SHARE } from '../../rlhf/passShapes.ts';
import type { PreferenceSettings } from './preferenceSettings.ts';
import {
  drawingBytes,
  drawnTokens,
  passBytes,
  PROMPT_TOKENS,
  type StageWork,
  textBytes,
  weightBytes,
  type WorkGiven,
} from './stageWork.ts';

type PairTraining = Pick<z.output<typeof dpoSettings>, 'epochs' | 'batchSize' | 'sequenceLength'> & {
  readonly ownLabelEpochs: number;
};

export function preferenceWork(settings: PreferenceSettings & PairTraining, { model, rows }: WorkGiven): StageWork {
  const { batchSize, sequenceLength, maxNewTokens, epochs, ownLabelEpochs } = settings;
  const drawnPairs = rows.preferences > 0 ? 0 : settings.pairs + settings.heldoutPairs;
  const pairs = rows.preferences > 0 ? rows.preferences : settings.pairs;
  const length = drawnTokens(model, maxNewTokens);
  const batchTokens = batchSize * sequenceLength;
  const pairsOfBatch = Math.max(
    1,
    Math.min(
      2 * batchSize,
      Math.floor(batchTokens / (2 * (PROMPT_TOKENS + length))),
      Math.floor((PAIR_SLOT_SHARE * batchTokens) / (2 * length)),
    ),
  );
  const optimizerSteps =
    epochs * Math.ceil(pairs / pairsOfBatch) + ownLabelEpochs * Math.ceil(rows.labels / pairsOfBatch);
  return {
    optimizerSteps,
    trainedTokens: optimizerSteps * batchTokens,
    completions: 2 * drawnPairs,
    drawnTokens: 2 * drawnPairs * length,
    bytes:
      weightBytes(model, 6) +
      Math.max(passBytes(model, batchSize, sequenceLength), drawingBytes(model, DRAWN_TOGETHER, maxNewTokens)) +
      textBytes(2 * (drawnPairs + rows.preferences + rows.labels), length),
  };
}
