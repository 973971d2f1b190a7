/**
 * What a stage starts from, by the ids of checkpoints: the shipped model, what this trainer has trained lately, else what is
 * stored. The one way by which weights reach a stage.
 */
import { InvalidInputError } from '../../errors.ts';
import type { StageInputs, StageOutput } from '../stages/stageRun.ts';
import type { LabStorage } from '../storage/types.ts';

/** A policy and a reward model of the shipped size take some 20 MB together. */
const MOST_KEPT = 6;

export class TrainedOutputs {
  readonly #kept = new Map<string, StageOutput>();

  /** The newest are kept in memory, so that a browser that stores nothing can go on training. */
  keep(id: string, output: StageOutput): void {
    this.#kept.delete(id);
    this.#kept.set(id, output);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
  }

  /**
   * @param ids the policies, then the reward model where there is one
   * @throws InvalidInputError when one is neither here nor stored
   */
  async inputs(ids: readonly string[], storage: () => Promise<LabStorage>): Promise<StageInputs> {
    const outputs = await Promise.all(ids.map((id) => this.#load(id, storage)));
    const judge = outputs.find((output) => output.kind !== 'policy');
    return {
      policies: outputs.flatMap((output) => (output.kind === 'policy' ? [output.params] : [])),
      rewardModel: judge?.model ?? null,
    };
  }

  async #load(id: string, storage: () => Promise<LabStorage>): Promise<StageOutput> {
    const output = this.#kept.get(id) ?? (await (await storage()).weights(id));
    if (output) return output;
    throw new InvalidInputError(
      `the weights of checkpoint ${id.slice(0, 8)}, which this stage starts from, are no longer stored: train it again`,
    );
  }
}
