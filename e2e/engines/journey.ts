/** What has to work in every engine, described once. */
import assert from 'node:assert/strict';
import type { OpenBrowser } from './engine.ts';
import type { Hosts } from './hosts.ts';
import { Lab } from './lab.ts';

/** A model that says nothing, and every step kept: the journey is about the page. */
const TINY =
  '?device=wasm&model=tiny&maxNewTokens=8&keepEvery=0&steps=60&batchSize=2&sequenceLength=256&heldoutPairs=16';

export interface Walk {
  readonly hosts: Hosts;
  /** A browser that has never been here. */
  readonly visit: () => Promise<OpenBrowser>;
  /** Runs a part, and tells what it found. */
  readonly part: (name: string, walk: () => Promise<string | void>) => Promise<void>;
}

export async function walkThrough({ hosts, visit, part }: Walk): Promise<void> {
  const lab = new Lab(await visit());
  await part('base completions, where the host isolates the page', () => drawBase(lab, hosts.isolated, true));
  let kept: readonly string[] = [];
  let written: readonly string[] = [];
  await part('SFT to its end', async () => {
    await lab.served();
    await lab.press('Start');
    await lab.trained();
    kept = await lab.keptWeights();
    written = await lab.completions('SFT');
    assert.equal(kept.length, 1);
  });
  await part('reload: everything is there', async () => {
    await lab.browser.reload();
    await lab.trained();
    assert.deepEqual(await lab.completions('SFT'), written);
  });
  await part('an interrupted run goes on, to the same weights', async () => {
    await lab.press('Train again');
    const at = await lab.until('some steps', async () => {
      const step = await lab.step();
      return step > 5 && step < 50 && step;
    });
    await lab.browser.reload();
    await lab.completions('Base');
    await lab.press('Resume');
    await lab.trained();
    assert.deepEqual(await lab.keptWeights(), kept);
    return `interrupted at step ${at}`;
  });
  await part('a share link, opened elsewhere, comes out the same', async () => {
    await lab.press('Share');
    const link = await lab.link();
    const theirs = new Lab(await visit());
    await theirs.browser.open(link.replace('/#', '/?device=wasm#'));
    await theirs.until('the shared experiment', async () => (await theirs.shared()).startsWith('Shared:'));
    await theirs.completions('Base');
    await theirs.press('Start');
    await theirs.trained();
    assert.deepEqual(await theirs.keptWeights(), kept);
    return theirs.until('a verdict', async () => /SFT: .*reproduced.*/.exec(await theirs.shared())?.[0]);
  });
  await part('base completions, where a service worker isolates the page', () => drawBase(lab, hosts.plain, true));
  await part('base completions, where nothing isolates the page', () => drawBase(lab, hosts.unisolated, false));
}

/** @returns the device, which has threads exactly where the browser gives the page shared memory */
async function drawBase(lab: Lab, host: string, isIsolated: boolean): Promise<string> {
  await lab.browser.open(`${host}${TINY}`);
  await lab.completions('Base');
  const device = await lab.device();
  assert.equal(await lab.browser.evaluate('crossOriginIsolated'), isIsolated);
  const hasThreads = await lab.browser.evaluate('crossOriginIsolated && "SharedArrayBuffer" in globalThis');
  assert.match(device, hasThreads ? /, [2-9]\d* threads\)/ : /, 1 thread\)/);
  return device;
}
