import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../errors.ts';
import type { DeviceInfo, Executor } from '../../engine/runtime/executor.ts';
import { type DeviceFacts, type DeviceOpeners, defaultThreads, openDevice, planDevice } from './device.ts';

const laptop: DeviceFacts = {
  webgpu: { available: true, description: 'Apple M2', isSoftware: false },
  threads: { available: true, description: '' },
  cores: 8,
};
const software: DeviceFacts = {
  ...laptop,
  webgpu: { available: true, description: 'SwiftShader', isSoftware: true },
  cores: 2,
};
const oneThread: DeviceFacts = { ...laptop, threads: { available: false, description: 'this browser has no threads' } };
const noGpu: DeviceFacts = { ...laptop, webgpu: { available: false, description: 'no adapter', isSoftware: false } };

function opened(info: DeviceInfo): Executor {
  const unused = () => Promise.reject(new Error('not used in this test'));
  return {
    info,
    memory: 'host',
    compile: unused,
    upload: unused,
    write: unused,
    read: unused,
    release: () => {},
    dispose: async () => {},
  };
}

function openersFor(facts: DeviceFacts, broken: readonly string[] = []): DeviceOpeners {
  const open = (key: string, info: DeviceInfo) =>
    broken.includes(key) ? Promise.reject(new Error(`${key} broke`)) : Promise.resolve(opened(info));
  return {
    probe: () => Promise.resolve(facts),
    openWebGpu: () =>
      open('webgpu', { kind: 'webgpu', label: 'WebGPU', threads: 1, isSoftware: facts.webgpu.isSoftware }),
    openWasm: ({ threads }) =>
      open(`wasm${threads}`, { kind: 'wasm', label: `CPU (wasm, ${threads} threads)`, threads }),
  };
}

describe('planDevice', () => {
  it('tries WebGPU, then wasm with threads', () => {
    expect(planDevice('auto', laptop)).toEqual([
      { kind: 'webgpu', threads: 1 },
      { kind: 'wasm', threads: 4 },
    ]);
  });
  it('leaves a software adapter alone unless asked for', () => {
    expect(planDevice('auto', software).map(({ kind }) => kind)).toEqual(['wasm']);
    expect(planDevice('webgpu', software)).toEqual([{ kind: 'webgpu', threads: 1 }]);
  });
  it('uses as many threads as the experiment names, whatever the cores', () => {
    expect(planDevice('wasm', software, 8)[0]).toEqual({ kind: 'wasm', threads: 8 });
  });
  it('uses one thread, whatever was asked, where there are no threads', () => {
    expect(planDevice('wasm', oneThread, 4)).toEqual([{ kind: 'wasm', threads: 1 }]);
  });
});

describe('defaultThreads', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [16, 4],
  ])('of %i cores is %i', (cores, threads) => expect(defaultThreads({ ...laptop, cores })).toBe(threads));
});

describe('openDevice', () => {
  it('says why the CPU is used', async () => {
    const { report } = await openDevice('auto', openersFor(noGpu));
    expect(report.device.kind).toBe('wasm');
    expect(report.reason).toBe('WebGPU is not available: no adapter. So CPU (wasm, 4 threads) is used.');
    expect(report.considered.map(({ kind, usable }) => [kind, usable])).toEqual([
      ['webgpu', false],
      ['wasm', true],
    ]);
  });
  it('says how many threads the CPU has for this experiment', async () => {
    const { report } = await openDevice('auto', openersFor(laptop), 2);
    expect(report.considered[1]?.reason).toBe('The CPU works everywhere; it computes with 2 threads here.');
  });
  it('reports the device that trains to a worker that takes fewer threads', async () => {
    const { executor, report } = await openDevice('wasm', openersFor(laptop), 2, 1);
    expect(executor.info.threads).toBe(1);
    expect(report.device).toMatchObject({ label: 'CPU (wasm, 2 threads)', threads: 2 });
  });
  it('says why the CPU has one thread only', async () => {
    const { report } = await openDevice('auto', openersFor(oneThread, ['webgpu']), 2);
    expect(report.device).toMatchObject({ kind: 'wasm', threads: 1 });
    expect(report.considered[1]?.reason).toBe(
      'The CPU works everywhere; this browser has no threads, so one thread only.',
    );
  });
  it('goes to the next device when one fails, and says so', async () => {
    const { report } = await openDevice('auto', openersFor(laptop, ['webgpu']));
    expect(report.device).toMatchObject({ kind: 'wasm', threads: 4 });
    expect(report.reason).toMatch(/WebGPU failed: webgpu broke. So CPU .* is used/);
    expect(report.considered[0]).toMatchObject({ kind: 'webgpu', usable: false });
  });
  it('says what went wrong when nothing opens', async () => {
    await expect(openDevice('auto', openersFor(noGpu, ['wasm4']))).rejects.toThrow(
      /wasm, 4 threads\) failed: wasm4 broke/,
    );
  });
  it('does not replace a device that was asked for', async () => {
    await expect(openDevice('webgpu', openersFor(laptop, ['webgpu']))).rejects.toThrow(DeviceError);
    await expect(openDevice('webgpu', openersFor(laptop, ['webgpu']))).rejects.toThrow(/choose the CPU/);
  });
  it('labels a software adapter that was asked for', async () => {
    const { report } = await openDevice('webgpu', openersFor(software));
    expect(report.reason).toMatch(/software WebGPU adapter was asked for/);
  });
});

describe('fallback', () => {
  it.each([
    ['the CPU after WebGPU', 'auto', laptop, [], 'wasm'],
    ['WebGPU after the CPU', 'wasm', laptop, [], 'webgpu'],
    ['nothing after the CPU when WebGPU has failed already', 'auto', laptop, ['webgpu'], null],
    ['nothing after the CPU when WebGPU is software', 'wasm', software, [], null],
    ['nothing after the CPU without WebGPU', 'wasm', noGpu, [], null],
  ] as const)('is %s', async (_what, choice, facts, broken, expected) => {
    expect((await openDevice(choice, openersFor(facts, broken))).fallback).toBe(expected);
  });
});
