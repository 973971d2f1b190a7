import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, type LabPage, test } from './labPage.ts';
import { traceTasks } from './mainThread.ts';

const DATA = '?model=tiny&device=wasm#data';

async function choose(lab: LabPage, name: string, content: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([lab.page.waitForEvent('filechooser'), lab.button('Choose a file').click()]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

const bad = (page: Page) => page.getByRole('region', { name: 'Rows that can’t be used' });
const inUse = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('I can bring data of each kind by its example file, and take it away again', async ({ lab, page }) => {
  await lab.open(DATA);
  for (const title of ['Demonstrations', 'Preferences', 'Prompts']) {
    await expect(inUse(page, title)).toContainText('the lab’s own');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      inUse(page, title).getByRole('button', { name: 'Example file' }).click(),
    ]);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), lab.button('Choose a file').click()]);
    await chooser.setFiles(await download.path());
    await expect(
      page.getByRole('heading', { name: `3 good rows of ${title.toLowerCase()} (JSON Lines)` }),
    ).toBeVisible();
    await lab.button('use 3 rows').click();
    await expect(inUse(page, title)).toContainText('3 of yours');
  }
  await page.reload();
  for (const title of ['Demonstrations', 'Preferences', 'Prompts']) {
    await expect(inUse(page, title), 'a reload keeps them').toContainText('3 of yours');
  }
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(lab.stage('SFT')).toContainText('Your 3 demonstrations');
  await expect(page.getByText('Start trains on your 3 demonstrations.')).toBeVisible();
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await inUse(page, 'Prompts').getByRole('button', { name: 'Remove' }).click();
  await inUse(page, 'Prompts').getByRole('group').getByRole('button', { name: 'Remove' }).click();
  await expect(inUse(page, 'Prompts')).toContainText('the lab’s own');
  await expect(inUse(page, 'Preferences')).toContainText('3 of yours');
});

test('bad files are listed by line, and nothing is lost', async ({ lab, page }) => {
  await lab.open(DATA);
  await page.getByRole('textbox', { name: 'Or paste rows here' }).fill('Name a fruit.\nName a colour.');
  await lab.button('Read the pasted rows').click();
  await lab.button('use 2 rows').click();
  await expect(inUse(page, 'Prompts')).toContainText('2 of yours');

  await choose(lab, 'wrong.csv', 'question,answer\nHi?,Hello.\n');
  await expect(bad(page)).toContainText('line 2 no prompt: the row has question, answer, expected prompt');
  await expect(page.getByRole('button', { name: /^use|^add/ })).toHaveCount(0);
  await lab.button('Leave the file').click();

  const good = '{"prompt":"Hi?","chosen":"Hello.","rejected":"No."}';
  const broken = Buffer.concat([
    Buffer.from('{"prompt":"Hi?","chosen":"'),
    Buffer.from([0xe2, 0x28]),
    Buffer.from('","rejected":"b"}'),
  ]);
  const same = '{"prompt":"Hi?","chosen":"No.","rejected":"No."}';
  await choose(
    lab,
    'mixed.jsonl',
    Buffer.concat([Buffer.from(`${good}\n`), broken, Buffer.from(`\n${same}\n{oops\n`)]),
  );
  await expect(bad(page)).toContainText('line 2 chosen holds bytes that are not UTF-8 text');
  await expect(bad(page)).toContainText('line 3 chosen and rejected are the same text');
  await expect(bad(page)).toContainText('line 4 the line is not JSON');
  await expect(inUse(page, 'Preferences')).toContainText('the lab’s own');
  await lab.button('Skip the bad rows, use 1 row').click();
  await expect(inUse(page, 'Preferences')).toContainText('1 of yours');

  await choose(lab, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await expect(page.getByRole('alert')).toContainText('picture.png can’t be used: the file is not text');
  await expect(page.getByRole('alert')).toContainText('What was in use is unchanged.');
  await expect(inUse(page, 'Prompts')).toContainText('2 of yours');
  await expect(inUse(page, 'Preferences')).toContainText('1 of yours');
});

test('the page stays responsive while it reads 200,000 rows', async ({ lab, page, browser }, info) => {
  const rows = Array.from({ length: 200_000 }, (_, i) =>
    i % 4 === 0
      ? '{"prompt":"q","chosen":"a","rejected":"a"}'
      : JSON.stringify({ prompt: `Question ${i}?`, chosen: `The answer is ${i}.`, rejected: `I do not know ${i}.` }),
  );
  await lab.open(DATA);
  // Base completions go on being drawn on another view; what is measured is the file.
  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(lab.completions('Base')).toHaveCount(8);
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  // By path: a buffer would be handed over on the very thread that is measured.
  const path = info.outputPath('big.jsonl');
  await writeFile(path, rows.join('\n'));
  const tasks = await traceTasks(browser, page, async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), lab.button('Choose a file').click()]);
    await chooser.setFiles(path);
    await lab.button('Skip the bad rows, use 20,000 rows').click();
    await expect(inUse(page, 'Preferences')).toContainText('20,000 of yours');
  });
  const longest = Math.max(...tasks);
  info.annotations.push({ type: 'main thread', description: `longest task ${longest.toFixed(0)} ms` });
  await expect(page.getByText('big.jsonl is in use: 20,000 rows, the most an experiment holds.')).toBeVisible();
  // The aim is 50 ms on a quiet machine; CI's cores are shared with the reading itself.
  expect(longest).toBeLessThan(75);
});
