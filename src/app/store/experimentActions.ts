/**
 * What the next run will be. Every change goes through the document's schema, so nothing invalid can be started.
 */
import { type Experiment, MAX_SEED, type SftSettings } from '../../lab/experiment.ts';
import { presetExperiment, PRESETS } from '../../lab/presets.ts';
import { setPath } from '../../lab/setPath.ts';
import { errorMessage } from './problems.ts';
import { labStore, updateSlice } from './store.ts';
import { addNotice } from './uiActions.ts';

export function setSftSetting(key: keyof SftSettings, value: number | boolean): void {
  changeDocument((document) => setPath(document, `stages.0.${key}=${value}`));
}

export function setSampling(key: keyof Experiment['sampling'], value: number | boolean): void {
  changeDocument((document) => setPath(document, `sampling.${key}=${value}`));
}

/** Takes the preset's stages; model, seed, prompts and sampling stay as they are. */
export function choosePreset(name: string): void {
  changeDocument((document) => ({ ...document, stages: presetExperiment(name).stages }));
}

/** The preset whose stages the document has, or null when a knob was moved. */
export function matchingPreset(document: Experiment): string | null {
  const stages = JSON.stringify(document.stages);
  return PRESETS.find(({ name }) => JSON.stringify(presetExperiment(name).stages) === stages)?.name ?? null;
}

export function setSeed(seed: number): void {
  changeDocument((document) => setPath(document, `seed=${seed}`));
}

export function drawSeed(): void {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  // Four digits can be read aloud in a workshop.
  setSeed(Math.min(MAX_SEED, seed % 10_000));
}

export function renameExperiment(name: string): void {
  updateSlice('experiment', () => ({ name: name.trim().slice(0, 60) || 'Untitled' }));
}

export function replaceDocument(document: Experiment): void {
  updateSlice('experiment', () => ({ document }));
}

function changeDocument(change: (document: Experiment) => Experiment): void {
  try {
    replaceDocument(change(labStore.getState().experiment.document));
  } catch (error) {
    addNotice('problem', `That setting was not taken: ${errorMessage(error)}. The setting before is kept.`);
  }
}
