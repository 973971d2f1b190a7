/** Opens a stage of an experiment: what it is comes from its kind, what it starts from is handed in. */
import type { Executor } from '../../engine/runtime/executor.ts';
import { InvalidInputError } from '../../errors.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { Experiment } from '../document/experiment.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { inputsOf, seedOf, stageNamed } from '../pipeline.ts';
import { type OpenStage, settingsOf, specOf, type StageId } from './kinds.ts';
import type { StageInputs, StageResume } from './stageRun.ts';

export interface OpenStageOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly experiment: Experiment;
  readonly id: StageId;
  /** What pipeline.inputsOf names, in its order. */
  readonly inputs: StageInputs;
  readonly tools: CheckTools;
  readonly resume: StageResume | null;
}

/** @throws InvalidInputError when settings and model don't fit, or an earlier stage is missing · DeviceError, OutOfMemoryError */
export async function openStage(options: OpenStageOptions): Promise<OpenStage> {
  const { executor, model, experiment, id, inputs, tools, resume } = options;
  const stage = stageNamed(experiment, id);
  const { rewardModel } = inputsOf(experiment, id);
  if (rewardModel !== null && inputs.rewardModel === null) {
    throw new InvalidInputError(`${id} needs the reward model that ${rewardModel} trains: train it first`);
  }
  const open = await specOf(stage.kind).load();
  const { spec, labels, data } = experiment;
  return open({
    executor,
    model,
    document: { spec, labels, data },
    settings: settingsOf(stage),
    seed: seedOf(experiment, id),
    inputs,
    tools,
    resume,
  });
}
