/**
 * What `lab run` is given: a preset's name, an experiment file, or a run document whose experiment is run again.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { InvalidInputError } from '../src/errors.ts';
import { type Experiment, parseExperiment } from '../src/lab/experiment.ts';
import { presetExperiment, presetNames } from '../src/lab/presets.ts';

/** @throws InvalidInputError saying what to give instead */
export function readExperiment(what: string): Experiment {
  if (presetNames().includes(what)) return presetExperiment(what);
  if (/^https?:|^#/.test(what)) {
    throw new InvalidInputError('links are not read yet: save the experiment as a file and run that');
  }
  if (!existsSync(what) || !statSync(what).isFile()) {
    throw new InvalidInputError(
      `there is no preset and no file called "${what}": use one of ${presetNames().join(', ')}, or an experiment file`,
    );
  }
  const json = parseJson(what);
  const isRunDocument = typeof json === 'object' && json !== null && 'experiment' in json && 'checkpoints' in json;
  return parseExperiment(isRunDocument ? json.experiment : json);
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InvalidInputError(`${file} can't be read: check its permissions`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InvalidInputError(
      `${file} is not JSON (${error instanceof Error ? error.message : 'unreadable'}): correct it`,
    );
  }
}
