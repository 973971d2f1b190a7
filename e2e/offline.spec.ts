/** One visit, then no network: a workshop with bad Wi-Fi. On a host without headers, under a sub-path. */
import { expect, type Page, test } from '@playwright/test';
import { openPlainHost, type PlainHost } from './plainHost.ts';

test.use({ serviceWorkers: 'allow' });

let host: PlainHost;
test.beforeEach(async () => (host = await openPlainHost('/rlhf-lab/')));
test.afterEach(() => host.stop());

const QUERY = '?device=wasm&maxNewTokens=6&steps=12';

function baseCompletions(page: Page) {
  return page.getByRole('group', { name: /^Base completion/ });
}

async function visitOnce(page: Page): Promise<void> {
  await page.goto(`${host.url}${QUERY}`);
  await expect(baseCompletions(page)).toHaveCount(8);
  await page.getByRole('button', { name: /^Device: CPU/ }).click();
  await expect(page.getByText('Stored: this page now works without a network.')).toBeVisible();
  await page.keyboard.press('Escape');
}

test('I can load the page once and use it without a network', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(host.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await visitOnce(page);
  await host.stop();

  await page.reload();
  await expect(baseCompletions(page)).toHaveCount(8);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'SFT progress' })).toContainText('step 12 of 12');
  await expect(page.getByRole('group', { name: /^SFT completion/ })).toHaveCount(8);
  await page.getByRole('link', { name: 'Spec' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does better mean?');
  expect(elsewhere).toEqual([]);
});

test('a newer version of the page waits until I have paused and reload', async ({ page }) => {
  await visitOnce(page);
  const title = () => page.title();
  expect(await title()).toBe('RLHF Lab');
  host.change((path, content) => {
    if (path === 'index.html') return Buffer.from(String(content).replace('RLHF Lab<', 'RLHF Lab, newer<'));
    if (path !== 'offline.worker.js') return content;
    const text = String(content);
    const newer = text.replace(/("revision":")\w+(","url":"index\.html")/, '$1newer$2');
    expect(newer).not.toBe(text);
    return Buffer.from(newer);
  });

  await page.goto(`${host.url}?device=wasm&maxNewTokens=6&steps=1200`);
  const notice = page.getByText('A newer version of this page has been loaded.');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const isWaiting = () =>
    page.evaluate(async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null);
  await expect.poll(isWaiting).toBe(true);
  await expect(notice).toBeHidden();
  expect(await title()).toBe('RLHF Lab');

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect.poll(title).toBe('RLHF Lab, newer');
  await expect(baseCompletions(page)).toHaveCount(8);
  await expect(notice).toBeHidden();
});
