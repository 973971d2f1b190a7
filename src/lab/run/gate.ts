/**
 * Lets a run stop in the middle of a step: before each run of the device, whatever a stage computes passes here. A step that
 * is held goes on where it stood, to the same numbers; one that is dropped ends there.
 */
import type { Executor, Program } from '../../engine/runtime/executor.ts';
import { AbortedError } from '../../errors.ts';
import { letMessagesIn } from './letMessagesIn.ts';

/** A worker that computes hears nothing: so often it listens. */
const LISTEN_EVERY_MS = 50;

export class Gate {
  #closesAt = Infinity;
  #isDropped = false;
  #listenedAt = performance.now();
  /** Of those that stand before the gate. */
  #letGo: (() => void)[] = [];
  /** Of those that want to know when one stands there. */
  #tell: (() => void)[] = [];

  /** @throws AbortedError once the run was dropped */
  async pass(): Promise<void> {
    if (performance.now() - this.#listenedAt >= LISTEN_EVERY_MS) {
      await letMessagesIn();
      this.#listenedAt = performance.now();
    }
    while (!this.#isDropped && performance.now() >= this.#closesAt) {
      const isOpened = new Promise<void>((resolve) => this.#letGo.push(resolve));
      this.#tell.splice(0).forEach((tell) => tell());
      await isOpened;
    }
    if (this.#isDropped) throw new AbortedError('the run was dropped');
  }

  /** A step that ends within `inMs` isn't held. */
  close(inMs: number): void {
    this.#closesAt = Math.min(this.#closesAt, performance.now() + inMs);
  }

  open(): void {
    this.#closesAt = Infinity;
    this.#letGo.splice(0).forEach((letGo) => letGo());
  }

  drop(): void {
    this.#isDropped = true;
    this.open();
  }

  get isDropped(): boolean {
    return this.#isDropped;
  }

  /** A step stands before it. */
  get isHolding(): boolean {
    return this.#letGo.length > 0;
  }

  /** Resolves once it holds a step; perhaps never. */
  holds(): Promise<void> {
    return this.isHolding ? Promise.resolve() : new Promise((resolve) => this.#tell.push(resolve));
  }
}

/** The executor, with every run of its programs behind the gate. */
export function gatedExecutor(executor: Executor, gate: Gate): Executor {
  const behind = (program: Program): Program => ({
    async run(feeds) {
      await gate.pass();
      return program.run(feeds);
    },
    dispose: () => program.dispose(),
  });
  const { info, memory, compileLoop } = executor;
  // One by one: the methods of a class are not among an object's own properties.
  return {
    info,
    memory,
    upload: (value) => executor.upload(value),
    write: (target, value) => executor.write(target, value),
    read: (tensor) => executor.read(tensor),
    release: (tensor) => executor.release(tensor),
    dispose: () => executor.dispose(),
    compile: async (graph, options) => behind(await executor.compile(graph, options)),
    ...(compileLoop ? { compileLoop: async (spec) => behind(await compileLoop(spec)) } : {}),
  };
}
