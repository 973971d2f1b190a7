/** The JSON inside of links and files: the shared run with nothing in it that can be filled in again. */
import { InvalidInputError } from '../../errors.ts';
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import type { StageId } from '../stages/kinds.ts';
import { cleanName } from '../document/names.ts';
import { experimentDifference } from './difference.ts';
import { contentSchema, type SharedRun } from './sharedRun.ts';

/** Plain JSON; `readContent` turns it back. */
export function writeContent({ name, experiment, curves, digest }: SharedRun): object {
  const shown = cleanName(name);
  return {
    ...(shown !== '' && { name: shown }),
    experiment: experimentDifference(experiment),
    ...(Object.keys(curves).length > 0 && { curves }),
    ...(Object.keys(digest).length > 0 && { digest }),
  };
}

/**
 * @param json from readJson · @param what for messages: "the link"
 * @throws InvalidInputError naming the first thing that isn't as it should be
 */
export function readContent(json: unknown, what: string): SharedRun {
  const result = contentSchema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = (issue?.path ?? []).map(String).join('.') || 'its content';
    throw new InvalidInputError(`${what} can't be used, ${path} ${issue?.message ?? 'is not valid'}: ask for it again`);
  }
  const { experiment, ...rest } = result.data;
  if (experiment['version'] === undefined) {
    throw new InvalidInputError(`${what} doesn't say which version its experiment is of: ask for it again`);
  }
  try {
    const parsed = parseExperiment(experiment);
    const { curves, digest, name } = rest;
    return { name, experiment: parsed, curves: ofStages(curves, parsed), digest: ofStages(digest, parsed) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError(`${what} can't be used: ${error.message}`);
  }
}

/** What belongs to no stage of the experiment is left out. */
function ofStages<Value>(
  byStage: Readonly<Record<StageId, Value>>,
  { stages }: Experiment,
): Readonly<Record<StageId, Value>> {
  return Object.fromEntries(Object.entries(byStage).filter(([id]) => stages.some((stage) => stage.id === id)));
}
