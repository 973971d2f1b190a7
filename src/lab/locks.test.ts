import { afterEach, describe, expect, it, vi } from 'vitest';
import { heldLocks, holdForLife, holdLock, whenFreed, withLock } from './locks.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const stubLocks = (locks: object | undefined) => vi.stubGlobal('navigator', { locks });

describe('locks', () => {
  const denied = () => Promise.reject(new DOMException('Request denied', 'SecurityError'));

  it.each([
    ['has none', undefined],
    ['refuses them', { request: denied, query: denied }],
  ])('every lock is free in a browser that %s', async (_, locks) => {
    stubLocks(locks);
    await expect(holdLock('visit')).resolves.toBe(true);
    await expect(heldLocks()).resolves.toEqual([]);
    const then = vi.fn();
    whenFreed('visit', then);
    holdForLife('worker', then);
    await heldLocks();
    expect(then).not.toHaveBeenCalled();
  });

  it('waits two seconds for a browser that never answers', async () => {
    vi.useFakeTimers();
    const never = () => new Promise(() => undefined);
    stubLocks({ request: never, query: never });
    const [isHeld, names] = [holdLock('visit'), heldLocks()];
    await vi.advanceTimersByTimeAsync(2000);
    await expect(isHeld).resolves.toBe(true);
    await expect(names).resolves.toEqual([]);
  });

  it('says that another holds it', async () => {
    stubLocks({ request: async (_: string, __: object, held: (lock: null) => void) => held(null) });
    await expect(holdLock('visit')).resolves.toBe(false);
  });

  it('says when it is held for life, lets nobody else have it, and says when it is free', async () => {
    const waiting: (() => unknown)[] = [];
    const request = (_: string, __: object, held: () => unknown) =>
      new Promise((done) => waiting.push(() => done(held())));
    stubLocks({ request });
    const [isHeld, isFreed] = [vi.fn(), vi.fn()];
    holdForLife('worker', isHeld);
    whenFreed('worker', isFreed);
    expect(isHeld).not.toHaveBeenCalled();
    waiting[0]!();
    expect(isHeld).toHaveBeenCalledOnce();
    expect(isFreed).not.toHaveBeenCalled();
    waiting[1]!();
    await vi.waitFor(() => expect(isFreed).toHaveBeenCalledOnce());
  });

  it.each([
    ['has none', undefined],
    ['refuses them', { request: denied }],
  ])('work is done once in a browser that %s', async (_, locks) => {
    stubLocks(locks);
    const work = vi.fn(() => 'done');
    await expect(withLock('labels', work)).resolves.toBe('done');
    expect(work).toHaveBeenCalledOnce();
  });

  it('work is done after two seconds where the lock never comes, and one that comes later is let go', async () => {
    vi.useFakeTimers();
    let grant = (): unknown => undefined;
    stubLocks({ request: (_: string, __: object, held: () => unknown) => new Promise(() => (grant = held)) });
    const work = vi.fn(() => 'done');
    const result = withLock('labels', work);
    await vi.advanceTimersByTimeAsync(1999);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(result).resolves.toBe('done');
    expect(grant()).toBeUndefined();
  });

  it('holds the lock while it works, and lets it go after an error too', async () => {
    let held: unknown;
    stubLocks({ request: async (_: string, __: object, callback: () => unknown) => (held = callback()) });
    const failing = withLock('labels', () => {
      expect(held).toBeInstanceOf(Promise);
      throw new TypeError('full');
    });
    await expect(failing).rejects.toThrow('full');
    await expect(held).resolves.toBeUndefined();
  });
});
