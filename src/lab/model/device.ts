/**
 * Which device a worker computes on, and why: WebGPU, then wasm, with threads where the browser has them; a
 * software WebGPU adapter only when asked for (2-architecture.md §2.5). The choice is a pure function of what was probed;
 * opening is handed in, so that it runs in a test without a browser.
 */
import { AbortedError, DeviceError } from '../../errors.ts';
import type { DeviceInfo, Executor } from '../../engine/runtime/executor.ts';
import type { ThreadFacts, WebGpuFacts } from '../../engine/runtime/openExecutor.ts';
import type { DeviceChoice, DeviceReport } from '../run/protocol.ts';

/** What the browser offers. */
export interface DeviceFacts {
  readonly webgpu: WebGpuFacts;
  readonly threads: ThreadFacts;
  readonly cores: number;
}

export interface DeviceOpeners {
  probe(): Promise<DeviceFacts>;
  openWebGpu(): Promise<Executor>;
  openWasm(options: { threads: number }): Promise<Executor>;
}

export interface OpenedDevice {
  readonly executor: Executor;
  readonly report: DeviceReport;
  /** What to offer if this device fails later; null when nothing is left that is worth a try. */
  readonly fallback: DeviceChoice | null;
}

/** One way to try, in order. */
export interface DeviceAttempt {
  readonly kind: 'webgpu' | 'wasm';
  /** wasm only; 1 for WebGPU. */
  readonly threads: number;
}

/**
 * Where no experiment names them. Two cores are both used; with more, one is left for the page. More than four don't pay
 * at this model size.
 */
export function defaultThreads(facts: DeviceFacts): number {
  if (!facts.threads.available) return 1;
  return Math.max(1, Math.min(4, facts.cores <= 2 ? facts.cores : facts.cores - 1));
}

/**
 * @param threads wasm threads asked for; bounded by what the page may use
 * @returns what to try, best first; an explicit choice is tried alone
 */
export function planDevice(choice: DeviceChoice, facts: DeviceFacts, threads?: number): DeviceAttempt[] {
  const wasm: DeviceAttempt = { kind: 'wasm', threads: countThreads(facts, threads) };
  if (choice === 'wasm') return [wasm];
  if (choice === 'webgpu') return [{ kind: 'webgpu', threads: 1 }];
  const isHardware = facts.webgpu.available && !facts.webgpu.isSoftware;
  return isHardware ? [{ kind: 'webgpu', threads: 1 }, wasm] : [wasm];
}

/** As many as asked for, also with fewer cores: they are part of what is computed. One where there are no threads. */
function countThreads(facts: DeviceFacts, threads: number | undefined): number {
  return facts.threads.available ? (threads ?? defaultThreads(facts)) : 1;
}

/**
 * @param ownThreads how many wasm threads the caller takes at most; the report is about the device as it trains
 * @throws DeviceError when none of the devices of the plan opens; the message says what was tried and what to do
 */
export async function openDevice(
  choice: DeviceChoice,
  openers: DeviceOpeners,
  threads?: number,
  ownThreads = Infinity,
): Promise<OpenedDevice> {
  const facts = await openers.probe();
  const failures: string[] = [];
  for (const attempt of planDevice(choice, facts, threads)) {
    try {
      const own = Math.min(attempt.threads, ownThreads);
      const executor =
        attempt.kind === 'webgpu' ? await openers.openWebGpu() : await openers.openWasm({ threads: own });
      const { info } = executor;
      const device = attempt.kind === 'webgpu' ? info : { ...info, label: nameOf(attempt), threads: attempt.threads };
      const report = reportDevice(choice, facts, device, failures, threads);
      return { executor, report, fallback: fallbackFor(attempt, facts, failures) };
    } catch (error) {
      if (error instanceof AbortedError) throw error;
      failures.push(`${nameOf(attempt)} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const other = choice === 'webgpu' ? 'choose the CPU (wasm) instead' : 'try another browser';
  throw new DeviceError(`no device could be opened (${failures.join('; ')}): ${other}`);
}

function reportDevice(
  choice: DeviceChoice,
  facts: DeviceFacts,
  device: DeviceInfo,
  failures: readonly string[],
  threads: number | undefined,
): DeviceReport {
  const gpu = describeWebGpu(facts);
  const gpuFailed = failures.find((failure) => failure.startsWith(nameOf({ kind: 'webgpu', threads: 1 })));
  const gpuReason = gpuFailed === undefined ? gpu.reason : `${gpuFailed}.`;
  const count = countThreads(facts, threads);
  const wasmReason = facts.threads.available
    ? `The CPU works everywhere; it computes with ${count} thread${count === 1 ? '' : 's'} here.`
    : `The CPU works everywhere; ${facts.threads.description}, so one thread only.`;
  return {
    device,
    reason: reasonFor(choice, device, gpuReason),
    considered: [
      { kind: 'webgpu', usable: gpu.usable && gpuFailed === undefined, reason: gpuReason },
      { kind: 'wasm', usable: true, reason: wasmReason },
    ],
  };
}

function reasonFor(choice: DeviceChoice, { kind, label, isSoftware }: DeviceInfo, gpuReason: string): string {
  if (kind === 'webgpu') {
    if (isSoftware) return 'A software WebGPU adapter was asked for: right, but far slower than the CPU.';
    return choice === 'webgpu' ? 'WebGPU was asked for.' : 'WebGPU is available, and the fastest.';
  }
  return choice === 'wasm' ? 'The CPU was asked for.' : `${gpuReason} So ${label} is used.`;
}

function describeWebGpu({ webgpu }: DeviceFacts): { usable: boolean; reason: string } {
  if (!webgpu.available) return { usable: false, reason: `WebGPU is not available: ${webgpu.description}.` };
  if (webgpu.isSoftware) {
    return {
      usable: true,
      reason: `WebGPU has only a software adapter here (${webgpu.description}), slower than the CPU.`,
    };
  }
  return { usable: true, reason: `WebGPU is available (${webgpu.description}).` };
}

function nameOf({ kind, threads }: DeviceAttempt): string {
  return kind === 'webgpu' ? 'WebGPU' : `CPU (wasm, ${threads} thread${threads === 1 ? '' : 's'})`;
}

/** After WebGPU the CPU; after the CPU a hardware WebGPU that hasn't failed already. */
function fallbackFor(
  { kind }: DeviceAttempt,
  { webgpu }: DeviceFacts,
  failures: readonly string[],
): DeviceChoice | null {
  if (kind === 'webgpu') return 'wasm';
  const hasFailed = failures.some((failure) => failure.startsWith('WebGPU'));
  return webgpu.available && !webgpu.isSoftware && !hasFailed ? 'webgpu' : null;
}
