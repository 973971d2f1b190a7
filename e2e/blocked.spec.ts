/** Browsers that refuse: site data blocked, an address over plain http. */
import { expect, test } from '@playwright/test';

test('with site data blocked I can still see completions and train', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const) {
      Object.defineProperty(window, name, { get: refuse });
    }
    const reject = () => Promise.reject(new DOMException('Request denied.', 'SecurityError'));
    Object.assign(navigator.locks, { request: reject, query: reject });
  });
  await page.goto('./?steps=2&device=wasm&maxNewTokens=4#glossary/%');
  await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
  await page.getByRole('link', { name: 'RLHF Lab' }).click();
  await expect(page.getByRole('group', { name: /^Base completion/ })).toHaveCount(8);
  await expect(page.getByText(/This tab keeps everything, but a reload loses it/)).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'SFT progress' })).toContainText('step 2 of 2');
});

test('over plain http from another machine the page says what is needed', async ({ page, baseURL }) => {
  await page.route('http://lab.test/**', async (route) => {
    const response = await page.request.fetch(route.request().url().replace('http://lab.test', baseURL!));
    await route.fulfill({ response });
  });
  await page.goto('http://lab.test/');
  await expect(page.getByRole('alert')).toContainText('Open https://lab.test/');
  await expect(page.getByRole('alert')).toContainText('http://localhost:5173');
  await page.getByRole('link', { name: 'About' }).click();
  await expect(page.getByRole('heading', { name: 'Honest limits' })).toBeVisible();
});
