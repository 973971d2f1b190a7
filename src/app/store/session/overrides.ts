/**
 * What the address may override: `?device=`, `?preset=`, single settings by a short name, and anything in the experiment
 * by its path (`?stages.1.pairs=64`). Anything wrong is refused with one sentence that says what was expected; the rest
 * still counts.
 */
import { shortened } from '../../../errors.ts';
import type { Experiment } from '../../../lab/document/experiment.ts';
import type { DeviceChoice } from '../../../lab/run/protocol.ts';
import { presetExperiment } from '../../../lab/document/presets.ts';
import { setPath } from '../../../lab/document/setPath.ts';
import { defaultDocument } from './defaultDocument.ts';
import { errorMessage } from './problems.ts';

const DEVICES: readonly DeviceChoice[] = ['auto', 'webgpu', 'wasm'];

/** Short names; those of a stage mean the first. */
const PATHS: Readonly<Record<string, string>> = {
  seed: 'seed',
  model: 'model',
  threads: 'threads',
  steps: 'stages.0.steps',
  batchSize: 'stages.0.batchSize',
  sequenceLength: 'stages.0.sequenceLength',
  learningRate: 'stages.0.learningRate',
  evalEvery: 'stages.0.evalEvery',
  heldoutPairs: 'stages.0.heldoutPairs',
  maxNewTokens: 'sampling.maxNewTokens',
};

export interface Overrides {
  readonly device: DeviceChoice;
  readonly document: Experiment;
  /** Of the preset that was asked for; null = none was. */
  readonly name: string | null;
  /** How often a run is kept, ms; null = as usual. */
  readonly keepEveryMs: number | null;
  /** One sentence for every parameter that was refused. */
  readonly refused: readonly string[];
}

export function readOverrides(search: string): Overrides {
  const refused: string[] = [];
  let device: DeviceChoice = 'auto';
  let document = defaultDocument();
  let name: string | null = null;
  let keepEveryMs: number | null = null;
  const parameters = [...new URLSearchParams(search)];
  const preset = parameters.find(([key]) => key === 'preset')?.[1];

  function attempt(key: string, value: string, change: () => void): void {
    try {
      change();
    } catch (error) {
      refused.push(`?${key}=${value} in the address is ignored: ${errorMessage(error)}.`);
    }
  }

  if (preset !== undefined) {
    attempt('preset', preset, () => {
      document = presetExperiment(preset);
      name = preset;
    });
  }
  for (const [key, value] of parameters) {
    if (key === 'preset') continue;
    const path = key.includes('.') ? key : PATHS[key];
    if (path !== undefined) {
      attempt(key, value, () => (document = setPath(document, `${path}=${value}`)));
    } else if (key === 'device') {
      const choice = DEVICES.find((candidate) => candidate === value);
      if (choice) device = choice;
      else refused.push(`?device=${value} in the address is ignored: it must be ${DEVICES.join(', ')}.`);
    } else if (key === 'keepEvery') {
      const seconds = value.trim() === '' ? Number.NaN : Number(value);
      if (seconds >= 0) keepEveryMs = seconds * 1000;
      else refused.push(`?keepEvery=${value} in the address is ignored: it must be a number of seconds, 0 or more.`);
    } else {
      refused.push(
        `?${key} in the address is ignored: known are device, preset, keepEvery, ${Object.keys(PATHS).join(', ')}, or a path such as stages.1.pairs.`,
      );
    }
  }
  return { device, document, name, keepEveryMs, refused: refused.map((text) => shortened(text)) };
}
