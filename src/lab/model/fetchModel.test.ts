import { afterEach, expect, it, vi } from 'vitest';
import { ModelError } from '../../errors.ts';
import { fetchJson, fetchModel } from './fetchModel.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const silent = () => new Promise<never>(() => undefined);

it.each([
  ['never answers', silent, /can't be fetched .*nothing came for 30 s.*check the connection/],
  [
    'falls silent in the middle of a file',
    () => Promise.resolve(new Response(new ReadableStream({ pull: silent }))),
    /broke off after 0 bytes .*nothing came for 30 s/,
  ],
])('a host that %s is an error after half a minute, not a wait without end', async (_, fetch, message) => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetch);
  const refusal = expect(fetchModel('https://a.example/models/', 'lab-1m')).rejects.toThrow(message);
  await vi.advanceTimersByTimeAsync(30_000);
  await refusal;
});

const PAGE = '<!doctype html><title>Lab</title>';

it.each(['text/html; charset=utf-8', 'application/octet-stream', ''])(
  'a web page in the place of a model file is refused, whatever it says it is (%s)',
  async (type) => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(PAGE, { headers: type ? { 'content-type': type } : {} })),
    );
    await expect(fetchJson('https://lab.example/models/lab-1m/tokenizer.json')).rejects.toThrow(ModelError);
    await expect(fetchModel('https://lab.example/models/', 'lab-1m')).rejects.toThrow(ModelError);
  },
);
