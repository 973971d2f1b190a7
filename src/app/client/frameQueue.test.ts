import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrameQueue } from './frameQueue.ts';

describe('createFrameQueue', () => {
  let frame: (() => void) | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (frame = callback));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hands over everything of a frame at once, in order, and only once', () => {
    const flushed: (readonly number[])[] = [];
    const queue = createFrameQueue<number>((items) => flushed.push(items));
    for (const item of [1, 2, 3]) queue.push(item);
    expect(flushed).toEqual([]);
    frame?.();
    vi.advanceTimersByTime(5000);
    expect(flushed).toEqual([[1, 2, 3]]);
  });

  it('does not wait for frames that never come: a tab hidden in the middle of a run', () => {
    const flushed: (readonly number[])[] = [];
    const queue = createFrameQueue<number>((items) => flushed.push(items));
    queue.push(1);
    vi.advanceTimersByTime(5000);
    queue.push(2);
    vi.advanceTimersByTime(5000);
    expect(flushed).toEqual([[1], [2]]);
  });
});
