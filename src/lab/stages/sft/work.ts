/** The work of an SFT stage: steps × rows × length. */
import { passBytes, type StageWork, textBytes, weightBytes, type WorkGiven } from '../stageWork.ts';
import type { SftStageSettings } from './settings.ts';

/** Of a row as the plan of all batches holds it. */
const PLANNED_ROW_BYTES = 100;

export function sftWork(settings: SftStageSettings, { model, rows }: WorkGiven): StageWork {
  const { steps, batchSize, sequenceLength } = settings;
  return {
    optimizerSteps: steps,
    trainedTokens: steps * batchSize * sequenceLength,
    completions: 0,
    drawnTokens: 0,
    bytes:
      weightBytes(model, 4) +
      passBytes(model, batchSize, sequenceLength) +
      textBytes(rows.demonstrations, sequenceLength) +
      PLANNED_ROW_BYTES * steps * batchSize,
  };
}
