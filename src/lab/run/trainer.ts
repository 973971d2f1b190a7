/**
 * What trainer.worker does, without the worker: takes commands one after another, and holds one run at a time (heldRun.ts).
 * Nothing here knows the device or the network: both are handed in.
 */
import { AbortedError, InvalidInputError } from '../../errors.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { OpenedDevice } from '../model/device.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type {
  DeviceChoice,
  DeviceReport,
  InitRequest,
  InitResult,
  OnEvent,
  OnProgress,
  StageRequest,
  TrainerApi,
} from './protocol.ts';
import { BASE, inputsOf, parentIdsOf, stageNamed } from '../pipeline.ts';
import { specOf } from '../stages/kinds.ts';
import { openStage } from '../stages/openStage.ts';
import type { LiveChanges, StageInputs, StageResume } from '../stages/stageRun.ts';
import { storeBase } from '../storage/base.ts';
import type { LabStorage, StoredRun } from '../storage/types.ts';
import { baseCheckpointId } from './checkpointId.ts';
import { Gate, gatedExecutor } from './gate.ts';
import { HeldRun, type HeldRunParts, type Remains } from './heldRun.ts';
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

export class Trainer implements TrainerApi {
  readonly #parts: TrainerParts;
  #device: OpenedDevice | null = null;
  #model: LoadedModel | null = null;
  #run: HeldRun | null = null;
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
        this.#reportFailure(runId, onEvent, error);
      }
    });
  }

  resume(runId: string): Promise<void> {
    return this.#command(async () => {
      this.#current(runId).goOn();
    });
  }

  reopen(runId: string, onEvent: OnEvent): Promise<void> {
    return this.#command(async () => {
      await this.#drop();
      try {
        await this.#reopen(runId, onEvent);
      } catch (error) {
        this.#reportFailure(runId, onEvent, error);
      }
    });
  }

  end(runId: string): Promise<string | null> {
    return this.#command(async () => {
      const run = this.#current(runId);
      await run.standStill();
      const nodeId = await run.checkpoint();
      await this.#drop();
      return nodeId;
    });
  }

  hold(runId: string): Promise<void> {
    if (this.#run?.id === runId) this.#run.hold();
    return Promise.resolve();
  }

  keep(runId: string): Promise<void> {
    if (this.#run?.id === runId) this.#run.keepSoon();
    return Promise.resolve();
  }

  pause(runId: string): Promise<void> {
    void this.hold(runId);
    return this.#command(() => this.#current(runId).pause());
  }

  stepOnce(runId: string): Promise<void> {
    return this.#command(() => this.#current(runId).stepOnce());
  }

  change(runId: string, settings: LiveChanges): Promise<void> {
    return this.#command(async () => this.#current(runId).change(settings));
  }

  reset(runId: string): Promise<void> {
    return this.#command(async () => {
      if (this.#run?.id !== runId) return;
      const run = this.#run;
      await this.#drop();
      await run.forget();
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
    if (specOf(kind).opensWithStep) await run.goOnce();
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
    onEvent({ type: 'runRestored', runId, step: stored.step, course });
    await run.restore(stored.step, resume !== null);
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

  async #open(options: OpenOptions): Promise<HeldRun> {
    const { device, model } = this.#ready();
    const gate = new Gate();
    const executor = gatedExecutor(device.executor, gate);
    const { id, report, keeper, experiment, stageId, inputs, resume } = options;
    const { needsCheckTools } = specOf(stageNamed(experiment, stageId).kind);
    const tools = needsCheckTools ? await this.#parts.tools() : noTools;
    const stage = await openStage({ executor, model, experiment, id: stageId, inputs, tools, resume });
    const run = new HeldRun({
      id,
      stageId,
      stage,
      report,
      keeper,
      gate,
      keepEveryMs: this.#keepEveryMs,
      onOutput: (nodeId, output) => this.#outputs.keep(nodeId, output),
      onFailure: (error, remains) => this.#reportFailure(id, report, error, remains),
    });
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

  /** @param at what is left of a run that was open: its last snapshot, as a checkpoint */
  #reportFailure(runId: string, report: OnEvent, error: unknown, at: Remains = { keptStep: 0, nodeId: null }): void {
    const name = error instanceof Error ? error.name : 'Error';
    const message = error instanceof Error ? error.message : String(error);
    const isDevice = name === 'DeviceError' || name === 'OutOfMemoryError';
    const device = isDevice ? this.#device : null;
    report({
      type: 'failed',
      runId,
      error: { name, message },
      ...at,
      failedDevice: device ? choiceOf(device.report) : null,
      nextDevice: device?.fallback ?? null,
    });
  }

  /** Ends the run, if any, in the middle of a step too. */
  async #drop(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#run = null;
    await run.drop();
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

  #current(runId: string): HeldRun {
    if (this.#run?.id !== runId) throw new AbortedError(`run ${runId} was replaced or reset`);
    return this.#run;
  }
}

interface OpenOptions extends Pick<HeldRunParts, 'id' | 'stageId' | 'report' | 'keeper'> {
  readonly experiment: StageRequest['experiment'];
  readonly inputs: StageInputs;
  readonly resume: StageResume | null;
}

/** Storage has refused: the run goes on, and it is said. */
const notKept = (runId: string, onEvent: OnEvent) => (message: string) => onEvent({ type: 'notKept', runId, message });

/** For stages that judge no text. */
const noTools: CheckTools = { isWord: () => true };

/** A device as the page offers it; null for those of tests and the command line. */
function choiceOf({ device: { kind } }: DeviceReport): DeviceChoice | null {
  return kind === 'webgpu' || kind === 'wasm' ? kind : null;
}
