import { expect, test } from '@playwright/test';
import { openPlainHost, type PlainHost } from './plainHost.ts';

test.use({ serviceWorkers: 'allow' });

let host: PlainHost;
test.beforeAll(async () => (host = await openPlainHost('/')));
test.afterAll(() => host.stop());

test('a host without headers still gets wasm with threads, by a service worker', async ({ page }) => {
  let loads = 0;
  page.on('load', () => loads++);
  await page.goto(`${host.url}?model=tiny&device=wasm&maxNewTokens=4`);
  await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true);
  await expect(page.getByRole('group', { name: /^Base completion/ })).toHaveCount(8);
  const badge = page.getByRole('button', { name: /^Device: CPU/ });
  await badge.waitFor();
  expect(await badge.getAttribute('aria-label'), 'from the beginning').toMatch(/\(wasm, [2-9]\d* threads\)/);
  expect(loads, 'one reload, no loop').toBe(2);
  await page.reload();
  await expect(page.getByRole('group', { name: /^Base completion/ })).toHaveCount(8);
  expect(loads).toBe(3);
});

test('a browser without service workers computes on one thread, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(`${host.url}?model=tiny&device=wasm&maxNewTokens=4`);
  await expect(page.getByRole('group', { name: /^Base completion/ })).toHaveCount(8);
  await expect(page.getByRole('button', { name: /^Device: CPU \(wasm, 1 thread\)/ })).toBeVisible();
});
