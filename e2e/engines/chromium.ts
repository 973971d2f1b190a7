/** Chromium, driven by Playwright. CHROME_PATH names another one. */
import { chromium as playwright } from '@playwright/test';
import { type Engine, findProgram, type OpenBrowser } from './engine.ts';

export const chromium: Engine = {
  name: 'Chromium',
  needs: 'chromium, or `npx playwright install chromium`',
  find() {
    const named = process.env['CHROME_PATH'];
    const executablePath = findProgram(...(named ? [named] : []), 'chromium', playwright.executablePath());
    return executablePath === undefined ? null : () => open(executablePath);
  },
};

async function open(executablePath: string): Promise<OpenBrowser> {
  const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    version: `Chromium ${browser.version()}`,
    open: async (address: string) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    click: (xpath: string) => page.locator(`xpath=${xpath}`).click(),
    evaluate: (expression: string) => page.evaluate<unknown>(expression),
    close: () => browser.close(),
  };
}
