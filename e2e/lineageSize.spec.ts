/**
 * 500 checkpoints and 1,000,000 points of curves: how long the lineage takes to open, and what scrolling it costs the main
 * thread. Limits of the issue; the figures are printed.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from './labPage.ts';
import { traceTasks } from './mainThread.ts';

const NODES = 500;
const POINTS = 1_000_000;
const OPENS_WITHIN_MS = 1000;
/** Of CPU time: three frames. */
const LONGEST_TASK_MS = 50;
/** Of the page's memory, code and drawn tree included: the points, 16 MB, stay in storage. */
const MOST_HEAP_BYTES = 12e6;

/** The filler as one script. */
async function bundleFiller(): Promise<string> {
  const entry = join(import.meta.dirname, '..', 'src', 'testing', 'browser', 'fillLineage.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'filler' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new TypeError('the filler was not built');
  return chunk.code;
}

test('I can open and scroll a lineage of 500 checkpoints and a million points', async ({ lab, page, browser }) => {
  await lab.open('?device=wasm&model=tiny');
  await expect(lab.completions('Base')).toHaveCount(8);
  await page.evaluate(await bundleFiller());
  const filled = await page.evaluate(([nodes, points]) => window.fillLineage!(nodes, points), [NODES, POINTS] as const);
  expect(filled.points).toBeGreaterThanOrEqual(POINTS);
  await page.reload();
  await expect(lab.completions('Base')).toHaveCount(8);
  const nodes = page.getByRole('treeitem');
  const devtools = await page.context().newCDPSession(page);
  const heapBytes = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  const heapBefore = await heapBytes();

  await page.evaluate(() => {
    document.addEventListener('pointerdown', () => performance.mark('pressed'), { capture: true, once: true });
    const watch = (): void => {
      if (document.querySelectorAll('[role=treeitem]').length < 4) requestAnimationFrame(watch);
      // Until it is on the screen.
      else setTimeout(() => performance.mark('drawn'));
    };
    watch();
  });
  await page.getByRole('link', { name: 'Lineage' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
  const openMs = await page.evaluate(() => performance.measure('open', 'pressed', 'drawn').duration);
  await expect(nodes.first()).toBeVisible();
  expect(await nodes.count()).toBeLessThan(150);
  const heapGrown = (await heapBytes()) - heapBefore;

  const tree = page.getByRole('tree');
  await tree.hover();
  const frames: number[] = [];
  const tasks = await traceTasks(browser, page, async () => {
    await page.evaluate(() => {
      const times: number[] = [];
      (window as { frameTimes?: number[] }).frameTimes = times;
      const note = (at: number): void => void (times.push(at), requestAnimationFrame(note));
      requestAnimationFrame(note);
    });
    for (let i = 0; i < 60; i++) await page.mouse.wheel(i % 20 === 19 ? 300 : 0, 400);
    frames.push(...(await page.evaluate(() => (window as { frameTimes?: number[] }).frameTimes ?? [])));
  });
  expect(await tree.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(10_000);
  expect(await nodes.count()).toBeGreaterThan(3);
  const gaps = frames.slice(1).map((at, i) => at - frames[i]!);
  const longest = Math.max(...tasks);
  test.info().annotations.push({
    type: 'figures',
    description: `opened in ${openMs.toFixed(0)} ms; longest task while scrolling ${longest.toFixed(0)} ms, longest frame ${Math.max(...gaps).toFixed(0)} ms; memory ${(heapGrown / 1e6).toFixed(1)} MB more`,
  });
  expect(heapGrown).toBeLessThan(MOST_HEAP_BYTES);
  expect.soft(openMs).toBeLessThan(OPENS_WITHIN_MS);
  expect(longest).toBeLessThan(LONGEST_TASK_MS);
});
