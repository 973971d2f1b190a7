/** Two hundred bad inputs for the real page: addresses, dropped files, own data. Seeded as their siblings in src/lab are. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readLinkFile } from '../src/lab/link/linkFile.ts';
import { mutateText } from '../src/testing/badInputs.ts';
import { seededRandom } from '../src/world/random.ts';
import { expect, type LabPage, test } from './labPage.ts';

const QUERY = '?model=tiny&device=wasm';
const LONGEST_MESSAGE = 300;
const LONGEST_MS = 2000;

const ROWS = [
  '{"prompt":"Hi?","completion":"Hello."}\n{"prompt":"Who?","completion":"Me."}\n',
  'prompt,chosen,rejected\n"Hi, you",Hello.,No.\nWho?,Me.,You.\n',
  'What is the capital of France?\nWho are you?\n',
] as const;

const sample = (name: string) => readFileSync(new URL(`../src/testing/samples/${name}`, import.meta.url), 'utf8');
const mutants = (seed: number, count: number, texts: readonly string[]) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => mutateText(random, random.pick(texts)));
};

const messages = (page: Page) => page.getByRole('alert').allTextContents();

/** Something is there to read, and no message is longer than a person reads. */
async function expectAnswered(page: Page, what: string): Promise<void> {
  expect((await page.locator('body').innerText()).length, what).toBeGreaterThan(100);
  for (const text of await messages(page)) expect(text.length, text).toBeLessThanOrEqual(LONGEST_MESSAGE);
}

test('no address leaves the page empty', async ({ lab, page }) => {
  await lab.open(QUERY);
  const views = [
    '#glossary/kl%20divergence',
    '#glossary/%',
    '#glossary/%E0%A4%A',
    '#label',
    '#spec',
    '#data',
    '#lineage',
  ];
  for (const hash of [...views, ...mutants(1, 63, views)]) {
    if (hash.startsWith('#x')) continue;
    await page.evaluate((value) => (location.hash = value), hash);
    await expectAnswered(page, hash);
  }
  const links = mutants(2, 6, [`#${sample('link-v3.txt').trim().replace(/^#/, '')}`]);
  const queries = mutants(3, 6, ['&seed=7&threads=2&stages.0.steps=3&keepEvery=1&preset=sft']);
  for (const [i, link] of links.entries()) {
    await page.goto('about:blank');
    await lab.open(
      `${QUERY}&${encodeURI(queries[i]!.replace(/\p{Cs}/gu, ''))}${link.startsWith('#') ? link : `#${link}`}`,
    );
    await expectAnswered(page, link);
  }
});

test('every bad file is answered at once, and changes nothing', async ({ lab, page }) => {
  await lab.open(QUERY);
  await expect(lab.completions('Base')).toHaveCount(8);
  const runs = mutants(4, 55, [sample('run-v3.json')]).map((text, i) => [`run ${i}.json`, text] as const);
  const shared = mutants(5, 38, [sample('share-v3.rlhflab.json')])
    .filter(isRefused)
    .map((text, i) => [`share ${i}.rlhflab.json`, text] as const);
  for (const [name, text] of [...runs, ...shared]) {
    const took = await page.evaluate(drop, { name, text });
    expect(took, name).toBeLessThan(LONGEST_MS);
    await expectAnswered(page, name);
    await page.evaluate(dismissAll);
  }

  await page.evaluate(() => (location.hash = '#data'));
  // The desk opens with the first file.
  await readRows(lab, 'good.txt', ROWS[2]);
  for (const [i, text] of mutants(6, 28, ROWS).entries()) {
    const start = Date.now();
    await readRows(lab, `rows ${i}.jsonl`, text);
    expect(Date.now() - start, text).toBeLessThan(LONGEST_MS);
    await expectAnswered(page, text);
  }

  await page.evaluate(() => (location.hash = '#lab'));
  await expect(lab.button('Start')).toBeEnabled();
  await expect(lab.completions('Base')).toHaveCount(8);
});

/** Reads a file of own data and leaves it again. */
async function readRows(lab: LabPage, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([lab.page.waitForEvent('filechooser'), lab.button('Choose a file').click()]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await lab.button('Leave the file').click();
}

/** In the page: drops a file on it. @returns ms until a message names the file, or its run is shown */
async function drop({ name, text }: { readonly name: string; readonly text: string }): Promise<number> {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: 'application/json' }));
  const start = performance.now();
  document
    .querySelector('main')!
    .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  const isAnswered = () =>
    [...document.querySelectorAll('[role=alert], h1')].some(({ textContent }) =>
      textContent.includes(name.replace(/\.json$/, '')),
    );
  while (!isAnswered() && performance.now() - start < 10_000) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  return performance.now() - start;
}

function dismissAll(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[aria-label="Dismiss this message"]')) button.click();
}

/** A change between the lines leaves a shared file as good as it was. */
function isRefused(text: string): boolean {
  try {
    readLinkFile(text);
    return false;
  } catch {
    return true;
  }
}
