import { expect, test } from './labPage.ts';

test.describe('a first visit', () => {
  test('I see what a base model says, without pressing anything', async ({ lab }, info) => {
    const began = Date.now();
    await lab.open();
    await expect(lab.completions('Base').nth(2)).toBeVisible();
    info.annotations.push({
      type: 'base completions',
      description: `${((Date.now() - began) / 1000).toFixed(1)} s after load`,
    });
    await expect(lab.completions('Base')).toHaveCount(8);
    for (const completion of await lab.completions('Base').all()) {
      await expect(completion).toHaveText(/\w.*(stopped|… cut at \d+ tokens)(refused)?$/s);
    }
    await expect(lab.completions('SFT')).toHaveCount(0);
  });

  test('I know which device computes, and why', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    await lab.button(/^Device: CPU \(wasm/).click();
    const dialog = page.getByRole('dialog', { name: 'Device' });
    await expect(dialog).toContainText(/software adapter|not available/);
    await expect(dialog.getByRole('radio')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('I can choose another preset, and see which one it is', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    await lab.button('Experiment: instructgpt').click();
    const menu = page.getByRole('dialog', { name: 'Experiment' });
    await expect(menu.getByText('overoptimization-unbiased')).toBeVisible();
    await menu.getByText('overoptimization-gold').click();
    await expect(menu).toBeHidden();
    await expect(lab.button('Experiment: overoptimization-gold')).toBeInViewport({ ratio: 1 });
    await expect(lab.stage('Reward model')).toHaveCount(0);
    await lab.button('Experiment: overoptimization-gold').click();
    await menu.getByRole('textbox', { name: 'Name' }).fill('');
    await menu.getByRole('textbox', { name: 'Name' }).pressSequentially('my first one');
    await expect(page.getByRole('button', { name: 'Experiment: my first one' })).toBeVisible();
  });

  test('at 200 % a prompt and the beginning of its answer are in sight beside Start', async ({ lab, page }) => {
    await page.setViewportSize({ width: 640, height: 360 });
    await lab.open('?model=tiny');
    await expect(lab.completions('Base')).toHaveCount(8);
    const answer = (await lab.completions('Base').first().boundingBox())!;
    const start = (await lab.button('Start').boundingBox())!;
    expect(answer.y + answer.height).toBeLessThanOrEqual(start.y);
    expect(start.y + start.height).toBeLessThanOrEqual(360);
    expect(start.x + start.width).toBeLessThanOrEqual(640);
  });

  test('everything fits on one screen of 1280 × 720', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    await expect(lab.completions('Base')).toHaveCount(8);
    const texts = page.getByRole('region', { name: 'Completions' });
    await lab.stage('Base model').click();
    const place = await texts.boundingBox();
    await lab.stage('Compare').click();
    expect(await texts.boundingBox()).toEqual(place);
    for (const title of ['Reward model', 'RLOO', 'SFT']) {
      await lab.stage(title).click();
      expect(await texts.boundingBox(), title).toEqual(place);
      const { scroll, window } = await page.evaluate(() => ({
        scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        window: [innerWidth, innerHeight],
      }));
      expect(scroll, title).toEqual(window);
      await expect(lab.button('Start'), title).toBeInViewport({ ratio: 1 });
      await expect(lab.button('Reset'), title).toBeInViewport({ ratio: 1 });
    }
    for (const part of [
      lab.button('Start'),
      lab.chart('Loss'),
      page.getByRole('rowheader').nth(3),
      page.getByRole('textbox', { name: 'Ask all models something' }),
    ]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    await lab.button('More settings').click();
    await expect(page.getByRole('slider', { name: 'Warm-up' })).toBeInViewport({ ratio: 1 });
  });

  test('a stage that needs another one first says which', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    for (const title of ['Reward model', 'RLOO']) {
      await lab.stage(title).click();
      await expect(page.getByText('Train SFT first: this stage starts from its weights.')).toBeVisible();
      await expect(lab.button('Start')).toBeDisabled();
    }
    await lab.stage('Compare').click();
    await expect(lab.chart('Loss')).toBeHidden();
    await lab.stage('SFT').click();
    await expect(lab.chart('Loss')).toBeVisible();
  });

  test('I can look up every word: on focus, and in the glossary', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    const term = page.getByRole('region', { name: 'SFT settings' }).getByRole('link', { name: 'Batch size' });
    await page.keyboard.press('Tab');
    await term.focus();
    await expect(page.getByRole('tooltip')).toContainText('averaged in one step');
    await term.press('Enter');
    await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
    await expect(page.getByText('How many rows of examples are averaged in one step.')).toBeInViewport();
    await page.getByRole('link', { name: 'About' }).click();
    await expect(page.getByRole('heading', { name: 'Honest limits' })).toBeVisible();
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await expect(lab.button('Start')).toBeVisible();
  });

  test('I can switch to dark colours, and the page remembers', async ({ lab, page }) => {
    await lab.open('?model=tiny');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await lab.button('Switch to dark colours').click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await expect(lab.button('Switch to light colours')).toBeVisible();
    expect(await ground()).toBe(dark);
  });

  test('a wrong parameter in the address is named, and the rest still counts', async ({ lab, page }) => {
    await lab.open('?model=tiny&device=gpu&steps=0&seed=7');
    await expect(page.getByText('?device=gpu in the address is ignored: it must be auto, webgpu, wasm.')).toBeVisible();
    await expect(page.getByText(/\?steps=0 in the address is ignored: .* whole number from 1/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.button('Dismiss this message').first().click();
    await expect(page.getByText('?device=gpu')).toBeHidden();
  });
});

test('a model that is not there is an error with a way on, not a blank page', async ({ page }) => {
  await page.goto('./?model=nowhere');
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('The model could not be started');
  await expect(problem).toContainText('Your settings are kept');
  await expect(problem.getByRole('button', { name: 'Try again' })).toBeVisible();
});
