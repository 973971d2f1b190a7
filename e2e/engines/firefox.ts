/** Firefox, driven by puppeteer-core over WebDriver BiDi. FIREFOX_PATH names another one. */
import puppeteer from 'puppeteer-core';
import { type Engine, findProgram, type OpenBrowser } from './engine.ts';

export const firefox: Engine = {
  name: 'Firefox',
  needs: 'firefox-esr or firefox',
  find() {
    const named = process.env['FIREFOX_PATH'];
    const executablePath = findProgram(...(named ? [named] : []), 'firefox-esr', 'firefox');
    return executablePath === undefined ? null : () => open(executablePath);
  },
};

async function open(executablePath: string): Promise<OpenBrowser> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  return {
    version: (await browser.version()).replace('firefox/', 'Firefox '),
    open: async (address: string) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    click: (xpath: string) => page.locator(`::-p-xpath(${xpath})`).click(),
    evaluate: (expression: string) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
