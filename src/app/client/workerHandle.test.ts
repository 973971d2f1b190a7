import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lifeSign } from '../../lab/lifeSign.ts';
import { createWorkerHandle } from './workerHandle.ts';

/** A worker that says what it is told to, and whose lock is freed when it is told to die. */
class FakeWorker extends EventTarget {
  readonly terminate = vi.fn();
  readonly postMessage = vi.fn();

  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const never = () => new Promise<never>(() => undefined);

let spawned: FakeWorker[];
/** Lets go of the lock asked for last. */
let free: () => void;

beforeEach(() => {
  spawned = [];
  free = () => undefined;
  const request = (_: string, __: object, held: () => unknown) =>
    new Promise((resolve) => (free = () => resolve(held())));
  vi.stubGlobal('navigator', { locks: { request } });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function handleOf(init: () => Promise<void>) {
  const onDeath = vi.fn();
  const spawn = () => {
    const worker = new FakeWorker();
    spawned.push(worker);
    return worker as unknown as Worker;
  };
  return { onDeath, handle: createWorkerHandle({ name: 'trainer', spawn, init, onDeath, idleTimeoutMs: null }) };
}

describe('a worker that is gone', () => {
  it('while it is being set up: the call that waits is refused, and the next one has a new worker', async () => {
    const init = vi.fn(never);
    const { handle, onDeath } = handleOf(init);
    const call = handle.call(async () => 'done');
    await vi.waitFor(() => expect(spawned).toHaveLength(1));
    spawned[0]!.says(lifeSign('started'));
    spawned[0]!.says(lifeSign('locked'));
    free();
    await expect(call).rejects.toThrow('trainer worker stopped working');
    expect(onDeath).toHaveBeenCalledExactlyOnceWith('it was closed', 0);
    init.mockImplementation(() => Promise.resolve() as Promise<never>);
    await expect(handle.call(async () => 'done')).resolves.toBe('done');
    expect(spawned).toHaveLength(2);
  });

  it('at work: the call is refused', async () => {
    const { handle, onDeath } = handleOf(async () => undefined);
    const call = handle.call(never);
    await vi.waitFor(() => expect(spawned).toHaveLength(1));
    spawned[0]!.says(lifeSign('locked'));
    free();
    await expect(call).rejects.toThrow('trainer worker stopped working');
    expect(onDeath).toHaveBeenCalledOnce();
  });

  it('before it has started: a minute later', async () => {
    vi.useFakeTimers();
    const { handle, onDeath } = handleOf(never);
    const call = handle.call(never);
    const refused = expect(call).rejects.toThrow('did not start within a minute');
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    expect(onDeath).toHaveBeenCalledOnce();
  });
});

describe('a worker that lives', () => {
  it('may take its time once it has started, where locks are refused too', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } });
    const { handle, onDeath } = handleOf(never);
    void handle.call(never);
    await vi.advanceTimersByTimeAsync(0);
    spawned[0]!.says(lifeSign('started'));
    spawned[0]!.says(lifeSign('locked'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(onDeath).not.toHaveBeenCalled();
  });

  it('that was stopped on purpose is not reported when its lock is freed', async () => {
    const { handle, onDeath } = handleOf(async () => undefined);
    await handle.call(async () => undefined);
    spawned[0]!.says(lifeSign('locked'));
    handle.stop();
    free();
    await Promise.resolve();
    expect(spawned[0]!.terminate).toHaveBeenCalledOnce();
    expect(onDeath).not.toHaveBeenCalled();
  });
});
