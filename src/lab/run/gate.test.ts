import { expect, it } from 'vitest';
import type { DeviceInfo, DeviceTensor, Executor, Program } from '../../engine/runtime/executor.ts';
import type { HostTensor } from '../../engine/tensor/hostTensor.ts';
import { Gate, gatedExecutor } from './gate.ts';

/** As the one on WebGPU is: a class. */
class ClassExecutor implements Executor {
  readonly info: DeviceInfo = { kind: 'webgpu', label: 'WebGPU', threads: 1 };
  readonly memory = 'device';
  compile(): Promise<Program> {
    return Promise.reject(new Error('not used in this test'));
  }
  upload({ dtype, shape }: HostTensor): Promise<DeviceTensor> {
    return Promise.resolve({ onDevice: true, dtype, shape });
  }
  write(): Promise<void> {
    return Promise.resolve();
  }
  read({ dtype, shape }: DeviceTensor): Promise<HostTensor> {
    return Promise.resolve({ dtype, shape, data: new Float32Array(1) } as HostTensor);
  }
  release(): void {
    return undefined;
  }
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

it('has every method of an executor that is a class', async () => {
  const gated = gatedExecutor(new ClassExecutor(), new Gate());
  const tensor = await gated.upload({ dtype: 'f32', shape: [1], data: new Float32Array(1) });
  await gated.write(tensor, tensor);
  expect((await gated.read(tensor)).shape).toEqual([1]);
  gated.release(tensor);
  await gated.dispose();
});
