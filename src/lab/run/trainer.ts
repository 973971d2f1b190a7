/**
 * What trainer.worker does, without the worker: owns the policy being trained, one run at a time, and pulls the recipe's
 * generator. Run = keep pulling; Step = pull once; Pause = stop pulling, and hold a long step where it is. Whatever is
 * pressed, the same steps are taken in the same order, so the curve is that of an uninterrupted run. Nothing here knows the
 * device or the network: both are handed in.
 */
import { AbortedError, InvalidInputError } from '../../errors.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { OpenedDevice } from '../model/device.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { InitRequest, InitResult, OnEvent, OnProgress, StageRequest, TrainerApi } from './protocol.ts';
import { BASE, inputsOf, parentIdsOf, stageNamed } from '../pipeline.ts';
import { specOf } from '../stages/kinds.ts';
import { openStage } from '../stages/openStage.ts';
import type { LiveChanges, StageInputs, StageOutput, StageResume } from '../stages/stageRun.ts';
import { storeBase } from '../storage/base.ts';
import type { LabStorage, StoredRun } from '../storage/types.ts';
import { baseCheckpointId } from './checkpointId.ts';
import { Gate, gatedExecutor } from './gate.ts';
import { choiceOf, letMessagesIn, noTools, notKept, type Run, snapshotOf } from './heldRun.ts';
import { KEEP_EVERY_MS, RunKeeper } from './runKeeper.ts';
import { TrainedOutputs } from './trainedOutputs.ts';

/** How a worker comes by its device, its model and what checkers need. */
export interface WorkerParts {
  open(request: InitRequest): Promise<OpenedDevice>;
  load(request: InitRequest, onProgress?: OnProgress): Promise<LoadedModel>;
  /** Loaded at first use, and kept. */
  tools(): Promise<CheckTools>;
}

export interface TrainerParts extends WorkerParts {
  /** Where runs are kept. */
  readonly storage: () => Promise<LabStorage>;
}

/** While running, weights are copied out at most this often, for side-by-side completions. */
const SNAPSHOT_EVERY_MS = 5000;
/** Pause lets a step end that ends within so long: between two steps everything can be kept and shown. */
const HOLD_AFTER_MS = 500;
/** Of a step that takes longer, Pause could come in the middle. */
const LONG_STEP_MS = 200;

export class Trainer implements TrainerApi {
  readonly #parts: TrainerParts;
  #device: OpenedDevice | null = null;
  #model: LoadedModel | null = null;
  #run: Run | null = null;
  readonly #outputs = new TrainedOutputs();
  #keepEveryMs = KEEP_EVERY_MS;
  #base: { readonly model: LoadedModel; readonly id: Promise<string> } | null = null;
  /** Commands wait for one another; the running loop is no command. */
  #commands: Promise<unknown> = Promise.resolve();

  constructor(parts: TrainerParts) {
    this.#parts = parts;
  }

  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult> {
    return this.#command(async () => {
      await this.#drop();
      await this.#device?.executor.dispose();
      const [device, model] = await Promise.all([this.#parts.open(request), this.#parts.load(request, onProgress)]);
      this.#device = device;
      this.#model = model;
      this.#keepEveryMs = request.keepEveryMs ?? KEEP_EVERY_MS;
      const baseId = await baseCheckpointId(model.config, model.params);
      return { report: device.report, model: model.summary, baseId };
    });
  }

  startStage(runId: string, request: StageRequest, onEvent: OnEvent): Promise<void> {
    return this.#command(async () => {
      await this.#drop();
      try {
        await this.#start(runId, request, onEvent);
      } catch (error) {
        await this.#fail(runId, onEvent, null, error);
      }
    });
  }

  resume(runId: string): Promise<void> {
    return this.#command(async () => {
      const run = this.#current(runId);
      if (run.isOver) return;
      run.isPauseWanted = false;
      run.snapshotAt = performance.now();
      this.#goOn(run);
    });
  }

  reopen(runId: string, onEvent: OnEvent): Promise<void> {
    return this.#command(async () => {
      await this.#drop();
      try {
        await this.#reopen(runId, onEvent);
      } catch (error) {
        await this.#fail(runId, onEvent, null, error);
      }
    });
  }

  end(runId: string): Promise<string | null> {
    return this.#command(async () => {
      const run = this.#current(runId);
      await this.#pause(run, { isQuiet: true });
      const nodeId = run.isOver ? null : await this.#makeNode(run);
      await this.#drop();
      return nodeId;
    });
  }

  hold(runId: string): Promise<void> {
    const run = this.#run;
    if (run?.id === runId && run.loop) run.gate.close(HOLD_AFTER_MS);
    return Promise.resolve();
  }

  keep(runId: string): Promise<void> {
    if (this.#run?.id === runId) this.#run.isKeepWanted = true;
    return Promise.resolve();
  }

  pause(runId: string): Promise<void> {
    void this.hold(runId);
    return this.#command(() => this.#pause(this.#current(runId)));
  }

  stepOnce(runId: string): Promise<void> {
    return this.#command(async () => {
      const run = this.#current(runId);
      await this.#pause(run, { isQuiet: true });
      if (run.isOver) return;
      run.stage.watch(true);
      await this.#goOnce(run);
      run.stage.watch(false);
      await this.#reportPaused(run);
    });
  }

  change(runId: string, settings: LiveChanges): Promise<void> {
    return this.#command(async () => this.#current(runId).stage.change(settings));
  }

  reset(runId: string): Promise<void> {
    return this.#command(async () => {
      if (this.#run?.id !== runId) return;
      const { keeper } = this.#run;
      await this.#drop();
      await keeper.forget();
    });
  }

  dispose(): Promise<void> {
    return this.#command(async () => {
      await this.#drop();
      await this.#device?.executor.dispose();
      this.#device = null;
      this.#model = null;
    });
  }

  async #start(runId: string, request: StageRequest, onEvent: OnEvent): Promise<void> {
    const { experiment, stageId, checkpoints, sessionId, experimentName } = request;
    const baseId = await this.#keepBase();
    const parentIds = parentIdsOf(inputsOf(experiment, stageId), (input) => {
      const id = input === BASE ? baseId : checkpoints[input];
      if (id === undefined) throw new InvalidInputError(`${stageId} starts from ${input}: train that first`);
      return id;
    });
    const inputs = await this.#outputs.inputs(parentIds, this.#parts.storage);
    const device = this.#ready().device.executor.info.label;
    const kept = { id: runId, sessionId, experiment, experimentName, stageId, parentIds, device };
    const keeper = new RunKeeper(await this.#parts.storage(), kept, notKept(runId, onEvent));
    await keeper.begin();
    const run = await this.#open({ id: runId, experiment, stageId, inputs, resume: null, keeper, report: onEvent });
    const { kind } = stageNamed(experiment, stageId);
    if (specOf(kind).opensWithStep) await this.#goOnce(run);
  }

  async #reopen(runId: string, onEvent: OnEvent): Promise<void> {
    const { device } = this.#ready();
    const storage = await this.#parts.storage();
    const stored = await storage.run(runId);
    if (!stored) throw new InvalidInputError('this run is no longer stored: start it again');
    if (stored.nodeId !== null) return this.#reportFinished(storage, stored, stored.nodeId, onEvent);
    const { experiment, stageId, resume, course, parentIds, sessionId, experimentName } = stored;
    await this.#keepBase();
    const inputs = await this.#outputs.inputs(parentIds, this.#parts.storage);
    const { label } = device.executor.info;
    const kept = { id: runId, sessionId, experiment, experimentName, stageId, parentIds, device: label };
    const keeper = new RunKeeper(storage, kept, notKept(runId, onEvent), course);
    const run = await this.#open({ id: runId, experiment, stageId, inputs, resume, keeper, report: onEvent });
    run.step = stored.step;
    run.report({ type: 'runRestored', runId, step: stored.step, course });
    if (resume) await this.#guarded(run, () => this.#reportSnapshot(run));
  }

  /** Nobody took note of its end: told again. */
  async #reportFinished(storage: LabStorage, run: StoredRun, nodeId: string, report: OnEvent): Promise<void> {
    const { id: runId, stageId, step, totalSteps, course } = run;
    const weights = await storage.weights(nodeId);
    if (!weights) throw new InvalidInputError('what this run has trained is no longer stored: start it again');
    report({ type: 'runStarted', runId, stageId, totalSteps, device: this.#ready().device.executor.info });
    report({ type: 'runRestored', runId, step, course });
    report({ type: 'runFinished', runId, snapshot: { ...weights, stageId, step }, nodeId });
  }

  async #open(options: OpenOptions): Promise<Run> {
    const { device, model } = this.#ready();
    const gate = new Gate();
    const executor = gatedExecutor(device.executor, gate);
    const { id, report, keeper, experiment, stageId, inputs, resume } = options;
    const { needsCheckTools } = specOf(stageNamed(experiment, stageId).kind);
    const tools = needsCheckTools ? await this.#parts.tools() : noTools;
    const stage = await openStage({ executor, model, experiment, id: stageId, inputs, tools, resume });
    const run: Run = {
      id,
      stageId,
      stage,
      steps: stage.steps(),
      report,
      keeper,
      gate,
      step: 0,
      isWhole: false,
      whole: null,
      kept: null,
      snapshotAt: 0,
      isPauseWanted: false,
      isKeepWanted: false,
      isOver: false,
      loop: null,
    };
    this.#run = run;
    report({ type: 'runStarted', runId: id, stageId, totalSteps: stage.totalSteps, device: executor.info });
    return run;
  }

  /** The root of every lineage is stored once. @returns its id */
  async #keepBase(): Promise<string> {
    const { model } = this.#ready();
    if (this.#base?.model !== model) this.#base = { model, id: storeBase(await this.#parts.storage(), model) };
    const id = await this.#base.id;
    this.#outputs.keep(id, { kind: 'policy', params: model.params });
    return id;
  }

  /** @returns the id of the checkpoint of a run that isn't over; null when it has nothing to show */
  async #makeNode(run: Run): Promise<string | null> {
    if (run.gate.isHolding) return this.#makeNodeOfKept(run);
    const output = run.step > 0 ? await run.stage.output() : null;
    return output && this.#keepNode(run, output, { stoppedAt: run.step });
  }

  /** Of the last snapshot. */
  async #makeNodeOfKept(run: Run): Promise<string | null> {
    const { kept } = run;
    return kept && kept.step > 0 ? this.#keepNode(run, kept.output, { stoppedAt: kept.step }) : null;
  }

  async #keepNode(run: Run, output: StageOutput, end: { readonly stoppedAt: number | null }): Promise<string> {
    const id = await run.keeper.finish(output, run.stage.evals(), end.stoppedAt);
    this.#outputs.keep(id, output);
    return id;
  }

  /** Pulls until the run is over or a pause is wanted, at least once; lets a held step go on. */
  #goOn(run: Run): void {
    run.loop ??= this.#keepPulling(run).finally(() => (run.loop = null));
    run.gate.open();
  }

  /** One pull, or the rest of one that was held. Resolves when it is done or held. */
  async #goOnce(run: Run): Promise<void> {
    run.isPauseWanted = true;
    this.#goOn(run);
    await this.#standstill(run);
  }

  /** Resolves when no loop runs, or its step is held. */
  async #standstill(run: Run): Promise<void> {
    await Promise.race([run.loop, run.gate.holds()]);
    if (!run.gate.isHolding) run.gate.open();
  }

  async #keepPulling(run: Run): Promise<void> {
    await this.#guarded(run, async () => {
      do {
        await this.#pull(run);
        if (run.isOver || run.isPauseWanted) break;
        if (performance.now() - run.snapshotAt >= SNAPSHOT_EVERY_MS) await this.#reportSnapshot(run);
        await letMessagesIn();
      } while (!run.isPauseWanted);
    });
  }

  /** One visible step; the one after the last ends the run. */
  async #pull(run: Run): Promise<void> {
    const before = performance.now();
    run.isWhole = false;
    const next = await run.steps.next();
    if (!next.done) {
      const runId = run.id;
      const { value } = next;
      if (value.type === 'preparing') return run.report({ ...value, runId });
      const { phase = null, changes = null, details = [], ...step } = value;
      const stepMs = performance.now() - before;
      run.step = step.step;
      run.keeper.enter(value);
      run.report({ ...step, runId, phase, changes, details, stepMs });
      if (step.step < step.totalSteps || !step.isLastPhase) {
        if (step.isLastPhase) await this.#closeStep(run, phase !== null || stepMs > LONG_STEP_MS);
        return;
      }
      // Lets the recipe end, so that a finished run needs no further press of Step.
      if (!(await run.steps.next()).done) throw new TypeError(`run ${runId} goes on after its last step`);
    }
    const output = await run.stage.output();
    if (!output) throw new TypeError(`run ${run.id} ended without a result`);
    const nodeId = await this.#keepNode(run, output, { stoppedAt: null });
    run.isOver = true;
    run.report({ type: 'runFinished', runId: run.id, snapshot: snapshotOf(run, output), nodeId });
  }

  /** After a whole step. */
  async #closeStep(run: Run, isLong: boolean): Promise<void> {
    const isDue = run.keeper.isDue(run.isKeepWanted ? 0 : this.#keepEveryMs);
    run.whole = isDue || isLong ? await run.stage.state() : null;
    run.isWhole = true;
    if (!isDue || !run.whole) return;
    run.isKeepWanted = false;
    run.keeper.keep(run.whole);
    run.whole = null;
  }

  async #pause(run: Run, { isQuiet = false } = {}): Promise<void> {
    if (!run.loop) return;
    run.isPauseWanted = true;
    run.gate.close(HOLD_AFTER_MS);
    await this.#standstill(run);
    if (!isQuiet) await this.#reportPaused(run);
  }

  /** Keeps the last whole step, whatever was kept before, and shows the weights where no step is held. */
  async #reportPaused(run: Run): Promise<void> {
    if (run.isOver) return;
    await this.#guarded(run, async () => {
      await run.keeper.settle();
      const state = run.isWhole ? await run.stage.state() : run.whole;
      if (state) run.keeper.keep(state);
      await run.keeper.settle();
      if (!run.gate.isHolding) await this.#reportSnapshot(run);
      run.report({ type: 'runPaused', runId: run.id, step: run.step });
    });
  }

  /** Nothing while there is nothing to show yet. */
  async #reportSnapshot(run: Run): Promise<void> {
    const output = await run.stage.output();
    if (output) {
      run.report({ type: 'snapshot', runId: run.id, snapshot: snapshotOf(run, output) });
      run.kept = { step: run.step, output };
    }
    run.snapshotAt = performance.now();
  }

  /** Whatever goes wrong in `action` ends the run and is reported. */
  async #guarded(run: Run, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      run.isOver = true;
      if (!run.gate.isDropped) await this.#fail(run.id, run.report, run, error);
    }
  }

  /** The weights of the last snapshot become a checkpoint, whatever became of the device. @param run null = it wasn't opened */
  async #fail(runId: string, report: OnEvent, run: Run | null, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : 'Error';
    const message = error instanceof Error ? error.message : String(error);
    const kept = run?.kept ?? null;
    const nodeId = run && (await this.#makeNodeOfKept(run));
    const isDevice = name === 'DeviceError' || name === 'OutOfMemoryError';
    const device = isDevice ? this.#device : null;
    report({
      type: 'failed',
      runId,
      error: { name, message },
      keptStep: kept?.step ?? 0,
      nodeId,
      failedDevice: device ? choiceOf(device.report) : null,
      nextDevice: device?.fallback ?? null,
    });
  }

  /** Ends the run, if any, in the middle of a step too. */
  async #drop(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#run = null;
    run.isPauseWanted = true;
    run.gate.drop();
    await run.loop;
    await run.keeper.settle();
    run.isOver = true;
    // A device that failed may fail here too; the run is gone either way.
    await run.steps.return().catch(() => undefined);
    await run.stage.dispose().catch(() => undefined);
  }

  #command<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#commands.then(action);
    this.#commands = result.catch(() => undefined);
    return result;
  }

  #ready(): { device: OpenedDevice; model: LoadedModel } {
    if (!this.#device || !this.#model) throw new InvalidInputError('no model is loaded yet: wait for init to finish');
    return { device: this.#device, model: this.#model };
  }

  #current(runId: string): Run {
    if (this.#run?.id !== runId) throw new AbortedError(`run ${runId} was replaced or reset`);
    return this.#run;
  }
}

interface OpenOptions extends Pick<Run, 'id' | 'stageId' | 'report' | 'keeper'> {
  readonly experiment: StageRequest['experiment'];
  readonly inputs: StageInputs;
  readonly resume: StageResume | null;
}
