/**
 * What `lab run` and `lab link` are given: a preset's name, a link, a file that was shared (.rlhflab.json), an experiment
 * file, or a run document whose experiment is run again.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { InvalidInputError } from '../src/errors.ts';
import { parseExperiment } from '../src/lab/document/experiment.ts';
import { decodeLink, isLink } from '../src/lab/link/codec.ts';
import { isLinkFile, readLinkFile } from '../src/lab/link/linkFile.ts';
import { shareCurves } from '../src/lab/link/shareCurves.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import { presetExperiment, presetNames } from '../src/lab/document/presets.ts';
import { parseRunDocument, type RunDocument } from '../src/lab/document/runDocument.ts';
import { findStage } from '../src/lab/pipeline.ts';

/** @returns the experiment, and what came with it · @throws InvalidInputError saying what to give instead */
export function readExperiment(what: string): SharedRun {
  if (presetNames().includes(what)) return { name: what, experiment: presetExperiment(what), curves: {}, digest: {} };
  if (isLink(what) || /^https?:/.test(what)) return decodeLink(what);
  if (!existsSync(what) || !statSync(what).isFile()) {
    throw new InvalidInputError(
      `there is no preset and no file called "${what}": use one of ${presetNames().join(', ')}, an experiment file or a link`,
    );
  }
  const text = readText(what);
  const json = parseJson(what, text);
  if (isLinkFile(json)) return readLinkFile(text, what);
  const name = path.basename(what).replace(/\.json$/, '');
  const isRunDocument = typeof json === 'object' && json !== null && 'experiment' in json && 'checkpoints' in json;
  if (!isRunDocument) return { name, experiment: parseExperiment(json), curves: {}, digest: {} };
  const document = parseRunDocument(json);
  return { name, experiment: document.experiment, curves: curvesOf(document), digest: {} };
}

function curvesOf({ experiment, checkpoints }: RunDocument): SharedRun['curves'] {
  return Object.fromEntries(
    checkpoints.flatMap(({ stage: id, metrics }) => {
      const stage = findStage(experiment, id);
      return stage ? [[id, shareCurves(stage.kind, toPoints(metrics))]] : [];
    }),
  );
}

/** A run document's series in the form of points. */
export function toPoints(metrics: Readonly<Record<string, readonly (readonly [number, number])[]>>) {
  return Object.fromEntries(
    Object.entries(metrics).map(([key, series]) => [key, series.map(([step, value]) => ({ step, value }))]),
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidInputError(`${file} can't be read: check its permissions`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InvalidInputError(
      `${file} is not JSON (${error instanceof Error ? error.message : 'unreadable'}): correct it`,
    );
  }
}
