/** What a run comes to, gathered while it goes on: to be held against the link it was made from, and to be shared. */
import type { DeviceInfo } from '../src/engine/runtime/executor.ts';
import type { Experiment } from '../src/lab/document/experiment.ts';
import { stageDigest, weightsDigest } from '../src/lab/link/digest.ts';
import { shareCurves } from '../src/lab/link/shareCurves.ts';
import type { RunDigest, SharedCurves, StageDigest } from '../src/lab/link/sharedRun.ts';
import { judgeReproduction } from '../src/lab/link/verdict.ts';
import { findStage, stageNamed, titleOf } from '../src/lab/pipeline.ts';
import type { RunEvent } from '../src/lab/run/runExperiment.ts';
import type { StageId } from '../src/lab/stages/kinds.ts';
import { toPoints } from './experimentFile.ts';

type CheckpointEvent = Extract<RunEvent, { type: 'checkpoint' }>;

export class SharedResults {
  readonly #experiment: Experiment;
  readonly #device: DeviceInfo;
  readonly #curves = new Map<StageId, SharedCurves[string]>();
  readonly #digests = new Map<StageId, StageDigest>();

  constructor(experiment: Experiment, device: DeviceInfo) {
    this.#experiment = experiment;
    this.#device = device;
  }

  async enter({ checkpoint, output }: CheckpointEvent): Promise<void> {
    const { stage: id, metrics } = checkpoint;
    const stage = findStage(this.#experiment, id);
    if (!stage) return;
    const last = Object.fromEntries(Object.entries(metrics).map(([key, series]) => [key, series.at(-1)![1]]));
    this.#digests.set(id, stageDigest(stage.kind, await weightsDigest(output), last, this.#device));
    this.#curves.set(id, shareCurves(stage.kind, toPoints(metrics)));
  }

  results(): { readonly curves: SharedCurves; readonly digest: RunDigest } {
    return { curves: Object.fromEntries(this.#curves), digest: Object.fromEntries(this.#digests) };
  }

  /** One sentence a stage; none where the link says nothing of it. */
  verdicts(theirs: RunDigest): readonly string[] {
    return [...this.#digests].flatMap(([id, mine]) => {
      const digest = theirs[id];
      if (!digest) return [];
      const { kind } = stageNamed(this.#experiment, id);
      return [judgeReproduction(kind, titleOf(this.#experiment, id), digest, mine).text];
    });
  }
}
