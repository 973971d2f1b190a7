import { expect, test } from './labPage.ts';

/** A page that has trained SFT for a moment: two columns to compare. */
const TINY =
  '?device=wasm&model=tiny&batchSize=2&sequenceLength=256&maxNewTokens=12&evalEvery=5&heldoutPairs=16&steps=10&learningRate=0.01&sampling.greedy=false';

test('I can compare two columns: differences, win rate, figures, refusals, and my own blind votes', async ({
  lab,
  page,
}) => {
  await lab.open(TINY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.stage('Compare').click();
  await expect(page.getByText('Train a stage first: then there are two models to compare.')).toBeVisible();
  await lab.stage('SFT').click();
  await lab.startAndFinish();
  await expect(lab.completions('SFT')).toHaveCount(8);

  await lab.stage('Compare').click();
  const comparison = page.getByRole('region', { name: 'Comparison' });
  const wins = page.getByRole('region', { name: 'Who wins' });
  await expect(page.getByRole('radio', { name: 'SFT vs Base' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'RLOO vs SFT' })).toBeDisabled();
  await expect(comparison.getByRole('deletion').first()).toBeVisible();
  await expect(comparison.getByRole('insertion').first()).toBeVisible();

  await lab.button('Compare on 100 prompts').click();
  await expect(wins).toContainText(/Gold\d+ % \d+–\d+ % · won \d+, tied \d+, lost \d+/);
  await expect(lab.button('Compare again on 100 prompts')).toBeEnabled();
  await expect(lab.stage('Compare')).toContainText(/SFT wins \d+ % against Base, by gold/);

  await page.getByRole('tab', { name: 'Blind arena' }).click();
  const arena = page.getByRole('group', { name: /^Blind arena/ });
  const replies = arena.getByRole('figure');
  await expect(replies).toHaveCount(2);
  await expect(replies.filter({ hasText: /^(Base|SFT)/ })).toHaveCount(0);
  await arena.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(arena.getByText(/^You preferred (Base|SFT)\. Gold prefers/)).toBeVisible();
  await expect(arena.getByRole('figure', { name: 'Left reply' })).toContainText(/^(Base|SFT) · your choice/);
  await expect(wins).toContainText(/You(0|100) % \d+–\d+ % · won [01], tied 0, lost [01]/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(arena.getByText(/^You found neither better\./)).toBeVisible();
  await expect(wins).toContainText(/won [01], tied 1, lost [01]/);
  await lab.button('Next').click();
  await expect(arena.getByRole('button', { name: 'Tie' })).toBeVisible();

  await page.getByRole('tab', { name: 'Figures' }).click();
  await lab.button('Measure quickly').click();
  await expect(page.getByText('Measuring Base, 1 of 2 …')).toBeVisible();
  // completions are still drawn meanwhile
  await page.getByRole('textbox', { name: 'Ask all models something' }).fill('Are you there?');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('table').last().getByRole('row', { name: 'Are you there?' }).getByRole('group', { name: /^SFT/ }),
  ).toBeVisible();
  await expect(page.getByText(/^Measuring/)).toBeHidden();
  await expect(comparison.getByRole('columnheader')).toHaveText([/^Figure/, /^Base/, /^SFT/]);
  await expect(comparison.getByRole('row', { name: /^New words, greedy/ })).toContainText(/-?0\.\d\d ± 0\.\d\d/);
  await comparison.getByRole('button', { name: 'New words', exact: true }).focus();
  await expect(page.getByRole('tooltip')).toContainText('Gold reward, −1 to 1');

  await page.getByRole('tab', { name: 'Refusals' }).click();
  await expect(comparison.getByRole('table', { name: /^SFT/ }).getByRole('cell', { name: /wanted$/ })).toHaveCount(2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('I can vote with my thumb', async ({ lab, page }) => {
    await lab.open(TINY);
    await expect(lab.completions('Base')).toHaveCount(8);
    await lab.startAndFinish();
    await expect(lab.completions('SFT')).toHaveCount(8);
    await lab.stage('Compare').tap();
    await page.getByRole('tab', { name: 'Blind arena' }).tap();
    await lab.button('Draw replies').tap();
    const right = page.getByRole('button', { name: 'Right is better' });
    await expect(right).toBeVisible();
    expect((await right.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await right.tap();
    await expect(page.getByText(/^You preferred/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
