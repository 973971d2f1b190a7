/**
 * The seam between recipes and devices: compile a graph, run it, keep tensors where they are.
 * Implementations: webgpu.ts and wasm.ts (onnxruntime-web), native.ts (onnxruntime-node), and interpreter.ts in float64. Knows no model and no recipe.
 */
import type { Graph } from '../autodiff/graph.ts';
import type { LoopModel } from '../onnx/loop.ts';
import type { DType, HostTensor } from '../tensor/hostTensor.ts';
import type { Shape } from '../tensor/shape.ts';

export type DeviceKind = 'webgpu' | 'wasm' | 'native' | 'interpreter';

/** What the page and the run document say about the device. */
export interface DeviceInfo {
  readonly kind: DeviceKind;
  /** One line for people: "WebGPU · Apple M2", "CPU (wasm, 2 threads)". */
  readonly label: string;
  readonly threads: number;
  /** True for a software WebGPU adapter (SwiftShader, lavapipe): right, but very slow. */
  readonly isSoftware?: boolean;
}

/** A tensor that lives where the executor computes. Only its own executor can read, write or feed it. */
export interface DeviceTensor {
  readonly onDevice: true;
  readonly dtype: DType;
  readonly shape: Shape;
}

export type Value = HostTensor | DeviceTensor;
export type Feeds = Readonly<Record<string, Value>>;

export interface CompileOptions {
  /** For messages, profiles and the placement log. */
  readonly name: string;
  /** Outputs that stay on the device; all others come back as host tensors. */
  readonly keepOnDevice?: readonly string[];
}

export interface Program {
  /**
   * @param feeds every graph input by name
   * @returns every graph output by name: DeviceTensor for those in `keepOnDevice` (valid until the next run of this
   * program, unless copied), HostTensor for the others · @throws DeviceError, OutOfMemoryError
   */
  run(feeds: Feeds): Promise<Record<string, Value>>;
  dispose(): Promise<void>;
}

export interface Executor {
  readonly info: DeviceInfo;
  /** 'host': tensors live in the program's own memory, so parameters are bound by name and updated in place. */
  readonly memory: 'host' | 'device';
  compile(graph: Graph, options: CompileOptions): Promise<Program>;
  /** Where the device can loop inside one run (ORT's CPU providers): see LoopModel. */
  readonly compileLoop?: (spec: LoopModel) => Promise<Program>;
  /** A device tensor holding a copy of `value`. */
  upload(value: HostTensor): Promise<DeviceTensor>;
  /** Overwrites `target` in place; shapes and dtypes must match. */
  write(target: DeviceTensor, value: Value): Promise<void>;
  /** A host copy. */
  read(tensor: DeviceTensor): Promise<HostTensor>;
  release(tensor: DeviceTensor): void;
  dispose(): Promise<void>;
}
