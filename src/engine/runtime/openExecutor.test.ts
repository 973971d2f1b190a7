import { afterEach, describe, expect, it, vi } from 'vitest';
import { probeThreads } from './openExecutor.ts';

afterEach(() => vi.unstubAllGlobals());

describe('probeThreads', () => {
  it('finds them on an isolated page with shared memory', () => {
    vi.stubGlobal('crossOriginIsolated', true);
    expect(probeThreads()).toEqual({ available: true, description: '' });
  });
  it('finds none without isolation, though there may be shared memory', () => {
    vi.stubGlobal('crossOriginIsolated', false);
    expect(probeThreads()).toEqual({ available: false, description: 'this page is not cross-origin isolated' });
  });
  it.each([
    ['is none', undefined],
    [
      'can’t be sent to a thread',
      class {
        readonly sendsNothing = () => undefined;
      },
    ],
  ])('finds none on an isolated page whose shared memory %s', (_what, memory) => {
    vi.stubGlobal('crossOriginIsolated', true);
    vi.stubGlobal('SharedArrayBuffer', memory);
    expect(probeThreads()).toEqual({
      available: false,
      description: 'this browser has no shared memory for threads',
    });
  });
});
