/** What the arms of a preset come to: the gold of its treatment less that of each control. */
import type { Executor } from '../src/engine/runtime/executor.ts';
import type { Experiment } from '../src/lab/document/experiment.ts';
import type { Eval } from '../src/lab/document/evals.ts';
import { createCheckTools } from '../src/lab/judge/checkTools.ts';
import { comparePolicies } from '../src/lab/judge/compare.ts';
import { meanGoldDifference } from '../src/lab/judge/goldDifference.ts';
import type { LoadedModel } from '../src/lab/model/modelFolder.ts';
import { readEvalMaterials } from './evalMaterials.ts';

/** As many as `gold/mean` is measured on. */
const PROMPTS = 200;

export interface Arm {
  readonly name: string;
  readonly experiment: Experiment;
  /** Of its last policy: flat, in ParamLayout order. */
  readonly params: Float32Array;
}

export interface ArmDifference {
  readonly treatment: string;
  readonly control: string;
  /** In gold points, paired by prompt. */
  readonly gold: Eval;
}

/** @param arms the treatment first, then its controls · @throws DeviceError, OutOfMemoryError */
export async function compareArms(
  executor: Executor,
  model: LoadedModel,
  [treatment, ...controls]: readonly [Arm, ...Arm[]],
): Promise<readonly ArmDifference[]> {
  const tools = createCheckTools(readEvalMaterials().dictionary);
  const { spec, seed } = treatment.experiment;
  const asked = { executor, model, rewardModel: null, spec, tools, seed, count: PROMPTS, params: treatment.params };
  const differences: ArmDifference[] = [];
  for (const control of controls) {
    const compared = await comparePolicies({ ...asked, against: control.params });
    differences.push({ treatment: treatment.name, control: control.name, gold: meanGoldDifference(compared) });
  }
  return differences;
}

/** "overoptimization less overoptimization-gold: gold -0.123 ± 0.015 (200 prompts, paired)" */
export function describeDifference({ treatment, control, gold: { value, se, n } }: ArmDifference): string {
  return `${treatment} less ${control}: gold ${value.toFixed(3)} ± ${se.toFixed(3)} (${n} prompts, paired)\n`;
}
