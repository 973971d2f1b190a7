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
/** Of a run, with the machine busy. */
const LONGEST_MS = 120_000;
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

/** A run may come and go between two looks from outside, so the page itself watches its button. */
async function untilEnded(page: Page): Promise<void> {
  const ended = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let isUnderWay = false;
        const observer = new MutationObserver(() => {
          const texts = [...document.querySelectorAll('.run-buttons button')].map(({ textContent }) =>
            textContent.trim(),
          );
          if (!texts.includes('Train again')) isUnderWay = true;
          else if (isUnderWay) {
            observer.disconnect();
            resolve();
          }
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  const late = new Promise<never>((_, reject) => setTimeout(reject, LONGEST_MS).unref());
  await Promise.race([ended, late]).catch(async () => {
    throw new Error(`a run did not end: the page shows ${await page.locator('.run-bar').innerText()}`);
  });
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
    await Promise.all([untilEnded(page), button(/^(Start|Train again)$/).click()]);
    if (await page.getByRole('alert').isVisible()) throw new Error(await page.getByRole('alert').innerText());
    if (run % Number(values.every) !== 0) continue;
    const line = { at: new Date().toISOString(), runs: run + 1, ...(await measure(page, devtools)) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
} finally {
  await browser.close();
  server.kill();
}
