/**
 * The executor on ORT's WebGPU provider. All inputs and outputs of a program are GPU tensors at fixed addresses (as graph
 * capture would need): host feeds are written into them, device feeds are bound at the first run or copied, and only what
 * the caller wants on the host is read back, in one transfer.
 */
import * as ort from 'onnxruntime-web/webgpu';
import { DeviceError, GraphError } from '../../errors.ts';
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { emitOnnx } from '../onnx/emit.ts';
import type { DType, HostTensor } from '../tensor/hostTensor.ts';
import { type Shape, numel, shapesEqual } from '../tensor/shape.ts';
import type { CompileOptions, DeviceInfo, DeviceTensor, Executor, Feeds, Program, Value } from './executor.ts';
import { deviceError } from './ortHost.ts';
import { RunQueue } from './runQueue.ts';
import type { OrtAssets } from './wasm.ts';

/** GPUBufferUsage and GPUMapMode, https://www.w3.org/TR/webgpu/#buffer-usage */
const MAP_READ = 1;
const COPY_DST = 8;

interface Spec {
  readonly dtype: DType;
  readonly shape: Shape;
}

interface GpuTensor extends DeviceTensor {
  readonly buffer: GPUBuffer;
  /** ORT's handle; tensors made by `allocate` keep it for life. */
  readonly tensor: ort.Tensor;
  /** Made by `upload`: lives until released, may be bound to programs. */
  readonly isResident: boolean;
}

export interface WebGpuOptions {
  readonly assets?: OrtAssets;
  readonly info: DeviceInfo;
  /** ORT writes each node's placement to the console. For tests. */
  readonly isVerbose?: boolean;
}

/** @throws DeviceError when ORT can't start on WebGPU */
export async function openWebGpu({ assets, info, isVerbose = false }: WebGpuOptions): Promise<Executor> {
  ort.env.wasm.numThreads = 1;
  if (assets) ort.env.wasm.wasmPaths = { ...assets };
  if (isVerbose) ort.env.logLevel = 'verbose';
  const executor = new WebGpuExecutor(info, isVerbose ? 0 : 3);
  await executor.start();
  return executor;
}

class WebGpuExecutor implements Executor {
  readonly memory = 'device';
  readonly info: DeviceInfo;
  readonly #logSeverityLevel: 0 | 3;
  readonly #queue = new RunQueue();
  readonly #sessions = new Set<ort.InferenceSession>();
  #device: GPUDevice | undefined;
  /** The first thing that went wrong on the device outside a call; every later call reports it. */
  #fault: string | undefined;

  constructor(info: DeviceInfo, logSeverityLevel: 0 | 3) {
    this.info = info;
    this.#logSeverityLevel = logSeverityLevel;
  }

  async start(): Promise<void> {
    await this.#allocate([{ dtype: 'f32', shape: [1] }], false);
    this.#device = await ort.env.webgpu.device;
    this.#device.addEventListener('uncapturederror', (event) => {
      this.#fault ??= event.error.message;
    });
    void this.#device.lost.then(({ message, reason }) => {
      if (reason !== 'destroyed') this.#fault ??= `the GPU was lost: ${message}`;
    });
  }

  async compile(graph: Graph, { name, keepOnDevice = [] }: CompileOptions): Promise<Program> {
    const session = await this.#guard(`opening "${name}"`, () =>
      ort.InferenceSession.create(emitOnnx(graph, { name, contraction: 'einsum' }), {
        executionProviders: [{ name: 'webgpu' }],
        // Not captured: ORT 1.30's replay leaves out buffer copies (ScatterND adds up from run to run) and shares kernels'
        // temporaries (leading-axis sums are wrong). e2e/parity.spec.ts names every gradient that goes wrong with `true`.
        enableGraphCapture: false,
        preferredOutputLocation: 'gpu-buffer',
        logSeverityLevel: this.#logSeverityLevel,
      }),
    );
    this.#sessions.add(session);
    const specs = new Map(session.inputNames.map((input) => [input, graph.node(graph.inputs.get(input)!)]));
    const bound = new Map<string, GpuTensor>();
    const readBack = session.outputNames.filter((output) => !keepOnDevice.includes(output));
    let last: readonly ort.Tensor[] = [];

    const run = async (feeds: Feeds): Promise<Record<string, Value>> => {
      if (bound.size === 0) await this.#bind(name, specs, feeds, bound);
      for (const [input, target] of bound) this.#place(name, input, feeds[input], target);
      const outputs = await session.run(Object.fromEntries([...bound].map(([input, { tensor }]) => [input, tensor])));
      for (const tensor of last) tensor.dispose();
      last = Object.values(outputs);
      const tensors = new Map(
        Object.entries(outputs).map(([output, tensor]) => {
          const { dtype } = graph.node(graph.outputs.get(output)!);
          return [output, wrap(tensor, dtype, false)];
        }),
      );
      const hosts = await this.#readAll(readBack.map((output) => tensors.get(output)!));
      const results: Record<string, Value> = Object.fromEntries(tensors);
      readBack.forEach((output, index) => (results[output] = hosts[index]!));
      return results;
    };
    return {
      run: (feeds) => this.#guard(`running "${name}"`, () => run(feeds)),
      dispose: () =>
        this.#queue.run(async () => {
          this.#sessions.delete(session);
          for (const { tensor, isResident } of bound.values()) if (!isResident) tensor.dispose();
          for (const tensor of last) tensor.dispose();
          await session.release();
        }),
    };
  }

  async upload(value: HostTensor): Promise<DeviceTensor> {
    const [tensor] = await this.#guard('making room for a tensor', () => this.#allocate([value], true));
    this.#gpu.queue.writeBuffer(tensor!.buffer, 0, bytesOf(value));
    return tensor!;
  }

  write(target: DeviceTensor, value: Value): Promise<void> {
    return this.#guard('writing a tensor', () => {
      this.#copy(value, target as GpuTensor);
      return Promise.resolve();
    });
  }

  async read(tensor: DeviceTensor): Promise<HostTensor> {
    const [host] = await this.#guard('reading a tensor', () => this.#readAll([tensor as GpuTensor]));
    return host!;
  }

  release(tensor: DeviceTensor): void {
    (tensor as GpuTensor).tensor.dispose();
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      for (const session of this.#sessions) await session.release();
      this.#sessions.clear();
    });
  }

  get #gpu(): GPUDevice {
    if (!this.#device) throw new DeviceError('WebGPU was used before it started');
    return this.#device;
  }

  /** Gives each input its tensor for life: a resident one fed now, or one of the program's own. */
  async #bind(
    name: string,
    specs: ReadonlyMap<string, Spec>,
    feeds: Feeds,
    bound: Map<string, GpuTensor>,
  ): Promise<void> {
    const own = [...specs].filter(([input]) => !isResident(feeds[input]));
    const allocated = await this.#allocate(
      own.map(([, spec]) => spec),
      false,
    );
    const ownTensors = new Map(own.map(([input], index) => [input, allocated[index]!]));
    for (const [input, spec] of specs) {
      const feed = feeds[input];
      if (!feed || !shapesEqual(feed.shape, spec.shape)) {
        throw new GraphError(
          `input "${input}" of "${name}" needs [${spec.shape.join(',')}], got [${feed?.shape.join(',') ?? 'nothing'}]`,
        );
      }
      bound.set(input, ownTensors.get(input) ?? (feed as GpuTensor));
    }
  }

  #place(name: string, input: string, feed: Value | undefined, target: GpuTensor): void {
    if (!feed) throw new GraphError(`input "${input}" of "${name}" was not fed`);
    if (feed === target) return;
    if (target.isResident)
      throw new GraphError(
        `input "${input}" of "${name}" is bound to another tensor; compile a second program for this one`,
      );
    this.#copy(feed, target);
  }

  #copy(from: Value, to: GpuTensor): void {
    if (!shapesEqual(from.shape, to.shape)) {
      throw new GraphError(
        `a tensor of shape [${from.shape.join(',')}] can't be written into one of shape [${to.shape.join(',')}]`,
      );
    }
    if ('onDevice' in from) {
      const encoder = this.#gpu.createCommandEncoder();
      encoder.copyBufferToBuffer((from as GpuTensor).buffer, 0, to.buffer, 0, byteLength(to));
      this.#gpu.queue.submit([encoder.finish()]);
    } else {
      this.#gpu.queue.writeBuffer(to.buffer, 0, bytesOf(from));
    }
  }

  async #readAll(tensors: readonly GpuTensor[]): Promise<HostTensor[]> {
    if (tensors.length === 0) return [];
    const offsets: number[] = [];
    let total = 0;
    for (const tensor of tensors) {
      offsets.push(total);
      total += byteLength(tensor);
    }
    const staging = this.#gpu.createBuffer({ size: total, usage: COPY_DST | MAP_READ });
    const encoder = this.#gpu.createCommandEncoder();
    tensors.forEach((tensor, index) =>
      encoder.copyBufferToBuffer(tensor.buffer, 0, staging, offsets[index]!, byteLength(tensor)),
    );
    this.#gpu.queue.submit([encoder.finish()]);
    await staging.mapAsync(MAP_READ);
    const bytes = staging.getMappedRange().slice(0);
    staging.destroy();
    return tensors.map(({ dtype, shape }, index) => {
      const View = dtype === 'f32' ? Float32Array : Int32Array;
      return { dtype, shape, data: new View(bytes, offsets[index], numel(shape)) };
    });
  }

  /** GPU tensors of ORT's own making, which stay registered for life (those made from foreign buffers don't). */
  async #allocate(specs: readonly Spec[], isResident: boolean): Promise<GpuTensor[]> {
    if (specs.length === 0) return [];
    const graph = new Graph();
    const zero = graph.input('zero', [1]);
    specs.forEach(({ dtype, shape }, index) => {
      // a computation each, so that no two outputs share a buffer
      const values = ops.mul(ops.expand(zero, [numel(shape)]), index + 2);
      graph.output(`tensor_${index}`, ops.reshape(ops.cast(values, dtype), shape));
    });
    const session = await ort.InferenceSession.create(emitOnnx(graph, { name: 'allocate', contraction: 'einsum' }), {
      executionProviders: [{ name: 'webgpu' }],
      preferredOutputLocation: 'gpu-buffer',
      graphOptimizationLevel: 'disabled',
      logSeverityLevel: 3,
    });
    this.#sessions.add(session);
    const outputs = await session.run({ zero: new ort.Tensor('float32', Float32Array.of(0), [1]) });
    return specs.map(({ dtype }, index) => wrap(outputs[`tensor_${index}`]!, dtype, isResident));
  }

  /** One call at a time, its failures named. */
  async #guard<T>(doing: string, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      if (this.#fault) throw deviceError(doing, this.#fault);
      let result: T;
      try {
        result = await task();
      } catch (cause) {
        throw cause instanceof GraphError ? cause : deviceError(doing, this.#fault ?? cause);
      }
      if (this.#fault) throw deviceError(doing, this.#fault);
      return result;
    });
  }
}

function wrap(tensor: ort.Tensor, dtype: DType, isResident: boolean): GpuTensor {
  return { onDevice: true, dtype, shape: tensor.dims, tensor, buffer: tensor.gpuBuffer, isResident };
}

function isResident(feed: Value | undefined): feed is GpuTensor {
  return feed !== undefined && 'onDevice' in feed && (feed as GpuTensor).isResident;
}

/** f32 and i32 only: 4 bytes an element. */
function byteLength({ shape }: DeviceTensor): number {
  return numel(shape) * 4;
}

function bytesOf({ data }: HostTensor): Uint8Array<ArrayBuffer> {
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}
