/** What I can take away as files, and open again. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from './labPage.ts';
import { storedNodes } from './stored.ts';

const STEPS = 4;
const QUERY = `?model=tiny&device=wasm&batchSize=2&sequenceLength=256&heldoutPairs=16&steps=${STEPS}&maxNewTokens=4`;

async function save(page: Page, name: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test.describe('after a run', () => {
  test.beforeEach(async ({ lab }) => {
    await lab.open(QUERY);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.train('SFT');
    await expect(lab.completions('SFT')).toHaveCount(8);
  });

  test('I can save curves and completions, and they hold what was shown', async ({ page }) => {
    const curves = await save(page, 'Curves');
    expect(curves.suggestedFilename()).toBe('instructgpt-curves.csv');
    const { data } = Papa.parse<Record<string, string>>(await textOf(curves), { header: true });
    expect(data.map(({ stage, step }) => `${stage} ${step}`)).toEqual(
      Array.from({ length: STEPS + 1 }, (_, step) => `sft ${step}`),
    );
    expect(Number(data[STEPS]?.['sft/loss'])).toBeGreaterThan(0);

    await page
      .getByRole('button', { name: /^4 draws at T 1/ })
      .first()
      .click();
    await expect(page.getByRole('list', { name: 'SFT: 4 draws at T 1' })).toBeVisible();
    const lines = (await textOf(await save(page, 'Completions'))).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { stage: string; step: number; text: string; draw?: number });
    const [draws, shown] = [true, false].map((isDraw) => rows.filter(({ draw }) => (draw !== undefined) === isDraw));
    expect(shown!.filter(({ stage }) => stage === 'base')).toHaveLength(8);
    expect(shown!.filter(({ stage, step }) => stage === 'sft' && step === STEPS)).toHaveLength(8);
    const first = draws!.filter(({ stage, step }) => stage === 'sft' && step === STEPS).slice(0, 4);
    expect(first.map(({ draw }) => draw)).toEqual([1, 2, 3, 4]);
  });

  test('I can save the whole lab, and another browser takes it in by its file, damaged ones excepted', async ({
    page,
    browser,
  }) => {
    const download = await save(page, 'Whole lab');
    expect(download.suggestedFilename()).toMatch(/^lab-[\d-]+\.rlhflab\.zip$/);
    const buffer = await readFile(await download.path());
    const elsewhere = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    await elsewhere.goto(`./${QUERY}#lineage`);
    const take = (bytes: Buffer) =>
      elsewhere
        .getByLabel('Run document or whole lab')
        .setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/zip', buffer: bytes });
    await take(buffer.subarray(0, buffer.length - 200));
    await expect(elsewhere.getByText(/was not restored: it is damaged .* Nothing was changed/)).toBeVisible();
    await take(buffer);
    await expect(elsewhere.getByText(/^Restored: \d checkpoints?, 1 visit, /)).toBeVisible();
    expect((await storedNodes(elsewhere)).map(({ id }) => id)).toEqual((await storedNodes(page)).map(({ id }) => id));
    await take(buffer);
    await expect(elsewhere.getByText(/^Restored: 0 checkpoints, 0 visits, .* were here already/)).toBeVisible();
    await elsewhere.context().close();
  });

  test('I can save charts, sharp and on white, and a report without scripts', async ({ page, context }) => {
    await page.getByRole('button', { name: 'Switch to dark colours' }).click();
    const zip = await readFile(await (await save(page, 'Charts as PNG')).path());
    const png = unzipSync(new Uint8Array(zip))['sft-loss.png'];
    const size = new DataView((png ?? new Uint8Array(24)).slice().buffer);
    expect([size.getUint32(16), size.getUint32(20)]).toEqual([1440, 840]);

    const vector = await readFile(await (await save(page, 'Charts as SVG')).path());
    const svg = new TextDecoder().decode(unzipSync(new Uint8Array(vector))['sft-loss.svg']);
    expect(svg).toContain('nats/token');
    expect(svg).not.toMatch(/var\(|class=|<script/);

    const report = await textOf(await save(page, 'Report'));
    const reader = await context.newPage();
    await reader.setContent(report);
    await expect(reader.getByRole('heading', { name: 'How to reproduce' })).toBeVisible();
    await expect(reader.locator('svg')).toHaveCount(4);
    expect(await reader.evaluate(() => document.scripts.length)).toBe(0);
    await reader.close();
  });

  test('a name that no image can hold is cleaned, and the images are whole', async ({ page, context }) => {
    await page.getByRole('button', { name: /^Experiment/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).evaluate((input: HTMLInputElement) => {
      // Half a character can't be typed, but pasted.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'a\u0001<b>&\ud83d]]>');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.keyboard.press('Escape');
    const vector = await readFile(await (await save(page, 'Charts as SVG')).path());
    const svg = new TextDecoder().decode(unzipSync(new Uint8Array(vector))['sft-loss.svg']);
    // The lab's own page parses no markup.
    const reader = await context.newPage();
    const root = await reader.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { tag: documentElement.tagName, text: documentElement.textContent };
    }, svg);
    await reader.close();
    expect(root.tag).toBe('svg');
    expect(root.text).toContain('a <b>&');
    const zip = await readFile(await (await save(page, 'Charts as PNG')).path());
    expect(unzipSync(new Uint8Array(zip))['sft-loss.png']?.length).toBeGreaterThan(1000);
  });

  test('I can open a run document: recorded curves, and its settings to take over', async ({ lab, page }) => {
    const saved = await (await save(page, 'Run document')).path();
    await page.getByRole('textbox', { name: 'Seed' }).fill('7');
    await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
    await page.getByLabel('Run document').setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: await readFile(saved),
    });
    await expect(page.getByRole('heading', { name: 'mine recorded' })).toBeVisible();
    await expect(lab.chart('Loss')).toBeVisible();
    const texts = page.getByRole('region', { name: 'Completions, recorded' });
    await expect(texts.getByRole('row')).toHaveCount(9);
    await expect(texts.getByRole('rowheader').filter({ hasText: 'User:' })).toHaveCount(0);
    await lab.button('Take over its settings').click();
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('42');
    await expect(lab.completions('SFT'), 'what was trained stays').toHaveCount(8);
  });
});

test('a wrong file is named, says what to do, and changes nothing', async ({ lab, page }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  for (const [name, text, why] of [
    ['broken.json', '{"experiment":', 'not JSON'],
    ['other.json', '{"a": 1}', 'this is not a run document'],
    ['trap.json', '{"__proto__": {"polluted": 1}}', '__proto__'],
  ] as const) {
    const drop = await page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], fileName, { type: 'application/json' }));
        return data;
      },
      [name, text] as const,
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: drop });
    const notice = page.getByRole('alert').filter({ hasText: name });
    await expect(notice).toContainText(why);
    await expect(notice).toContainText('Nothing was changed');
  }
  await expect(lab.button('Start')).toBeEnabled();
  await expect(lab.completions('Base')).toHaveCount(8);
});
