/** How long the page's main thread was busy at a stretch, from a trace of Chromium. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** @returns CPU time in ms of every task of the main thread during `work`; wall time would count the waiting for a busy core */
export async function traceTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}/${tid}`);
  return traceEvents
    .filter(
      ({ name, pid, tid, tdur }) => /RunTask$/.test(name) && tdur !== undefined && mains.includes(`${pid}/${tid}`),
    )
    .map(({ tdur = 0 }) => tdur / 1000);
}
