/**
 * What the next run will be. Every change goes through the document's schema, so nothing invalid can be started.
 */
import { type Experiment, MAX_SEED, parseExperiment } from '../../../lab/document/experiment.ts';
import { presetExperiment, PRESETS } from '../../../lab/document/presets.ts';
import { setPath } from '../../../lab/document/setPath.ts';
import type { Stage, StageKind } from '../../../lab/stages/stageSchemas.ts';
import { errorMessage } from '../session/problems.ts';
import { stageIndex, stageKinds, stageOf } from '../run/stageRuns.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** @param path of a setting inside the stage: `learningRate`, `labelers.ai` */
export function setStageSetting(kind: StageKind, path: string, value: number | boolean | string): void {
  changeDocument((document) =>
    setPath(document, `stages.${stageIndex(document, kind)}.${path}=${JSON.stringify(value)}`),
  );
}

/** Who labels, by their shares; all of them at once, because a share that is missing is not a path yet. */
export function setLabelerShares(shares: Extract<Stage, { kind: 'rewardModel' }>['labelers']): void {
  changeDocument((document) =>
    setPath(document, `stages.${stageIndex(document, 'rewardModel')}.labelers=${JSON.stringify(shares)}`),
  );
}

export function setSampling(key: keyof Experiment['sampling'], value: number | boolean): void {
  changeDocument((document) => setPath(document, `sampling.${key}=${value}`));
}

/** Takes the preset's stages and its spec; model, seed, labels, own data, prompts and sampling stay as they are. */
export function choosePreset(name: string): void {
  changeDocument((document) => {
    const { stages, spec } = presetExperiment(name);
    return { ...document, stages, spec };
  });
}

/** Takes one stage of a preset; every other stage stays as it is. */
export function choosePresetStage(name: string, kind: StageKind): void {
  changeDocument((document) => {
    const chosen = stageOf(presetExperiment(name), kind);
    const at = stageIndex(document, kind);
    return chosen ? { ...document, stages: document.stages.map((stage, i) => (i === at ? chosen : stage)) } : document;
  });
}

/** The preset whose stages the document has, or null when a knob was moved. */
export function matchingPreset(document: Experiment): string | null {
  const stages = JSON.stringify(document.stages);
  return PRESETS.find(({ name }) => JSON.stringify(presetExperiment(name).stages) === stages)?.name ?? null;
}

/** Which of the presets named has the document's stage of this kind. */
export function matchingPresetStage(document: Experiment, kind: StageKind, names: readonly string[]): string | null {
  const wanted = JSON.stringify(stageOf(document, kind));
  return names.find((name) => JSON.stringify(stageOf(presetExperiment(name), kind)) === wanted) ?? null;
}

/** Puts a stage with default settings where its kind belongs in the pipeline. */
export function addStage(kind: StageKind): void {
  changeDocument((document) => {
    const stages = [...document.stages, { kind }].sort(
      (a, b) => stageKinds.indexOf(a.kind) - stageKinds.indexOf(b.kind),
    );
    return parseExperiment({ ...document, stages });
  });
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

/** Labels and own data were checked when they came in; thousands of rows aren't copied for a setting. */
function changeDocument(change: (document: Experiment) => Experiment): void {
  const { labels, data, ...rest } = labStore.getState().experiment.document;
  try {
    const settings = { ...rest, labels: [], data: { demonstrations: [], preferences: [], prompts: [] } };
    replaceDocument({ ...change(settings), labels, data });
  } catch (error) {
    addNotice('problem', `That setting was not taken: ${errorMessage(error)}. The setting before is kept.`);
  }
}
