/** `--seed` and `--set`: what the command line changes of an experiment before it is run or shared. */
import { parseExperiment } from '../src/lab/document/experiment.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import { setPath } from '../src/lab/document/setPath.ts';

export interface ExperimentChanges {
  readonly seed?: number;
  readonly set?: readonly string[];
}

/** @returns the run with changes; a changed experiment leaves curves and figures behind: they are of another one */
export function changeExperiment(run: SharedRun, { seed, set = [] }: ExperimentChanges): SharedRun {
  if (seed === undefined && set.length === 0) return run;
  const seeded = seed === undefined ? run.experiment : parseExperiment({ ...run.experiment, seed });
  return { ...run, experiment: set.reduce(setPath, seeded), curves: {}, digest: {} };
}
