/**
 * What the next run will be. Every change goes through the document's schema, so nothing invalid can be started.
 */
import { type Experiment, MAX_SEED, parseExperiment } from '../../../lab/document/experiment.ts';
import { cleanName } from '../../../lab/document/names.ts';
import { presetExperiment, presetNames, PRESETS } from '../../../lab/document/presets.ts';
import { setPath } from '../../../lab/document/setPath.ts';
import type { StageId, StageKind } from '../../../lab/stages/kinds.ts';
import { type RunSize, sizeSettings } from '../../../lab/stages/quickSize.ts';
import { InvalidInputError } from '../../../errors.ts';
import { errorMessage } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** @param path of a setting inside the stage: `learningRate`, `labelers` */
export function setStageSetting(id: StageId, path: string, value: unknown): void {
  changeDocument((document) => setPath(document, `stages.${id}.${path}=${JSON.stringify(value)}`));
}

export function setSampling(key: keyof Experiment['sampling'], value: number | boolean): void {
  changeDocument((document) => setPath(document, `sampling.${key}=${value}`));
}

/**
 * Takes the preset's stages, its spec and, unless the visitor gave another one, its name; model, seed, labels, own data,
 * prompts and sampling stay as they are.
 */
export function choosePreset(name: string): void {
  if (presetNames().includes(labStore.getState().experiment.name.toLowerCase())) renameExperiment(name);
  changeDocument((document) => {
    const { stages, spec } = presetExperiment(name);
    return { ...document, stages, spec };
  });
}

/** Makes the stage so large; its other settings stay as they are. */
export function chooseSize(id: StageId, size: RunSize): void {
  changeDocument((document) => {
    const stages = document.stages.map((stage) =>
      stage.id === id ? { ...stage, ...sizeSettings(stage.kind, size) } : stage,
    );
    return parseExperiment({ ...document, stages });
  });
}

/** The preset whose stages the document has, or null when a knob was moved. */
export function matchingPreset(document: Experiment): string | null {
  const stages = JSON.stringify(document.stages);
  return PRESETS.find(({ name }) => JSON.stringify(presetExperiment(name).stages) === stages)?.name ?? null;
}

/** Puts a stage with default settings at the end of the pipeline. @returns its name; null when it can't stand there */
export function addStage(kind: StageKind): StageId | null {
  changeDocument((document) => parseExperiment({ ...document, stages: [...document.stages, { kind }] }));
  const last = labStore.getState().experiment.document.stages.at(-1);
  return last?.kind === kind ? last.id : null;
}

/** Later stages that named it start from the newest before them instead. */
export function removeStage(id: StageId): void {
  changeDocument((document) => {
    const left = document.stages.filter((stage) => stage.id !== id);
    if (left.length === 0) throw new InvalidInputError('an experiment has at least one stage');
    const stages = left.map((stage) => ({ ...stage, from: stage.from.filter((input) => input !== id) }));
    return parseExperiment({ ...document, stages });
  });
}

/** @param from none = the newest before it */
export function setFrom(id: StageId, from: readonly StageId[]): void {
  changeDocument((document) => {
    const stages = document.stages.map((stage) => (stage.id === id ? { ...stage, from } : stage));
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

/** Wherever it comes from: it is also drawn, written into addresses and into files. */
export function renameExperiment(name: string): void {
  updateSlice('experiment', () => ({ name: cleanName(name) || 'Untitled' }));
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
