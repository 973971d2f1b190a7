/** An experiment leaves one browser as a link or a file and arrives in another, or on the command line, as the same. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { parseExperiment } from '../src/lab/document/experiment.ts';
import { encodeLink } from '../src/lab/link/codec.ts';
import { writeLinkFile } from '../src/lab/link/linkFile.ts';
import { expect, LabPage, test } from './labPage.ts';
import { runCli, runShipped } from './runCli.ts';

/** A whole pipeline in seconds: a model that says nothing, small batches. */
const TINY_PIPELINE = [
  '?preset=ppo&device=wasm&model=tiny&maxNewTokens=8&steps=8&batchSize=2&sequenceLength=256&evalEvery=4&heldoutPairs=16&learningRate=0.01',
  'stages.1.pairs=24&stages.1.heldoutPairs=8&stages.1.batchSize=8&stages.1.epochs=1&stages.1.maxNewTokens=8',
  'stages.2.updates=3&stages.2.promptsPerUpdate=4&stages.2.completionsPerPrompt=2&stages.2.prompts=8&stages.2.maxNewTokens=8',
].join('&');
const TINY = {
  model: 'tiny',
  stages: [{ kind: 'sft', steps: 5, batchSize: 2, sequenceLength: 256, heldoutPairs: 16 }],
};

const ALL_REPRODUCED = ['SFT', 'Reward model', 'PPO'].map(
  (stage) => `${stage}: reproduced bit for bit (CPU (wasm, 2 threads)).`,
);

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Shared experiment' });
const linkOf = (experiment: object, name = 'From afar'): string =>
  `#${encodeLink({ name, experiment: parseExperiment(experiment), curves: {}, digest: {} })}`;

async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return page.getByRole('textbox', { name: 'Link' }).inputValue();
}

/** A browser that has never been here. */
async function elsewhere(browser: Browser, address: string): Promise<LabPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  return new LabPage(page);
}

/** Thin and dashed, of loss and held-out loss. */
const ghosts = (lab: LabPage): Locator => lab.chart('Loss').locator('path.recharts-curve[stroke-dasharray="3 3"][d]');

/** On the CPU, whatever the machine has. */
const onCpu = (link: string): string => link.replace('/#', '/?device=wasm#');

test('a link that asks for hours says so, and starts at a second press only', async ({ lab, page }) => {
  const long = { stages: [{ kind: 'sft', steps: 20_000, batchSize: 64 }] };
  await page.goto(`./${onCpu(`/${linkOf(long)}`).slice(1)}`);
  await expect(bar(page)).toContainText(/1 stage, 164 M tokens, .*, about \d+ h \(a guess\)/);
  await lab.button('Start').click();
  const question = page.getByRole('group', { name: /^This stage takes about \d+ h and / });
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(question).toBeHidden();
  await expect(lab.progress).toBeHidden();
  await lab.button('Start').click();
  await question.getByRole('button', { name: 'Start it' }).click();
  await expect(lab.progress).toBeVisible();
});

test('I can share what I trained: elsewhere it has ghost lines, and every bit comes out the same, in Node too', async ({
  lab,
  page,
  browser,
}) => {
  test.setTimeout(420_000);
  await lab.open(`${TINY_PIPELINE}#label`);
  await expect(page.getByRole('article', { name: 'Reply A' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: '1 label by you' })).toBeVisible();
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  for (const stage of ['SFT', 'Reward model', 'PPO'] as const) await lab.train(stage);
  const link = await copyLink(page);
  await expect(page.getByText('it also says what SFT, Reward model and PPO came to.')).toBeVisible();
  await expect(page.getByText('1 label', { exact: false }).first()).toBeVisible();
  expect(link.length).toBeLessThan(8192);

  const their = await elsewhere(browser, onCpu(link));
  await expect(their.page.getByText(/^The shared experiment “ppo” is open: .* 1 label/)).toBeVisible();
  expect(their.page.url()).toMatch(/#lab$/);
  await expect(their.completions('Base')).toHaveCount(8);
  await expect(ghosts(their)).toHaveCount(2);
  await expect(their.chart('Loss').getByText('theirs')).toBeVisible();
  await their.train('SFT');
  await expect(bar(their.page)).toContainText('SFT: reproduced bit for bit (CPU (wasm, 2 threads)).');
  await expect(ghosts(their)).toHaveCount(2);
  await their.train('Reward model');
  await expect(bar(their.page)).toContainText('Reward model: reproduced bit for bit');
  await their.train('PPO');
  await expect(bar(their.page)).toContainText('PPO: reproduced bit for bit');
  await their.page.reload();
  await expect(bar(their.page)).toContainText('PPO: reproduced bit for bit');
  await their.page.context().close();

  const told = await runCli(['run', link, '--device', 'wasm', '--evals', 'none']);
  expect(told.trim().split('\n')).toEqual(ALL_REPRODUCED);
});

test('what the real model becomes in the page it becomes on the command line, bit for bit', async ({ lab, page }) => {
  test.setTimeout(300_000);
  await lab.open(
    [
      '?preset=ppo&device=wasm&steps=8&evalEvery=4&batchSize=8&heldoutPairs=16',
      'stages.1.pairs=48&stages.1.heldoutPairs=16&stages.1.maxNewTokens=16',
      'stages.2.updates=2&stages.2.promptsPerUpdate=4&stages.2.maxNewTokens=16&stages.2.prompts=16',
    ].join('&'),
  );
  await expect(lab.completions('Base')).toHaveCount(8);
  for (const stage of ['SFT', 'Reward model', 'PPO'] as const) await lab.train(stage);
  const told = await runShipped(['run', await copyLink(page), '--device', 'wasm', '--evals', 'none']);
  expect(told.trim().split('\n')).toEqual(ALL_REPRODUCED);
});

test('on another device I am told by how much my run differs', async ({ lab, page, browser }) => {
  await lab.open('?device=wasm&model=tiny&steps=5&batchSize=2&sequenceLength=256&heldoutPairs=16&threads=1');
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.startAndFinish();
  const link = await copyLink(page);
  const their = await elsewhere(browser, link.replace('/#', '/?device=webgpu#'));
  await expect(their.completions('Base')).toHaveCount(8);
  await their.startAndFinish();
  await expect(bar(their.page)).toContainText(
    /SFT: not the same weights; loss [\d.]+, theirs [\d.]+ \(.*Theirs on CPU/,
  );
  await their.page.context().close();
});

test('my own labels wait while a link with others is open, and come back', async ({ lab, page }) => {
  await lab.open('?model=tiny&device=wasm#label');
  await expect(page.getByRole('article', { name: 'Reply A' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: '2 labels by you' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('rlhf-lab/labels')?.length ?? 0))
    .toBeGreaterThan(300);
  // Pasted over the address of the same tab.
  await page.evaluate((hash) => (location.hash = hash), linkOf(TINY));
  await expect(page.getByText(/Your own 2 labels are set aside in this browser/)).toBeVisible();
  await lab.open('?model=tiny&device=wasm#label');
  await expect(page.getByRole('heading', { name: '0 labels by you' })).toBeVisible();
  await bar(page).getByRole('button', { name: 'Use my labels' }).click();
  await expect(page.getByRole('heading', { name: '2 labels by you' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '2 labels by you' })).toBeVisible();
});

test('a broken link says what to do, and the default experiment opens', async ({ lab, page }) => {
  await page.goto(`./?model=tiny&device=wasm${linkOf(TINY).slice(0, -12)}`);
  await expect(lab.problem).toContainText('The link is cut off at the end: copy the whole link');
  await expect(lab.completions('Base')).toHaveCount(8);
  await expect(page.getByRole('button', { name: 'Experiment: instructgpt' })).toBeVisible();
  expect(page.url()).toMatch(/#lab$/);
});

test('text in a link is only ever text', async ({ lab, page }) => {
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const displayPrompts = [{ id: evil, family: 'own', question: `${evil} javascript:alert(1)` }];
  const label = { id: evil, prompt: evil, chosen: evil, rejected: 'no', labeler: 'you' };
  await page.goto(`./?device=wasm${linkOf({ ...TINY, displayPrompts, labels: [label] }, evil.slice(0, 60))}`);
  await expect(page.getByText(evil.slice(0, 40)).first()).toBeVisible();
  await expect(lab.completions('Base')).toHaveCount(1);
  await page.goto('./?device=wasm#label');
  await expect(page.getByRole('heading', { name: '1 label by you' })).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('what is too long for a link goes as a file', async ({ lab, page, browser }) => {
  const prompts = Array.from({ length: 3000 }, (_, i) => `What is ${i} times ${(i * 7919) % 1009}?`);
  const experiment = parseExperiment({ ...TINY, data: { prompts } });
  await lab.open('?model=tiny&device=wasm');
  await expect(lab.completions('Base')).toHaveCount(8);
  const openFile = async (target: LabPage, text: string): Promise<void> => {
    await target.button('Share').click();
    const chooser = target.page.waitForEvent('filechooser');
    await target.button('Open a shared file').click();
    await (
      await chooser
    ).setFiles({ name: 'big.rlhflab.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await target.button('Close').click();
  };
  await openFile(lab, writeLinkFile({ name: 'Big', experiment, curves: {}, digest: {} }).replace('"Big"', '"Bad"'));
  await expect(lab.problem).toContainText('big.rlhflab.json is damaged or was edited');
  await openFile(lab, writeLinkFile({ name: 'Big', experiment, curves: {}, digest: {} }));
  await expect(page.getByText(/^The shared experiment “Big” is open: .* 3,000 rows of data/)).toBeVisible();
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Share').click();
  await expect(page.getByText(/longer than the 8,192 characters a link may have/)).toBeVisible();
  const download = page.waitForEvent('download');
  await lab.button('Save as file').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Big.rlhflab.json');
  const text = await readFile(await file.path(), 'utf8');

  const their = await elsewhere(browser, new URL('?model=tiny&device=wasm', page.url()).href);
  await expect(their.completions('Base')).toHaveCount(8);
  await openFile(their, text);
  await expect(their.page.getByText(/^The shared experiment “Big” is open: .* 3,000 rows of data/)).toBeVisible();
  await their.page.context().close();
});
