/**
 * The finished stages of a run, kept in a folder beside its --out until the run document is written: one file a stage, named
 * by its checkpoint's id. `--resume` goes on from them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InvalidInputError } from '../src/errors.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';
import type { LoadedModel } from '../src/lab/model/modelFolder.ts';
import { allNodeIds } from '../src/lab/pipeline.ts';
import { baseCheckpointId } from '../src/lab/run/checkpointId.ts';
import { type KeptStage, packStage, type StageKeeper, unpackStage } from '../src/lab/run/keptStage.ts';
import type { StageId } from '../src/lab/stages/kinds.ts';
import { isSpecial, reasonOf, writeFile } from './writeFiles.ts';

export interface StageFolderOptions {
  /** The run document to come. */
  readonly out: string;
  /** Goes on from what is kept; otherwise nothing may be kept yet. */
  readonly isResumed: boolean;
  /** What will be trained, one after the other. */
  readonly runs: readonly { readonly run: Pick<SharedRun, 'experiment'>; readonly model: LoadedModel }[];
  /** In words, as the executor says it. */
  readonly device: string;
}

const FILE = /^([0-9a-f]{64})\.safetensors$/;

export class StageFolder implements StageKeeper {
  readonly #out: string;
  readonly #folder: string;
  readonly #kept = new Map<string, KeptStage>();
  readonly #names = new Set<StageId>();

  private constructor(out: string) {
    this.#out = out;
    this.#folder = `${out}.stages`;
  }

  /**
   * @returns null where the run document goes to a device or a pipe: there is no place beside it
   * @throws InvalidInputError when there is nothing to go on from, when a file is damaged, or when what is kept is of another
   * run or another device
   */
  static async open({ out, isResumed, runs, device }: StageFolderOptions): Promise<StageFolder | null> {
    if (isSpecial(out)) return null;
    const kept = new StageFolder(out);
    const folder = kept.#folder;
    const present = checkpointsIn(folder);
    const ids = (await checkpointsOf(runs)).filter((id) => present.includes(id));
    if (!isResumed && present.length > 0) {
      throw new InvalidInputError(
        `${folder} keeps finished stages of an interrupted run: add --resume ${out} to go on from them, or remove ${folder}`,
      );
    }
    if (isResumed && present.length === 0) {
      throw new InvalidInputError(`${folder} keeps no finished stage: leave out --resume to start from the beginning`);
    }
    if (ids.length < present.length) {
      throw new InvalidInputError(
        `${folder} is of another run: give the experiment, --seed, --set and --models that it was started with`,
      );
    }
    for (const id of ids) await kept.#read(id, device);
    return kept;
  }

  /** Names of the stages that are kept: in the beginning, those to go on from. */
  get stages(): readonly StageId[] {
    return [...this.#names];
  }

  /** How to go on, in half a sentence; null while nothing is kept. */
  get advice(): string | null {
    if (this.#names.size === 0) return null;
    return `${this.stages.join(', ')} kept in ${this.#folder}: the same command with --resume ${this.#out} goes on from there`;
  }

  find(checkpointId: string): KeptStage | null {
    return this.#kept.get(checkpointId) ?? null;
  }

  async keep(checkpointId: string, stage: KeptStage): Promise<void> {
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFile(this.#file(checkpointId), new Uint8Array(await packStage(checkpointId, stage)));
      this.#names.add(stage.stage);
    } catch (error) {
      process.stderr.write(`${stage.stage} is not kept for --resume: ${reasonOf(error)}\n`);
    }
  }

  /** Takes its own files away, and the folder when nothing else is in it. */
  remove(): void {
    this.#names.clear();
    for (const id of checkpointsIn(this.#folder)) rmSync(this.#file(id), { force: true });
    if (existsSync(this.#folder) && readdirSync(this.#folder).length === 0) rmdirSync(this.#folder);
  }

  async #read(id: string, device: string): Promise<void> {
    const file = this.#file(id);
    let stage: KeptStage;
    try {
      const bytes = readFileSync(file);
      stage = await unpackStage(id, Uint8Array.from(bytes).buffer);
    } catch (error) {
      throw new InvalidInputError(`${file} is damaged (${reasonOf(error)}): remove it, and its stage is trained again`);
    }
    if (stage.device !== device) {
      throw new InvalidInputError(
        `${this.#folder} was trained on ${stage.device}, not on ${device}: give the same --device and --threads`,
      );
    }
    this.#kept.set(id, stage);
    this.#names.add(stage.stage);
  }

  #file(id: string): string {
    return path.join(this.#folder, `${id}.safetensors`);
  }
}

/** Those that the runs will make, in order, each once. */
async function checkpointsOf(runs: StageFolderOptions['runs']): Promise<readonly string[]> {
  const ids = runs.map(async ({ run: { experiment }, model }) => {
    const all = await allNodeIds(experiment, await baseCheckpointId(model.config, model.params));
    return experiment.stages.map(({ id }) => all.get(id)!);
  });
  return [...new Set((await Promise.all(ids)).flat())];
}

function checkpointsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder).flatMap((name) => FILE.exec(name)?.[1] ?? []);
  } catch (error) {
    throw new InvalidInputError(`${folder} can't be read (${reasonOf(error)}): remove it, or give another --out`);
  }
}
