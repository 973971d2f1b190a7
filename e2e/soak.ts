/**
 * Short runs one after another in one tab, for as long as asked, and what the tab takes meanwhile, as a line of JSON each:
 *   npm run soak -- --minutes 30 [--every 10] [--port 4199]
 * Needs a built page. Not a test: growth is for people to judge. Exits with 1 when a run fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import packTinyModel from './packTinyModel.ts';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const SIZES = 'steps=12&batchSize=2&sequenceLength=256&heldoutPairs=16&evalEvery=4';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    /** Runs between two lines. */
    every: { type: 'string', default: '10' },
    port: { type: 'string', default: '4199' },
  },
});
const address = `http://localhost:${values.port}/?device=wasm&model=tiny&maxNewTokens=8&${SIZES}`;

interface Memory {
  readonly breakdown: readonly {
    readonly bytes: number;
    readonly attribution: readonly { readonly scope: string }[];
  }[];
}

/** Bytes by scope: the page's own, and all workers' with their wasm memories; nulls where the browser doesn't say. */
async function measureScopes(page: Page) {
  const breakdown = await page.evaluate(async () => {
    const measured = performance as unknown as { measureUserAgentSpecificMemory?: () => Promise<Memory> };
    return (await measured.measureUserAgentSpecificMemory?.())?.breakdown ?? null;
  });
  const bytesOf = (isWorker: boolean): number | null =>
    breakdown &&
    breakdown
      .filter(({ attribution }) => attribution.some(({ scope }) => scope.includes('Worker')) === isWorker)
      .reduce((sum, { bytes }) => sum + bytes, 0);
  return { windowBytes: bytesOf(false), workerBytes: bytesOf(true) };
}

async function measure(page: Page, devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? null;
  const { usage = null } = await page.evaluate(() => navigator.storage.estimate());
  return {
    heapBytes: figure('JSHeapUsedSize'),
    ...(await measureScopes(page)),
    workers: page.workers().length,
    domNodes: figure('Nodes'),
    listeners: figure('JSEventListeners'),
    storedBytes: usage,
  };
}

packTinyModel();
const server = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'preview', '--port', values.port, '--strictPort'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');
const browser = await chromium.launch({
  ...(existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}),
  args: ['--no-sandbox', '--enable-blink-features=ForceEagerMeasureMemory'],
});
try {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
  await page.goto(address);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const button = (name: RegExp) => page.getByRole('button', { name });
  const until = Date.now() + 60_000 * Number(values.minutes);
  for (let run = 0; Date.now() < until; run++) {
    await button(/^(Start|Train again)$/).click();
    await button(/^Pause$/).waitFor({ timeout: 60_000 });
    await button(/^Train again$/).waitFor({ timeout: 120_000 });
    if (await page.getByRole('alert').isVisible()) throw new Error(await page.getByRole('alert').innerText());
    if (run % Number(values.every) !== 0) continue;
    const line = { at: new Date().toISOString(), runs: run + 1, ...(await measure(page, devtools)) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
} finally {
  await browser.close();
  server.kill();
}
