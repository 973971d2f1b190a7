/** Nothing is lost: killed workers, reloads and closed tabs at random steps, and every run ends with the same curve. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, LabPage, test } from './labPage.ts';
import { keptSteps, type StoredNode, storedNodes } from './stored.ts';

const SIZES =
  'batchSize=2&sequenceLength=256&steps=90&heldoutPairs=16&evalEvery=10&stages.1.pairs=96&stages.1.heldoutPairs=16&stages.1.sequenceLength=256&stages.1.batchSize=2&stages.1.maxNewTokens=8&stages.1.evalEvery=10&stages.2.updates=24&stages.2.promptsPerUpdate=2&stages.2.completionsPerPrompt=2&stages.2.maxNewTokens=8&stages.2.valueWarmupEpochs=1&stages.2.prompts=20';
const QUERY = `?preset=ppo&device=wasm&model=tiny&maxNewTokens=8&keepEvery=0&${SIZES}`;
const KILLS = 21;
const SEED = 20_261;

type Interruption = 'kill the worker' | 'reload' | 'close the tab';
/** Opening a page takes seconds: it is done less often. */
const WAYS: readonly Interruption[] = [
  ...new Array<Interruption>(4).fill('kill the worker'),
  ...new Array<Interruption>(2).fill('reload'),
  'close the tab',
];

/** Small and seeded: which interruption comes, and after how many steps. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function open(page: Page): Promise<LabPage> {
  const lab = new LabPage(page);
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  return lab;
}

const STAGES: readonly string[] = ['SFT', 'Reward model', 'PPO'];

/** SFT, reward model, RL without a break. */
async function trainStraight(page: Page): Promise<readonly StoredNode[]> {
  const lab = await open(page);
  for (const stage of STAGES) await lab.train(stage);
  return storedNodes(page);
}

/** As soon as it has started: a worker that is killed before its first line is noticed a minute later only. */
async function killTrainer(page: Page): Promise<void> {
  await expect.poll(async () => (await locksHeld(page)).some((name) => name?.startsWith('trainer'))).toBe(true);
  const worker = page.workers().find((candidate) => candidate.url().includes('trainer.worker'));
  if (!worker) throw new Error('there is no trainer');
  await worker.evaluate(() => self.close()).catch(() => undefined);
}

const locksHeld = (page: Page) =>
  page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? []);

/** A browser takes a moment to let go of what a closed tab held. */
async function untilNobodyVisits(page: Page): Promise<void> {
  await page.goto('./models/tiny/config.json');
  await expect.poll(() => locksHeld(page)).toEqual([]);
}

/** Lets the run go on for a few steps and interrupts it. @returns the page it goes on in */
async function interrupt(context: BrowserContext, lab: LabPage, stage: string, how: Interruption, steps: number) {
  const progress = lab.progressOf(stage);
  const at = async (what: 'now' | 'max') => Number((await progress.getAttribute(`aria-value${what}`)) ?? 0);
  const target = Math.min((await at('now')) + steps, await at('max'));
  await expect.poll(() => at('now'), { intervals: [20] }).toBeGreaterThanOrEqual(target);
  const { page } = lab;
  if (how === 'kill the worker') {
    await killTrainer(page);
    return lab;
  }
  // Of a run that was never kept there is nothing to go on with but Start.
  const isKept = async () => (await keptSteps(page)).length > 0 || lab.button('Train again').isVisible();
  await expect.poll(isKept, { intervals: [20] }).toBe(true);
  if (how === 'reload') {
    await page.reload();
  } else {
    await page.close();
  }
  const next = how === 'reload' ? lab : new LabPage(await context.newPage());
  if (how !== 'reload') {
    await untilNobodyVisits(next.page);
    await next.open(QUERY);
  }
  await expect(next.completions('Base')).toHaveCount(8);
  await next.stage(stage).click();
  const button = next.button(/^(Resume|Train again)$/);
  await expect(button).toBeVisible();
  // A run that ended in the moment before is shown as finished.
  if ((await button.innerText()).includes('Resume')) await button.click();
  await expect(next.page.getByText('was interrupted')).toBeHidden();
  return next;
}

test('killed, reloaded and closed at random steps, every run ends with the same curve', async ({ browser }, info) => {
  test.setTimeout(600_000);
  const straightContext = await browser.newContext({ serviceWorkers: 'block' });
  const straight = await trainStraight(await straightContext.newPage());
  await straightContext.close();
  expect(straight.map(({ stage }) => stage)).toEqual(['sft', 'rewardModel', 'ppo']);

  const dice = createDice(SEED);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  let lab = await open(await context.newPage());
  const done: string[] = [];
  for (const stage of STAGES) {
    await lab.stage(stage).click();
    await lab.button('Start').click();
    const most = stage === 'PPO' ? 2 : 5;
    for (let kill = 0; kill < KILLS / STAGES.length; kill++) {
      const how = WAYS[dice(WAYS.length)]!;
      const steps = dice(most);
      done.push(`${stage}: ${how} after ${steps}`);
      lab = await interrupt(context, lab, stage, how, steps);
    }
    await expect(lab.button('Train again')).toBeVisible();
  }
  info.annotations.push({ type: 'interruptions', description: `seed ${SEED}: ${done.join('; ')}` });
  const kept = await storedNodes(lab.page);
  expect(kept).toHaveLength(3);
  kept.forEach((node, i) => {
    expect(node.id).toBe(straight[i]!.id);
    expect(Object.keys(node.curves).sort()).toEqual(Object.keys(straight[i]!.curves).sort());
    for (const [key, values] of Object.entries(node.curves)) {
      const expected = straight[i]!.curves[key]!;
      expect(values, `${node.stage} ${key}`).toHaveLength(expected.length);
      values.forEach((value, at) =>
        expect(Math.abs(value - expected[at]!), `${node.stage} ${key} ${at}`).toBeLessThanOrEqual(1e-6),
      );
    }
    // The same device and number of threads: not only close, the same bits.
    expect(node.weightsDigest).toBe(straight[i]!.weightsDigest);
  });
  expect(await keptSteps(lab.page)).toEqual([]);
  await context.close();
});

test('a run that I paused stands at the same step after a reload', async ({ lab, page }) => {
  await lab.open(QUERY.replace('keepEvery=0', 'keepEvery=3600'));
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Start').click();
  await expect.poll(() => lab.step(), { intervals: [20] }).toBeGreaterThan(5);
  await lab.button('Pause').click();
  await expect(lab.button('Resume')).toBeVisible();
  const step = await lab.step();
  await page.reload();
  await expect(page.getByText(`It stands at step ${step}, where it was kept last`)).toBeVisible();
  await expect(lab.button('Resume')).toBeVisible();
  expect(await lab.step()).toBe(step);
});

test('a trainer that dies again and again is given up, and I am told what to press', async ({ page }) => {
  const lab = await open(page);
  await lab.button('Start').click();
  await expect.poll(() => lab.step(), { intervals: [20] }).toBeGreaterThan(1);
  const scripts = /trainer\.worker/;
  let deaths = 0;
  await page.route(scripts, (route) => {
    deaths += 1;
    return route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no memory");' });
  });
  await killTrainer(page);
  await expect(page.getByText(/several times in a row.* press Resume/)).toBeVisible({ timeout: 15_000 });
  // A step that was still on its way when the first trainer died lets one more try.
  expect(deaths).toBeLessThanOrEqual(4);
  await page.unroute(scripts);
  const step = await lab.step();
  await lab.button('Resume').click();
  await expect.poll(() => lab.step(), { intervals: [20] }).toBeGreaterThan(step);
});

test('after a reload the stages, their curves and their completions are there, and so are the settings', async ({
  lab,
  page,
}) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await expect(lab.completions('SFT')).toHaveCount(8);
  const texts = await lab.completions('SFT').allInnerTexts();
  await page.getByRole('textbox', { name: 'Seed' }).fill('77');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.title !== '');
  await page.reload();
  await expect(lab.completions('SFT')).toHaveCount(8);
  expect(await lab.completions('SFT').allInnerTexts()).toEqual(texts);
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('77');
  await expect(lab.stage('SFT')).toContainText('Finished');
  await expect(lab.chart('Loss')).toContainText(/train [\d.]+ nats/);
  await lab.stage('Reward model').click();
  await expect(lab.button('Start')).toBeEnabled();
});

test('two tabs at once are two visits, and keep both runs', async ({ lab, page, context }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  const other = new LabPage(await context.newPage());
  await other.open(`${QUERY}&seed=9`);
  await expect(other.completions('Base')).toHaveCount(8);
  await Promise.all([lab.startAndFinish(), other.startAndFinish()]);
  const nodes = await storedNodes(page);
  expect(nodes.map(({ stage }) => stage)).toEqual(['sft', 'sft']);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
  const third = new LabPage(await context.newPage());
  await third.open(QUERY);
  await expect(third.completions('Base')).toHaveCount(8);
  await expect(third.button('Start')).toBeEnabled();
  await page.reload();
  await expect(lab.stage('SFT')).toContainText('Finished');
});

test('a run that was left is listed under Storage: I can go back into it, or remove it', async ({ lab, page }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Start').click();
  await expect.poll(() => lab.step(), { intervals: [20] }).toBeGreaterThan(2);
  const left = page.getByRole('table', { name: 'Visits' }).getByRole('row', { name: /SFT interrupted at \d+ of 90/ });
  const leave = async () => {
    // Another address is another visit.
    await lab.open(`${QUERY}&seed=9`);
    await expect(lab.completions('Base')).toHaveCount(8);
    await expect(lab.button('Start')).toBeVisible();
    await page.getByRole('link', { name: 'Lineage' }).click();
    await page.getByRole('tab', { name: 'Storage' }).click();
  };
  await leave();
  await left.getByRole('button', { name: 'Open' }).click();
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.button('Resume').click();
  const step = await lab.step();
  await expect.poll(() => lab.step(), { intervals: [20] }).toBeGreaterThan(step);
  await leave();
  await left.getByRole('button', { name: 'Delete' }).click();
  await left.getByRole('button', { name: 'Remove' }).click();
  await expect(left).toBeHidden();
  expect(await keptSteps(page)).toEqual([]);
});

test('when the browser has no room left the run goes on, I am told, and what was kept stays', async ({
  lab,
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  const before = await storedNodes(page);
  expect(before).toHaveLength(1);
  // Chromium remembers for 30 s after a write how much room there was.
  await page.waitForTimeout(35_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 });
  await lab.stage('Reward model').click();
  await lab.button('Start').click();
  await expect(
    page.getByText(/^The run goes on, but it is not being kept: this browser has no room left/),
  ).toBeVisible();
  await expect(lab.button('Train again')).toBeVisible({ timeout: 60_000 });
  await expect(lab.stage('Reward model')).toContainText('Finished');
  expect(await storedNodes(page)).toEqual(before);
  await page.reload();
  await expect(lab.stage('SFT')).toContainText('Finished');
  await expect(lab.completions('SFT')).toHaveCount(8);
});
