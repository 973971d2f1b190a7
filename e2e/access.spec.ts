/** What a screen reader, a keyboard and a magnifier need: axe's rules on every screen. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type LabPage, test } from './labPage.ts';

const TINY = '?model=tiny&device=wasm&batchSize=2&sequenceLength=256&heldoutPairs=16&evalEvery=5&maxNewTokens=4';
const VIEWS = ['present', 'label', 'spec', 'data', 'lineage', 'glossary', 'about', 'recorded'];
const CARDS = ['Base model', 'Reward model', 'RLOO', 'Compare', 'SFT'];

/** Every broken rule on the screen, one a line; axe's rules and the one about visible names, which it counts as experimental. */
async function brokenRules(page: Page, where: string): Promise<readonly string[]> {
  const rules = { 'label-content-name-mismatch': { enabled: true } };
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`));
}

/** A window of 1280 × 720 at 200 % has half as many pixels of CSS a side. */
const CONDITIONS = [
  { name: 'light', colorScheme: 'light', size: { width: 1280, height: 720 } },
  { name: 'dark', colorScheme: 'dark', size: { width: 1280, height: 720 } },
  { name: 'phone', colorScheme: 'light', size: { width: 390, height: 844 } },
  { name: '200 %', colorScheme: 'dark', size: { width: 640, height: 360 } },
] as const;

/** Every card of the lab and every other view, in every condition. */
async function brokenScreens(lab: LabPage, phase: string): Promise<readonly string[]> {
  const { page } = lab;
  const broken: string[] = [];
  for (const { name, colorScheme, size } of CONDITIONS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    for (const card of CARDS) {
      await lab.stage(card).click();
      broken.push(...(await brokenRules(page, `${phase}, ${name}, ${card}`)));
    }
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), view);
      await expect(page.getByRole('main')).toBeVisible();
      broken.push(...(await brokenRules(page, `${phase}, ${name}, ${view}`)));
    }
    await page.evaluate(() => (location.hash = 'lab'));
  }
  return broken;
}

/** What opens over the lab, in every condition. */
async function brokenDialogs(lab: LabPage): Promise<readonly string[]> {
  const { page } = lab;
  const broken: string[] = [];
  for (const { name, colorScheme, size } of CONDITIONS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    for (const opener of [/^Experiment/, /^Device/, 'Export', 'Share', 'Add a stage']) {
      await lab.button(opener).click();
      broken.push(...(await brokenRules(page, `${name}, ${opener} open`)));
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    broken.push(...(await brokenRules(page, `${name}, keys open`)));
    await page.keyboard.press('Escape');
  }
  return broken;
}

test.describe('no screen breaks a rule of axe: light, dark, on a phone, at 200 %', () => {
  test.setTimeout(400_000);

  test('before a run', async ({ lab }) => {
    await lab.open(TINY);
    await expect(lab.completions('Base')).toHaveCount(8);
    expect([...(await brokenDialogs(lab)), ...(await brokenScreens(lab, 'before'))]).toEqual([]);
  });

  test('during a run', async ({ lab }) => {
    // The other core is for the page.
    await lab.open(`${TINY}&threads=1&steps=20000`);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.button('Start').click();
    await expect(lab.completions('SFT')).toHaveCount(8);
    expect(await brokenScreens(lab, 'during')).toEqual([]);
    await lab.stage('SFT').click();
    await expect(lab.button('Pause')).toBeVisible();
  });

  test('after a run', async ({ lab }) => {
    await lab.open(`${TINY}&steps=6`);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.startAndFinish();
    expect(await brokenScreens(lab, 'after')).toEqual([]);
  });
});

const focused = (page: Page) => page.locator('*:focus');

test('I can start, pause and step SFT by keys alone, with shortcuts or with Tab and Enter', async ({ lab, page }) => {
  await lab.open(`${TINY}&steps=2000`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await page.keyboard.press('s');
  await expect(lab.progress).toContainText(/step [1-9]/);
  await page.keyboard.press('s');
  await expect(lab.button('Resume')).toBeVisible();
  const paused = await lab.step();
  await page.keyboard.press('.');
  await lab.expectStep(paused + 1, 2000);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Start, pause or resume');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await page.keyboard.type('s.l');
  await expect(page.getByRole('textbox', { name: 'Ask all models something' })).toHaveValue('s.l');

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await lab.button('Skip to Start').press('Enter');
  await page.keyboard.press('Enter');
  await expect(lab.button('Pause')).toBeVisible();
  await expect(focused(page)).toHaveText('Pause');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveText('Resume');
});

test('a chart says in words and numbers what it shows', async ({ lab, page }) => {
  await lab.open(`${TINY}&steps=6`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Start').click();
  await lab.expectStep(6, 6);
  const chart = lab.chart('Loss');
  await expect(chart.getByRole('application')).toHaveAccessibleName(
    /^SFT loss, train from [\d.]+ nats to [\d.]+ nats, held-out .* over 6 steps/,
  );
  await expect(chart.getByRole('table', { name: /^SFT loss/ }).getByRole('row')).toHaveCount(8);
  await expect(page.getByRole('application', { name: /^SFT token accuracy, from/ })).toBeVisible();
});
