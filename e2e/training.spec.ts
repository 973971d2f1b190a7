import type { Page } from '@playwright/test';
import { expect, test } from './labPage.ts';
import { traceTasks } from './mainThread.ts';

/** Software WebGPU is a hundred times slower than a GPU, so its run is small. */
const TINY_WASM = '?device=wasm&model=tiny&batchSize=2&sequenceLength=256&maxNewTokens=12&evalEvery=5&heldoutPairs=16';
const TINY_WEBGPU =
  '?device=webgpu&model=tiny&batchSize=1&sequenceLength=256&maxNewTokens=4&evalEvery=4&steps=4&learningRate=0.01&heldoutPairs=16';

test('I can train the model by SFT on the CPU, and watch its loss fall and its answers change', async ({
  lab,
  page,
}) => {
  await lab.open('?device=wasm&steps=12&evalEvery=6&batchSize=8&learningRate=0.003&heldoutPairs=32');
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('more of the Base completion').first().click();
  await expect(lab.completions('Base').first()).toBeInViewport({ ratio: 1 });
  await lab.button('less of the Base completion').click();
  await expect(lab.completions('Base').first()).not.toBeInViewport({ ratio: 1 });
  await lab.startAndFinish();
  await lab.expectStep(12, 12);
  await expect(lab.page.getByText(/^Finished\. Held-out loss fell from/)).toBeVisible();
  // the curves themselves, raw and smoothed: a chart of names and ticks alone once passed unnoticed
  const curves = lab.chart('Loss').locator('path.recharts-curve');
  await expect(curves).toHaveCount(3);
  await expect(lab.completions('SFT')).toHaveCount(8);
  const [base, sft] = await Promise.all([
    lab.completions('Base').allInnerTexts(),
    lab.completions('SFT').allInnerTexts(),
  ]);
  expect(sft).not.toEqual(base);
  await expect(page.getByText(/^\d of 8 replies .*: compare the Base and SFT columns\.$/)).toBeVisible();
  await lab.button('Next: Reward model').click();
  await expect(lab.stage('Reward model')).toHaveAttribute('aria-current', 'step');
});

test('I can pause, step, go on and reset', async ({ lab, page }) => {
  await lab.open(`${TINY_WASM}&steps=400`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Start').click();
  await expect(lab.progress).toContainText(/step [1-9]/);
  await lab.button('Pause').click();
  await expect(lab.button('Resume')).toBeVisible();
  const paused = await lab.step();
  expect(paused).toBeGreaterThan(0);
  expect(paused).toBeLessThan(400);

  await lab.button('Step').click();
  await lab.expectStep(paused + 1, 400);
  await expect(lab.button('Resume')).toBeEnabled();
  expect(await lab.step()).toBe(paused + 1);
  await expect(lab.page.getByRole('columnheader', { name: 'SFT' })).toContainText(`step ${paused + 1} of 400`);

  await lab.button('Resume').click();
  await expect.poll(() => lab.step()).toBeGreaterThan(paused + 2);
  await expect(page.getByRole('slider', { name: 'Steps' })).toBeDisabled();
  await lab.button('Reset').click();
  await lab.button('Keep').click();
  await expect(lab.button('Reset')).toBeFocused();
  await expect(lab.progress).toBeVisible();
  await page.getByRole('button', { name: /^Device: / }).click();
  const devices = page.getByRole('dialog', { name: 'Device' });
  await devices.getByText('WebGPU', { exact: true }).click();
  await expect(lab.button('Start over on WebGPU')).toBeVisible();
  // The device that computes anyway is no question.
  await devices.getByText('CPU', { exact: true }).click();
  await expect(lab.button('Stay')).toBeHidden();
  await devices.getByText('WebGPU', { exact: true }).click();
  await lab.button('Stay').click();
  await expect(lab.progress).toBeVisible();
  await lab.button('Reset').click();
  await lab.button('Drop it').click();
  await expect(lab.progress).toBeHidden();
  await expect(lab.completions('SFT')).toHaveCount(0);
  await expect(page.getByRole('slider', { name: 'Steps' })).toBeEnabled();
  await expect(lab.button('Start')).toBeEnabled();
});

test('one press of Step on a fresh page makes exactly one step', async ({ lab }) => {
  await lab.open(`${TINY_WASM}&steps=5`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Step').click();
  await expect(lab.button('Resume')).toBeEnabled();
  await lab.expectStep(1, 5);
});

test('I can open four draws of a prompt in every column, by keyboard, while a stage trains', async ({ lab, page }) => {
  // More steps than it can take meanwhile: the run is still there to be paused.
  await lab.open(`${TINY_WASM}&steps=4000`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Start').click();
  await expect(lab.completions('SFT')).toHaveCount(8);
  const toggle = page.getByRole('button', { name: /^4 draws at T 1/ }).nth(1);
  await toggle.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  for (const column of ['Base', 'SFT']) {
    const draws = page.getByRole('list', { name: `${column}: 4 draws at T 1` });
    await expect(draws.getByRole('group', { name: new RegExp(`^${column} draw [1-4]: `) })).toHaveCount(4);
  }
  await lab.button('Pause').click();
  await toggle.press('Enter');
  await expect(page.getByRole('list', { name: /4 draws at T 1$/ })).toHaveCount(0);
});

test('the same seed gives the same curve, another seed another one', async ({ lab, page }) => {
  await lab.open(`${TINY_WASM}&steps=10&learningRate=0.01`);
  await expect(lab.completions('Base')).toHaveCount(8);
  const losses = async (): Promise<string> => {
    await lab.startAndFinish();
    const sentence = page.getByText(/^Finished\. Held-out loss fell/);
    await expect(sentence).toBeVisible();
    const seen = `${await sentence.innerText()} ${await lab.stage('SFT').innerText()}`;
    await lab.button('Reset').click();
    return seen;
  };
  const first = await losses();
  expect(first).toMatch(/from [\d.]+ to [\d.]+\snats .* loss [\d.]+$/s);
  expect(await losses()).toBe(first);
  await page.getByRole('textbox', { name: 'Seed' }).fill('43');
  await page.keyboard.press('Tab');
  expect(await losses()).not.toBe(first);
});

test('I can ask all models something of my own, and read a token by keyboard', async ({ lab, page }) => {
  await lab.open(`${TINY_WASM}&steps=3`);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.startAndFinish();
  await expect(lab.completions('SFT')).toHaveCount(8);
  await page.getByRole('textbox', { name: 'Ask all models something' }).fill('What is the capital of Italy?');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: 'What is the capital of Italy?' });
  await expect(row.getByRole('group', { name: /^Base completion/ })).toBeVisible();
  await expect(row.getByRole('group', { name: /^SFT completion/ })).toBeVisible();
  await lab.completions('Base').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status')).toContainText(/log-prob -[\d.e-]+ nats · chance/);
});

test('I can train on WebGPU', async ({ lab }) => {
  await lab.open(TINY_WEBGPU);
  await expect(lab.button(/^Device: WebGPU/)).toBeVisible();
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.startAndFinish();
  await lab.expectStep(4, 4);
  await expect(lab.page.getByText(/^Finished\. Held-out loss fell from/)).toBeVisible();
  await expect(lab.completions('SFT')).toHaveCount(8);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('I can start a run with my thumb and read the answers', async ({ lab, page }) => {
    await lab.open(`${TINY_WASM}&steps=3`);
    await expect(lab.completions('Base')).toHaveCount(8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const start = await lab.button('Start').boundingBox();
    expect(start?.height).toBeGreaterThanOrEqual(44);
    expect(start?.y).toBeGreaterThan(844 * 0.75);
    await expect(lab.completions('Base').first()).toBeInViewport({ ratio: 1 });
    const [header, texts] = [page.getByRole('banner'), page.getByRole('region', { name: 'Completions' })];
    expect((await header.boundingBox())?.height).toBeLessThan(60);
    expect((await texts.boundingBox())?.y).toBeLessThan(844 * 0.25);
    await lab.button('Start').tap();
    await expect(lab.button('Train again')).toBeVisible();
    await expect(lab.completions('SFT')).toHaveCount(8);
    await lab.completions('SFT').last().scrollIntoViewIfNeeded();
    await expect(lab.completions('SFT').last()).toBeInViewport();
    await expect(lab.button('Train again')).toBeInViewport();
  });
});

test.describe('a worker that dies', () => {
  test('is replaced, and its run goes on: the trainer', async ({ lab, page }) => {
    await lab.open(`${TINY_WASM}&steps=60`);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.button('Start').click();
    await expect(lab.progress).toContainText(/step [1-9]/);
    await kill(page, 'trainer');
    await expect(page.getByText('a new one has taken its place')).toBeVisible();
    await expect(lab.problem).toBeHidden();
    await expect(lab.chart('Loss')).toContainText(/train [\d.]+ nats/);
    await expect(lab.button('Train again')).toBeVisible();
    await lab.expectStep(60, 60);
  });

  test('is replaced: the sampler', async ({ lab, page }) => {
    await lab.open(`${TINY_WASM}&steps=3`);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.startAndFinish();
    await expect(lab.completions('SFT')).toHaveCount(8);
    await kill(page, 'sampler');
    await expect(page.getByText('A new one takes its place and draws them again.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Ask all models something' }).fill('Are you there?');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: 'Are you there?' });
    await expect(row.getByRole('group', { name: /^SFT completion/ })).toBeVisible();
  });
});

test('the page stays responsive while a model trains', async ({ lab, page, browser }, info) => {
  // A small model makes many steps a second: much to draw.
  await lab.open(`${TINY_WASM}&steps=60`);
  await expect(lab.completions('Base')).toHaveCount(8);
  const tasks = await traceTasks(browser, page, async () => {
    await lab.startAndFinish();
    await expect(lab.completions('SFT')).toHaveCount(8);
  });
  const longest = Math.max(...tasks);
  const over = tasks.filter((ms) => ms > 50).length;
  const description = `${tasks.length} tasks while training, longest ${longest.toFixed(0)} ms, ${over} over 50 ms`;
  info.annotations.push({ type: 'main thread', description });
  expect(tasks.length).toBeGreaterThan(100);
  // The aim is 50 ms on a quiet machine; CI's cores are shared with the training itself.
  expect(longest).toBeLessThan(75);
});

/** As a browser does that runs out of memory: the worker is gone and says nothing. */
async function kill(page: Page, name: 'trainer' | 'sampler'): Promise<void> {
  const worker = page.workers().find((candidate) => candidate.url().includes(`${name}.worker`));
  if (!worker)
    throw new Error(
      `there is no ${name} worker among ${page
        .workers()
        .map((each) => each.url())
        .join(', ')}`,
    );
  await worker.evaluate(() => self.close()).catch(() => undefined);
}
