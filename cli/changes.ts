/** `--seed` and `--set`: what the command line changes of an experiment before it is run or shared. */
import { parseExperiment } from '../src/lab/document/experiment.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import { setPath } from '../src/lab/document/setPath.ts';
import { findStage } from '../src/lab/pipeline.ts';

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

/**
 * As changeExperiment, of each arm: a setting of a stage by name (`stages.rewardModel.pairs`) is left out where an arm lacks
 * that stage, as long as another has it.
 */
export function changeArms(runs: readonly SharedRun[], { seed, set = [] }: ExperimentChanges): readonly SharedRun[] {
  const lacks = (run: SharedRun, assignment: string): boolean => {
    const name = /^stages\.([A-Za-z][^.=]*)\./.exec(assignment)?.[1];
    return name !== undefined && findStage(run.experiment, name) === undefined;
  };
  return runs.map((run) => {
    const own = set.filter((one) => !lacks(run, one) || runs.every((other) => lacks(other, one)));
    return changeExperiment(run, { ...(seed === undefined ? {} : { seed }), set: own });
  });
}
