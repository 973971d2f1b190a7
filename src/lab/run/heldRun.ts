/**
 * The run that the trainer holds: pulls the recipe's generator. Run = keep pulling; Step = pull once; Pause = stop pulling,
 * and hold a long step where it is. Whatever is pressed, the same steps are taken in the same order, so the curve is that of
 * an uninterrupted run.
 */
import type { AnyStep, OpenStage, StageId } from '../stages/kinds.ts';
import type { LiveChanges, StageOutput, StageResume } from '../stages/stageRun.ts';
import type { Gate } from './gate.ts';
import { letMessagesIn } from './letMessagesIn.ts';
import type { LabEvent, Snapshot } from './protocol.ts';
import type { RunKeeper } from './runKeeper.ts';

/** While running, weights are copied out at most this often, for side-by-side completions. */
const SNAPSHOT_EVERY_MS = 5000;
/** Pause lets a step end that ends within so long: between two steps everything can be kept and shown. */
const HOLD_AFTER_MS = 500;
/** Of a step that takes longer, Pause could come in the middle. */
const LONG_STEP_MS = 200;

/** What is left of a run that failed: the step of its last snapshot (0 = none), and the checkpoint made of it. */
export interface Remains {
  readonly keptStep: number;
  readonly nodeId: string | null;
}

export interface HeldRunParts {
  readonly id: string;
  readonly stageId: StageId;
  readonly stage: OpenStage;
  readonly report: (event: LabEvent) => void;
  readonly keeper: RunKeeper;
  /** The one that the stage's executor stands behind. */
  readonly gate: Gate;
  readonly keepEveryMs: number;
  /** A checkpoint was made of what it trained. */
  readonly onOutput: (nodeId: string, output: StageOutput) => void;
  /** It is over. */
  readonly onFailure: (error: unknown, remains: Remains) => void;
}

export class HeldRun {
  readonly id: string;
  readonly #parts: HeldRunParts;
  readonly #steps: AsyncGenerator<AnyStep, void, void>;
  #step = 0;
  /** A whole step was the last thing pulled. */
  #isWhole = false;
  /** Taken after the last whole step, where Pause could come in the middle of the next; null = kept, or not needed. */
  #whole: StageResume | null = null;
  /** What the last snapshot was of. */
  #shown: { readonly step: number; readonly output: StageOutput } | null = null;
  #snapshotAt = 0;
  #isPauseWanted = false;
  #isKeepWanted = false;
  #isOver = false;
  /** Settles when the loop has stopped, a held step included; null when no loop runs. */
  #loop: Promise<void> | null = null;

  constructor(parts: HeldRunParts) {
    this.id = parts.id;
    this.#parts = parts;
    this.#steps = parts.stage.steps();
  }

  /** Stands after a step that was taken before. */
  async restore(step: number, hasWeights: boolean): Promise<void> {
    this.#step = step;
    if (hasWeights) await this.#guarded(() => this.#reportSnapshot());
  }

  change(settings: LiveChanges): void {
    this.#parts.stage.change(settings);
  }

  /** Pulls until the run is over or a pause is wanted, without being waited for. */
  goOn(): void {
    if (this.#isOver) return;
    this.#isPauseWanted = false;
    this.#snapshotAt = performance.now();
    this.#startLoop();
  }

  /** One pull, or the rest of one that was held. Resolves when it is done or held. */
  async goOnce(): Promise<void> {
    this.#isPauseWanted = true;
    this.#startLoop();
    await this.#untilStill();
  }

  async stepOnce(): Promise<void> {
    await this.standStill();
    if (this.#isOver) return;
    this.#parts.stage.watch(true);
    await this.goOnce();
    this.#parts.stage.watch(false);
    await this.#reportPaused();
  }

  /** The step under way is held unless it ends soon; heard while it computes. */
  hold(): void {
    if (this.#loop) this.#parts.gate.close(HOLD_AFTER_MS);
  }

  /** The next whole step is kept, however long ago the last one was. */
  keepSoon(): void {
    this.#isKeepWanted = true;
  }

  async pause(): Promise<void> {
    if (!this.#loop) return;
    await this.standStill();
    await this.#reportPaused();
  }

  /** Resolves when no step is being computed. */
  async standStill(): Promise<void> {
    if (!this.#loop) return;
    this.#isPauseWanted = true;
    this.hold();
    await this.#untilStill();
  }

  /** Of what it has trained so far. @returns its id; null for a run that is over, or has nothing to show */
  async checkpoint(): Promise<string | null> {
    if (this.#isOver) return null;
    if (this.#parts.gate.isHolding) return this.#checkpointOfShown();
    const output = this.#step > 0 ? await this.#parts.stage.output() : null;
    return output && this.#keepNode(output, this.#step);
  }

  /** Ends it, in the middle of a step too. */
  async drop(): Promise<void> {
    const { gate, keeper, stage } = this.#parts;
    this.#isPauseWanted = true;
    gate.drop();
    await this.#loop;
    await keeper.settle();
    this.#isOver = true;
    // A device that failed may fail here too; the run is gone either way.
    await this.#steps.return().catch(() => undefined);
    await stage.dispose().catch(() => undefined);
  }

  /** Nothing of it stays stored. */
  forget(): Promise<void> {
    return this.#parts.keeper.forget();
  }

  async #checkpointOfShown(): Promise<string | null> {
    const shown = this.#shown;
    return shown && shown.step > 0 ? this.#keepNode(shown.output, shown.step) : null;
  }

  /** @param stoppedAt after which step it ended early; null = it ran to its end */
  async #keepNode(output: StageOutput, stoppedAt: number | null): Promise<string> {
    const { keeper, stage, onOutput } = this.#parts;
    const id = await keeper.finish(output, stage.evals(), stoppedAt);
    onOutput(id, output);
    return id;
  }

  /** Pulls at least once; lets a held step go on. */
  #startLoop(): void {
    this.#loop ??= this.#keepPulling().finally(() => (this.#loop = null));
    this.#parts.gate.open();
  }

  /** Resolves when no loop runs, or its step is held. */
  async #untilStill(): Promise<void> {
    const { gate } = this.#parts;
    await Promise.race([this.#loop, gate.holds()]);
    if (!gate.isHolding) gate.open();
  }

  async #keepPulling(): Promise<void> {
    await this.#guarded(async () => {
      do {
        await this.#pull();
        if (this.#isOver || this.#isPauseWanted) break;
        if (performance.now() - this.#snapshotAt >= SNAPSHOT_EVERY_MS) await this.#reportSnapshot();
        await letMessagesIn();
      } while (!this.#isPauseWanted);
    });
  }

  /** One visible step; the one after the last ends the run. */
  async #pull(): Promise<void> {
    const { id: runId, stage, keeper, report } = this.#parts;
    const before = performance.now();
    this.#isWhole = false;
    const next = await this.#steps.next();
    if (!next.done) {
      const { value } = next;
      if (value.type === 'preparing') return report({ ...value, runId });
      const { phase = null, changes = null, details = [], ...step } = value;
      const stepMs = performance.now() - before;
      this.#step = step.step;
      keeper.enter(value);
      report({ ...step, runId, phase, changes, details, stepMs });
      if (step.step < step.totalSteps || !step.isLastPhase) {
        if (step.isLastPhase) await this.#closeStep(phase !== null || stepMs > LONG_STEP_MS);
        return;
      }
      // Lets the recipe end, so that a finished run needs no further press of Step.
      if (!(await this.#steps.next()).done) throw new TypeError(`run ${runId} goes on after its last step`);
    }
    const output = await stage.output();
    if (!output) throw new TypeError(`run ${runId} ended without a result`);
    const nodeId = await this.#keepNode(output, null);
    this.#isOver = true;
    report({ type: 'runFinished', runId, snapshot: this.#snapshotOf(output), nodeId });
  }

  /** After a whole step. */
  async #closeStep(isLong: boolean): Promise<void> {
    const { keeper, stage, keepEveryMs } = this.#parts;
    const isDue = keeper.isDue(this.#isKeepWanted ? 0 : keepEveryMs);
    this.#whole = isDue || isLong ? await stage.state() : null;
    this.#isWhole = true;
    if (!isDue || !this.#whole) return;
    this.#isKeepWanted = false;
    keeper.keep(this.#whole);
    this.#whole = null;
  }

  /** Keeps the last whole step, whatever was kept before, and shows the weights where no step is held. */
  async #reportPaused(): Promise<void> {
    if (this.#isOver) return;
    const { id: runId, gate, keeper, stage, report } = this.#parts;
    await this.#guarded(async () => {
      await keeper.settle();
      const state = this.#isWhole ? await stage.state() : this.#whole;
      if (state) keeper.keep(state);
      await keeper.settle();
      if (!gate.isHolding) await this.#reportSnapshot();
      report({ type: 'runPaused', runId, step: this.#step });
    });
  }

  /** Nothing while there is nothing to show yet. */
  async #reportSnapshot(): Promise<void> {
    const { id: runId, stage, report } = this.#parts;
    const output = await stage.output();
    if (output) {
      report({ type: 'snapshot', runId, snapshot: this.#snapshotOf(output) });
      this.#shown = { step: this.#step, output };
    }
    this.#snapshotAt = performance.now();
  }

  /** Weights are copied: those of the event may move to the page. */
  #snapshotOf(output: StageOutput): Snapshot {
    const { stageId } = this.#parts;
    const step = this.#step;
    return output.kind === 'policy'
      ? { ...output, params: output.params.slice(), stageId, step }
      : { ...output, stageId, step };
  }

  /** Whatever goes wrong in `action` ends the run and is reported; the weights last shown become a checkpoint. */
  async #guarded(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#isOver = true;
      if (this.#parts.gate.isDropped) return;
      const nodeId = await this.#checkpointOfShown();
      this.#parts.onFailure(error, { keptStep: this.#shown?.step ?? 0, nodeId });
    }
  }
}
