/** A newer version is published while this browser keeps an older one, whole or not: never a blank page, never a lost run. */
import { expect, type Page, test } from '@playwright/test';
import { openPlainHost, type PlainHost } from './plainHost.ts';

test.use({ serviceWorkers: 'allow' });

let host: PlainHost;
test.beforeEach(async () => (host = await openPlainHost('/')));
test.afterEach(() => host.stop());

const QUERY = '?device=wasm&maxNewTokens=4';
const WASM = /ort-wasm-simd-threaded-[^.]+\.wasm$/;

function baseCompletions(page: Page) {
  return page.getByRole('group', { name: /^Base completion/ });
}

async function visit(page: Page, stored: RegExp): Promise<void> {
  await page.goto(`${host.url}${QUERY}`);
  await expect(baseCompletions(page)).toHaveCount(8);
  await page.getByRole('button', { name: /^Device: CPU/ }).click();
  await expect(page.getByText(stored)).toBeVisible();
  await page.keyboard.press('Escape');
}

const WHOLE = /^Stored: this page now works without a network/;
const script = (page: Page) => page.locator('script[type=module]');
const NEWER = /_2\.js$/;

/** Removes one entry, as a browser short of room may. */
function evict(page: Page, part: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (request.url.includes(wanted) && (await cache.delete(request))) count++;
      }
    }
    return count;
  }, part);
}

test('stored by half, then a newer version: the page opens, and is the newer one', async ({ page }) => {
  let isAskedAgain = false;
  // The page itself gets the file; the second request is the one that would store it.
  host.lose((path) => WASM.test(path) && (isAskedAgain || !(isAskedAgain = true)));
  await visit(page, /^Not stored for use without a network/);
  host.lose(() => false);
  host.deploy();
  await page.reload();
  await expect(baseCompletions(page)).toHaveCount(8);
  await expect(script(page)).toHaveAttribute('src', NEWER);
  await visit(page, WHOLE);
});

test('stored whole, one entry evicted, then a newer version: the page opens; without one it mends itself', async ({
  page,
}) => {
  await visit(page, WHOLE);
  const name = (await script(page).getAttribute('src'))!.split('/').at(-1)!;
  expect(await evict(page, name)).toBe(1);
  await visit(page, WHOLE);
  expect(await evict(page, name)).toBe(1);
  host.deploy();
  await page.reload();
  await expect(baseCompletions(page)).toHaveCount(8);
  await expect(script(page)).toHaveAttribute('src', NEWER);
});

test('a newer version during a paused run: the run goes on after it', async ({ page }) => {
  await visit(page, WHOLE);
  await page.goto(`${host.url}${QUERY}&steps=400`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const progress = page.getByRole('progressbar', { name: 'SFT progress' });
  await expect(progress).toContainText(/step [1-9]\d* of 400/);
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();

  host.deploy();
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(script(page)).toHaveAttribute('src', NEWER);
  await expect(page.getByText(/SFT was interrupted. It stands at step [1-9]/)).toBeVisible();
  const before = Number(await progress.getAttribute('aria-valuenow'));
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
});

test('a tab from before a newer version says that it must be loaded again', async ({ page }) => {
  await page.goto(`${host.url}${QUERY}`);
  await expect(baseCompletions(page)).toHaveCount(8);
  // Before anything is stored, and without the views that are fetched when they are first asked for.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  host.deploy();
  await page.goto(`${host.url}${QUERY}#spec`);
  await expect(page.getByRole('heading', { name: 'This view could not be drawn' })).toBeVisible();
  await expect(page.getByText('a newer version was published')).toBeVisible();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What does better mean?' })).toBeVisible();
});
