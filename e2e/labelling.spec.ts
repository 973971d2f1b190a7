import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './labPage.ts';

const BENCH = '?model=tiny&device=wasm#label';

const byYou = (page: Page, count: number) =>
  page.getByRole('heading', { name: count === 1 ? '1 label by you' : `${count} labels by you`, exact: true });
const reply = (page: Page, name: 'A' | 'B') => page.getByRole('article', { name: `Reply ${name}` });
const lastVote = (page: Page) => page.getByRole('region', { name: 'Your last vote' });

/** The switch itself is drawn by its label. */
const toggle = (page: Page, rule: string) =>
  page.getByRole('row', { name: rule, exact: true }).locator('label').click();

test('I can label pairs with the keyboard, blind, and undo', async ({ lab, page }) => {
  await lab.open(BENCH);
  await expect(reply(page, 'A')).toBeVisible();
  await expect(lastVote(page)).toContainText('After each vote');
  const first = await reply(page, 'A').innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(byYou(page, 1)).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Recorded: A is better. Next pair. Asked:');
  await expect(lastVote(page)).toContainText('Your last vote: A is better');
  await expect(lastVote(page)).toContainText(/The spec (prefers|sees no clear difference)/);
  await expect(lastVote(page)).toContainText(/Expert (A|B|tie)/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(byYou(page, 3)).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('status')).toContainText('skipped');
  for (let deed = 0; deed < 4; deed++) await page.keyboard.press('u');
  await expect(byYou(page, 0)).toBeVisible();
  expect(await reply(page, 'A').innerText()).toBe(first);
});

test('I can edit a reply into a better one, and take my labels with me', async ({ lab, page }) => {
  await lab.open(BENCH);
  await expect(reply(page, 'A')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  const box = page.getByRole('textbox', { name: 'Better reply' });
  await expect(box).toBeFocused();
  await box.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('unchanged');
  await box.fill('A better reply.');
  await box.press('Control+Enter');
  await expect(byYou(page, 2)).toBeVisible();
  await expect(lab.button('Edit')).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), lab.button('Export JSONL').click()]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([
    expect.objectContaining({ labeler: 'you' }),
    expect.objectContaining({ labeler: 'you', chosen: ' A better reply.', edited: true }),
  ]);
});

test('my labels survive a reload, and a damaged store is named without losing the rest', async ({ lab, page }) => {
  await lab.open(BENCH);
  await expect(reply(page, 'A')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.reload();
  await expect(byYou(page, 2)).toBeVisible();
  await page.goto('about:blank');
  await page.addInitScript(() => {
    if (sessionStorage.getItem('damaged')) return;
    sessionStorage.setItem('damaged', 'yes');
    const stored = localStorage.getItem('rlhf-lab/labels') ?? '';
    localStorage.setItem('rlhf-lab/labels', stored.replace('"labeler":"you"', '"labeler":"nobody"'));
  });
  await lab.open(BENCH);
  await expect(page.getByRole('alert')).toContainText('1 of 2 stored labels could not be read. The other 1 are here.');
  await expect(byYou(page, 1)).toBeVisible();
  await expect(reply(page, 'A')).toBeVisible();
});

test('the AI labels the rest, and I check what it is least sure of', async ({ lab, page }) => {
  await lab.open(BENCH);
  await expect(reply(page, 'A')).toBeVisible();
  await page.getByRole('radio', { name: '20', exact: true }).click();
  await lab.button('Label with AI').click();
  const check = page.getByRole('radio', { name: 'Check the AI (20)' });
  await expect(check).toBeChecked();
  await expect(page.getByText(/^The AI says/)).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByRole('radio', { name: 'Check the AI (19)' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Check the AI (18)' })).toBeVisible();
  await expect(byYou(page, 1)).toBeVisible();
  await expect(page.getByText('19 by the AI')).toBeVisible();
});

test('a label file with bad rows is listed, and changes nothing until I say so', async ({ lab, page }) => {
  await lab.open(BENCH);
  await expect(reply(page, 'A')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  const good = '{"prompt":"User: Hi!\\nAssistant:","chosen":" Hello.","rejected":" No."}';
  const buffer = Buffer.from(`${good}\n{"prompt":"q","chosen":"a"}\n{"prompt":"q","chosen":"a","rejected":"a"}\n`);
  const choose = async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), lab.button('Import JSONL').click()]);
    await chooser.setFiles({ name: 'mine.jsonl', mimeType: 'application/x-ndjson', buffer });
  };
  await choose();
  const bad = page.getByRole('region', { name: 'Rows that can’t be used' });
  await expect(bad).toContainText('line 2 rejected');
  await expect(bad).toContainText('line 3 chosen and rejected are the same text');
  await lab.button('Leave the file').click();
  await expect(byYou(page, 1)).toBeVisible();
  await choose();
  await lab.button('Skip the bad rows, add 1').click();
  await expect(byYou(page, 2)).toBeVisible();
});

test('I can edit the spec, and see at once what that makes of replies and of my labels', async ({ lab, page }) => {
  const label = { prompt: 'User: Tell me something.\nAssistant:', labeler: 'you' };
  const rows = [{ ...label, id: '1', chosen: ' Go away, you idiot.', rejected: ' Hello! How nice to see you.' }];
  await page.addInitScript(
    (stored) => localStorage.setItem('rlhf-lab/labels', stored),
    JSON.stringify({ version: 1, labels: rows }),
  );
  await lab.open('?model=tiny&device=wasm#spec');
  await expect(page.getByRole('heading', { name: '1 against the spec' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Labels against the spec' })).toContainText('The rejected reply:');
  const example = page.getByRole('region', { name: 'Example' });
  await expect(example.getByText('Stops').first()).toBeVisible();
  await toggle(page, 'Stops');
  await expect(example.getByText('Stops')).toHaveCount(0);
  const rules = page.getByRole('grid', { name: 'Rules in order' }).getByRole('row');
  await lab.button('Move Kind up').click();
  await expect(rules.nth(11)).toContainText('Kind');
  await expect(page.getByRole('status').filter({ hasText: 'rule 12 of 13' })).toBeAttached();
  await lab.button('Reset to default').click();
  await expect(rules.nth(12)).toContainText('Kind');
  await toggle(page, 'Kind');
  await expect(page.getByRole('heading', { name: '0 against the spec' })).toBeVisible();
});

test('I can vote on pairs that a stage draws for itself, and my votes wait for its next start', async ({
  lab,
  page,
}) => {
  test.setTimeout(240_000);
  const dpo = 'preset=dpo&stages.1.pairs=24&stages.1.heldoutPairs=8&stages.1.maxNewTokens=8&stages.1.batchSize=4';
  await lab.open(`?model=tiny&device=wasm&maxNewTokens=8&${dpo}&stages.1.from=[%22base%22]`);
  await lab.stage('DPO').click();
  await expect(lab.view('Curves')).toBeChecked();
  await lab.button('Step').click();
  await expect(lab.view('Vote')).toBeChecked();
  await expect(reply(page, 'A')).toBeVisible();
  const first = await reply(page, 'A').innerText();
  const drawn = page.getByRole('complementary', { name: 'Pairs just drawn' });
  await expect(drawn).toContainText('what you vote now counts from the next start');
  await expect(drawn.getByRole('listitem')).toHaveCount(2);
  await expect(drawn.getByRole('listitem').first()).toContainText(/AI (A|B|tie)Contractor (A|B|tie)Expert (A|B|tie)/);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: B is better' })).toBeAttached();
  await expect(lastVote(page)).toContainText(/The spec (prefers|sees no clear difference)/);
  await expect(drawn).toContainText('You have given 1 label');
  await page.keyboard.press('u');
  await expect(drawn).toContainText('You have given 0 labels');
  expect(await reply(page, 'A').innerText()).toBe(first);
  await lab.button('Both bad').click();
  await lab.button('Resume').click();
  await expect(lab.button('Train again')).toBeVisible({ timeout: 120_000 });
  await drawn.getByRole('link', { name: 'all of them' }).click();
  await expect(byYou(page, 1)).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('I can label with one thumb', async ({ lab, page }) => {
    await lab.open(BENCH);
    await expect(reply(page, 'A')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const name of ['A is better', 'B is better', 'Tie', 'Both bad', 'Edit', 'Skip']) {
      const box = await lab.button(name).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.y).toBeGreaterThan(844 * 0.75);
    }
    await lab.button('B is better').tap();
    await expect(byYou(page, 1)).toBeVisible();
    await lab.button('Undo').tap();
    await expect(byYou(page, 0)).toBeVisible();
  });
});

test.describe('at 200 %', () => {
  // A window of 1280 × 720 has half as many pixels of CSS a side.
  test.use({ viewport: { width: 640, height: 360 } });

  test('the question, the beginning of a reply and every vote are in sight', async ({ lab, page }) => {
    await lab.open(BENCH);
    await expect(reply(page, 'A')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    const votes = await Promise.all(
      ['A is better', 'B is better', 'Tie', 'Both bad', 'Edit', 'Skip'].map((name) => lab.button(name).boundingBox()),
    );
    const top = Math.min(...votes.map((box) => box!.y));
    expect(Math.max(...votes.map((box) => box!.y + box!.height))).toBeLessThanOrEqual(360);
    await expect(page.getByText(/^Asked/).first()).toBeInViewport({ ratio: 1 });
    // Its letter and four lines.
    expect((await reply(page, 'A').boundingBox())!.y + 120).toBeLessThanOrEqual(top);
  });
});
