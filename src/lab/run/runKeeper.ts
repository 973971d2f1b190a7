/**
 * Keeps a run while it goes on, so that nothing is lost when the tab, the worker or the machine is: every few seconds the
 * training state and the curves, at the end a checkpoint of the lineage. A storage that refuses never stops the run.
 */
import { engineVersion, sha256 } from './checkpointId.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Evals } from '../document/evals.ts';
import type { RunEventEntry } from '../document/runDocument.ts';
import { drawEvenly } from '../curve.ts';
import { type CheckpointNode, SPARK_POINTS } from '../lineage/types.ts';
import { seedOf, stageNamed, stageNodeId } from '../pipeline.ts';
import { type AnyStep, settingsOf, specOf, type StageDetail, type StageId } from '../stages/kinds.ts';
import type { StageOutput, StageResume } from '../stages/stageRun.ts';
import type { LabStorage, StoredCourse, StoredSeries } from '../storage/types.ts';

/** Training state is some 15 MB for the shipped model; writing it costs the run about a tenth of a second. */
export const KEEP_EVERY_MS = 10_000;

export interface KeptRun {
  readonly id: string;
  readonly sessionId: string;
  readonly experiment: Experiment;
  readonly experimentName: string;
  readonly stageId: StageId;
  readonly parentIds: readonly string[];
  /** In words. */
  readonly device: string;
}

interface Curve {
  readonly steps: number[];
  readonly values: number[];
}

export class RunKeeper {
  readonly #storage: LabStorage;
  readonly #run: KeptRun;
  readonly #onRefusal: (message: string) => void;
  readonly #curves = new Map<string, Curve>();
  readonly #details = new Map<StageDetail['kind'], StageDetail>();
  #events: RunEventEntry[] = [];
  #totalSteps = 0;
  #step = 0;
  #keptAt = -Infinity;
  #keptStep: number | null = null;
  #writing: Promise<void> | null = null;
  #isRefused = false;

  /** @param before what the run showed before it was interrupted */
  constructor(storage: LabStorage, run: KeptRun, onRefusal: (message: string) => void, before?: StoredCourse) {
    this.#storage = storage;
    this.#run = run;
    this.#onRefusal = onRefusal;
    for (const [key, { steps, values }] of Object.entries(before?.series ?? {})) {
      this.#curves.set(key, { steps: [...steps], values: [...values] });
    }
    for (const detail of before?.details ?? []) this.#details.set(detail.kind, detail);
    this.#events = [...(before?.events ?? [])];
  }

  enter(step: AnyStep): void {
    if (step.type !== 'step') return;
    this.#step = step.step;
    this.#totalSteps = step.totalSteps;
    for (const [key, value] of Object.entries(step.metrics)) {
      const curve = this.#curves.get(key) ?? { steps: [], values: [] };
      curve.steps.push(step.step);
      curve.values.push(value);
      this.#curves.set(key, curve);
    }
    for (const [key, value] of Object.entries(step.changes ?? {})) {
      this.#events.push({ step: step.step, key, value: Number(value) });
    }
    for (const detail of step.details ?? []) this.#details.set(detail.kind, detail);
  }

  /** So many milliseconds have passed since the run was kept last, and nothing is being written. */
  isDue(everyMs: number): boolean {
    return this.#writing === null && performance.now() - this.#keptAt >= everyMs;
  }

  /** Before the first step: a run that is interrupted while it prepares starts over. */
  async begin(): Promise<void> {
    await this.#write(null);
  }

  /** Starts to write and doesn't wait for it; nothing where that step is kept. @param state taken after a whole step */
  keep(state: StageResume): void {
    if (state.step === this.#keptStep) return;
    this.#keptAt = performance.now();
    this.#keptStep = state.step;
    this.#writing = this.#write(state).finally(() => (this.#writing = null));
  }

  /** Waits until what was begun is written. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  /**
   * Makes a checkpoint of what was trained, and stores it if it can be stored. The run stays stored, by its name alone,
   * until the page has taken note of it.
   * @param stoppedAt after which step it ended early; null = it ran to its end · @returns the checkpoint's id
   */
  async finish(output: StageOutput, evals: Evals, stoppedAt: number | null): Promise<string> {
    await this.#writing;
    const { experiment, stageId, parentIds } = this.#run;
    const course = this.#courseUpTo(stoppedAt);
    const id = await stageNodeId(experiment, stageId, parentIds, { events: course.events, stoppedAt });
    try {
      const node = await this.#node(id, output, evals, course, stoppedAt ?? this.#step);
      await this.#storage.putNode(node, output, course.series, course.details);
      await this.#write(null, id);
    } catch (error) {
      this.#refused(error);
    }
    return id;
  }

  async forget(): Promise<void> {
    await this.#writing;
    await this.#storage.deleteRun(this.#run.id).catch(() => undefined);
  }

  async #write(resume: StageResume | null, nodeId: string | null = null): Promise<void> {
    try {
      await this.#storage.putRun({
        ...this.#run,
        keptAt: new Date().toISOString(),
        totalSteps: this.#totalSteps,
        resume,
        nodeId,
        step: nodeId === null ? (resume?.step ?? 0) : this.#step,
        course: this.#courseUpTo(resume?.step ?? null),
      });
    } catch (error) {
      this.#refused(error);
    }
  }

  async #node(
    id: string,
    output: StageOutput,
    evals: Evals,
    { series, events }: StoredCourse,
    totalSteps: number,
  ): Promise<CheckpointNode> {
    const { experiment, stageId, parentIds, experimentName, device } = this.#run;
    const stage = stageNamed(experiment, stageId);
    const { revision, curves } = specOf(stage.kind);
    const params = output.kind === 'policy' ? output.params : output.model.params;
    return {
      id,
      parentIds,
      stage: stage.kind,
      stageId,
      settings: settingsOf(stage),
      seed: seedOf(experiment, stageId),
      model: experiment.model,
      experimentName,
      experimentId: await this.#storage.putExperiment(experiment),
      createdAt: new Date().toISOString(),
      device,
      engineVersion: engineVersion(revision),
      totalSteps,
      events,
      last: Object.fromEntries(Object.entries(series).map(([key, { values }]) => [key, values.at(-1)!])),
      spark: sparkOf(series, curves.spark),
      evals,
      completions: [],
      note: '',
      weightsDigest: await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength)),
    };
  }

  /** @param step null = all of it; part of the step after it may have been entered, and will come again */
  #courseUpTo(step: number | null): StoredCourse {
    const upTo = step ?? Infinity;
    return {
      series: this.#series(upTo),
      events: this.#events.filter((event) => event.step <= upTo),
      details: [...this.#details.values()],
    };
  }

  #series(upTo: number): StoredSeries {
    const entries = [...this.#curves].flatMap(([key, { steps, values }]) => {
      const count = steps.findLastIndex((step) => step <= upTo) + 1;
      const column = (of: readonly number[]) => Float64Array.from(of.slice(0, count));
      return count > 0 ? [[key, { steps: column(steps), values: column(values) }] as const] : [];
    });
    return Object.fromEntries(entries);
  }

  /** Said once: the run goes on without being kept. */
  #refused(error: unknown): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.#onRefusal(error instanceof Error ? error.message : String(error));
  }
}

/** @param keys the first that was measured is shown */
function sparkOf(series: StoredSeries, keys: readonly string[]): CheckpointNode['spark'] {
  const metric = keys.find((key) => key in series);
  return metric === undefined ? null : { metric, values: drawEvenly([...series[metric]!.values], SPARK_POINTS) };
}
