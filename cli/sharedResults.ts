/** What a run comes to, gathered while it goes on: to be held against the link it was made from, and to be shared. */
import type { DeviceInfo } from '../src/engine/runtime/executor.ts';
import { stageDigest, weightsDigest } from '../src/lab/link/digest.ts';
import { shareCurves } from '../src/lab/link/shareCurves.ts';
import type { RunDigest, SharedCurves, StageDigest } from '../src/lab/link/sharedRun.ts';
import { judgeReproduction } from '../src/lab/link/verdict.ts';
import type { RunEvent } from '../src/lab/run/runExperiment.ts';
import type { StageKind } from '../src/lab/stages/stageSchemas.ts';
import { toPoints } from './experimentFile.ts';

type CheckpointEvent = Extract<RunEvent, { type: 'checkpoint' }>;

export class SharedResults {
  readonly #device: DeviceInfo;
  readonly #curves = new Map<StageKind, Record<string, unknown>>();
  readonly #digests = new Map<StageKind, StageDigest>();

  constructor(device: DeviceInfo) {
    this.#device = device;
  }

  /** Links know one stage of a kind: the first. */
  async enter({ checkpoint, output }: CheckpointEvent): Promise<void> {
    const { stage, metrics } = checkpoint;
    if (stage === 'base' || this.#digests.has(stage as StageKind)) return;
    const kind = stage as StageKind;
    const last = Object.fromEntries(Object.entries(metrics).map(([key, series]) => [key, series.at(-1)![1]]));
    this.#digests.set(kind, stageDigest(kind, await weightsDigest(output), last, this.#device));
    this.#curves.set(kind, shareCurves(kind, toPoints(metrics)));
  }

  results(): { readonly curves: SharedCurves; readonly digest: RunDigest } {
    return { curves: Object.fromEntries(this.#curves), digest: Object.fromEntries(this.#digests) };
  }

  /** One sentence a stage; none where the link says nothing of it. */
  verdicts(theirs: RunDigest): readonly string[] {
    return [...this.#digests].flatMap(([kind, mine]) => {
      const digest = theirs[kind];
      return digest ? [judgeReproduction(kind, digest, mine).text] : [];
    });
  }
}
