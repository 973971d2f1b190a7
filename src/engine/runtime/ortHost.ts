/**
 * The executor on ORT's CPU providers, whose tensors live in host memory: onnxruntime-node's `cpu` and onnxruntime-web's
 * `wasm`. Which of the two is the caller's choice (native.ts, wasm.ts); nothing here names a package but for its types.
 */
import type { InferenceSession, Tensor as OrtTensor, TensorConstructor } from 'onnxruntime-common';
import { DeviceError, OutOfMemoryError } from '../../errors.ts';
import type { Graph } from '../autodiff/graph.ts';
import { emitOnnx } from '../onnx/emit.ts';
import { emitLoop } from '../onnx/loop.ts';
import type { DType, HostTensor } from '../tensor/hostTensor.ts';
import type { CompileOptions, DeviceInfo, DeviceTensor, Executor, Feeds, Program, Value } from './executor.ts';
import { RunQueue } from './runQueue.ts';

/** The two names of onnxruntime-common's interface that both packages export. */
export interface OrtModule {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
}

interface HostDeviceTensor extends DeviceTensor {
  readonly value: HostTensor;
}

const ortTypes = { f32: 'float32', i32: 'int32', i64: 'int64', bool: 'bool' } as const satisfies Record<
  DType,
  OrtTensor.Type
>;

function dtypeOf(type: string): DType {
  const found = (Object.keys(ortTypes) as DType[]).find((dtype) => ortTypes[dtype] === type);
  if (!found) throw new DeviceError(`ONNX Runtime returned a tensor of type ${type}, which no graph of ours produces`);
  return found;
}

/** Wraps ORT's message in a named error that says what to do. */
export function deviceError(doing: string, cause: unknown): DeviceError | OutOfMemoryError {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/out of memory|bad_alloc|failed to allocate|allocation failed|memory access out of bounds/i.test(message)) {
    return new OutOfMemoryError(
      `The device ran out of memory while ${doing} (${message}). Choose a smaller batch or another device.`,
      { cause },
    );
  }
  return new DeviceError(
    `The device failed while ${doing} (${message}). Choose another device, or reload the page to try again.`,
    { cause },
  );
}

export function hostExecutor(
  ort: OrtModule,
  info: DeviceInfo,
  sessionOptions: InferenceSession.SessionOptions,
): Executor {
  const queue = new RunQueue();
  const programs = new Set<Program>();

  async function load(name: string, model: Uint8Array, keepOnDevice: readonly string[]): Promise<Program> {
    const session = await queue
      .run(() => ort.InferenceSession.create(model, sessionOptions))
      .catch((cause: unknown) => {
        throw deviceError(`opening "${name}"`, cause);
      });
    const program: Program = {
      async run(feeds) {
        const inputs: Record<string, OrtTensor> = {};
        for (const name of session.inputNames) inputs[name] = toOrt(ort, name, feeds);
        const outputs = await queue
          .run(() => session.run(inputs))
          .catch((cause: unknown) => {
            throw deviceError(`running "${name}"`, cause);
          });
        return Object.fromEntries(
          Object.entries(outputs).map(([key, tensor]) => {
            const value = { dtype: dtypeOf(tensor.type), shape: tensor.dims, data: tensor.data as HostTensor['data'] };
            return [key, keepOnDevice.includes(key) ? onHost(value) : value];
          }),
        );
      },
      async dispose() {
        programs.delete(program);
        await queue.run(() => session.release());
      },
    };
    programs.add(program);
    return program;
  }

  return {
    info,
    memory: 'host',
    compile: (graph: Graph, { name, keepOnDevice = [] }: CompileOptions) =>
      load(name, emitOnnx(graph, { name, contraction: 'matmul' }), keepOnDevice),
    compileLoop: (loop) => load(loop.name, emitLoop(loop), []),
    upload: (value) => Promise.resolve(onHost({ ...value, data: value.data.slice() })),
    write: async (target, value) => hostValue(target).data.set(hostValue(value).data as never),
    read: (tensor) => Promise.resolve({ ...hostValue(tensor), data: hostValue(tensor).data.slice() }),
    release: () => undefined,
    async dispose() {
      for (const program of programs) await program.dispose();
    },
  };
}

function onHost(value: HostTensor): HostDeviceTensor {
  return { onDevice: true, dtype: value.dtype, shape: value.shape, value };
}

function hostValue(value: Value): HostTensor {
  return 'onDevice' in value ? (value as HostDeviceTensor).value : value;
}

function toOrt(ort: OrtModule, name: string, feeds: Feeds): OrtTensor {
  const feed = feeds[name];
  if (!feed) throw new DeviceError(`the graph needs an input "${name}" that was not fed`);
  const { dtype, data, shape } = hostValue(feed);
  return new ort.Tensor(ortTypes[dtype], data as Float32Array, shape);
}
