/** A workshop: few things, large, by the keyboard; a rehearsed run is shown again and says so. */
import { expect, test } from './labPage.ts';

const QUERY = '?model=tiny&device=wasm&batchSize=2&sequenceLength=256&heldoutPairs=16&steps=6&maxNewTokens=4';

test('I can run, pause, step and change stages by the keyboard, and leave', async ({ lab, page }) => {
  await page.goto(
    './?model=tiny&device=wasm&batchSize=2&sequenceLength=256&heldoutPairs=16&steps=2000&maxNewTokens=4#present',
  );
  await expect(page.getByRole('heading', { name: 'SFT', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Completions' }).getByRole('row')).toHaveCount(5);
  await expect(lab.button('Start')).toBeEnabled();
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await expect(page.getByText(/^step [1-9]\d* of 2000$/)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(lab.button('Resume')).toBeEnabled();
  const at = async () => Number(/step (\d+)/.exec(await page.getByText(/^step \d+ of 2000$/).innerText())?.[1]);
  const before = await at();
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBe(before + 1);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: 'Reward model', exact: true })).toBeVisible();
  await page.keyboard.press('5');
  await expect(page.getByRole('heading', { name: 'Compare', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'RLHF Lab' })).toBeVisible();
});

test('a rehearsed run is replayed as it was, labelled, with live training one press away', async ({ lab, page }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await expect(lab.completions('SFT')).toHaveCount(8);
  const latest = lab.chart('Loss').locator('.chart-latest');
  // Charts are drawn in turns, up to half a second after their numbers came.
  await expect(latest).toHaveCount(2);
  const loss = await latest.allInnerTexts();
  const text = await lab.completions('SFT').first().getAttribute('aria-label');
  await lab.button('Reset').click();

  await page.getByRole('link', { name: 'Present' }).click();
  const label = page.getByRole('status').filter({ hasText: 'Recorded' });
  await expect(label).toContainText(
    /Recorded on \d+ \w+ 20\d\d.*CPU \(wasm.*trained in this browser: Start shows it again/,
  );
  await page.getByRole('radio', { name: '16×' }).click();
  await page.keyboard.press('Space');
  await expect(page.getByText('step 6 of 6')).toBeVisible();
  await expect(label).toBeVisible();
  await expect(latest).toHaveText(loss);
  const cell = page.getByRole('region', { name: 'Completions' }).getByRole('row').nth(1).getByRole('cell').nth(1);
  const shown = (await cell.innerText()).replace(/ …$/, '').trim();
  expect(text).toBe(`SFT completion: ${shown}`);

  await lab.button('Train it live').click();
  await expect(label).toBeHidden();
  await expect(page.getByText('step 6 of 6')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.completions('SFT')).toHaveCount(8);
});

test('nothing is replayed for an experiment that was not trained', async ({ lab, page }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await page.getByRole('textbox', { name: 'Seed' }).fill('7');
  await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
  await page.getByRole('link', { name: 'Present' }).click();
  await expect(lab.button('Train again')).toBeVisible();
  await expect(page.getByText('Recorded', { exact: true })).toBeHidden();
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`presenter mode fits ${width} × ${height} without scrolling`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height });
    await lab.open(QUERY);
    await expect(lab.completions('Base')).toHaveCount(8);
    await page.getByRole('link', { name: 'Present' }).click();
    await expect(page.getByRole('region', { name: 'Completions' })).toBeVisible();
    expect(
      await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]),
    ).toEqual([width, height]);
    for (const part of [lab.button('Start'), lab.chart('Loss'), page.getByText('run or pause')]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    const size = await page
      .getByRole('region', { name: 'Completions' })
      .getByRole('cell')
      .first()
      .evaluate((cell) => parseFloat(getComputedStyle(cell).fontSize));
    expect(size / height).toBeGreaterThan(0.028);
  });
}
