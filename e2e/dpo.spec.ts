/** DPO as a person uses it, on a model that says nothing: what is tested is the page. */
import { expect, test } from './labPage.ts';

const TINY_DPO = [
  '?device=wasm&model=tiny&maxNewTokens=8&steps=4&batchSize=2&sequenceLength=256&evalEvery=2&heldoutPairs=16',
  'preset=dpo&stages.dpo.pairs=24&stages.dpo.heldoutPairs=8&stages.dpo.maxNewTokens=8&stages.dpo.batchSize=4&stages.dpo.dropTies=false',
].join('&');

test('I can train by preferences without a reward model, and read the pair a step has learnt from', async ({
  lab,
  page,
}) => {
  test.setTimeout(240_000);
  await lab.open(TINY_DPO);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await lab.stage('DPO').click();
  await lab.view('Pair').click();
  const pair = page.getByRole('region', { name: 'The pair' });
  await expect(page.getByText('Press Step: a pair of the batch')).toBeVisible();
  // The first presses draw and label pairs, then measure held-out ones; then comes a step with a pair.
  await expect(async () => {
    await lab.button('Step').click();
    await expect(lab.button('Resume')).toBeEnabled();
    await expect(pair).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 90_000 });
  await expect(pair.getByRole('rowheader', { name: /^chosen/ })).toBeVisible();
  await expect(pair.getByRole('row')).toHaveCount(3);
  await expect(pair.getByText(/^= β \[.*\] = 0\.300 · \[.*\] = −?[\d.]+, before the step −?0\.00$/)).toBeVisible();
  await expect(pair.getByText(/^= −(½ )?log σ\(Δ\).* = [\d.]+, before the step 0\.693$/)).toBeVisible();
  await lab.button('Next pair').click();
  await expect(page.getByText(/^step 1, pair 2 of/)).toBeVisible();

  await lab.button('Resume').click();
  await expect(lab.button('Train again')).toBeVisible({ timeout: 120_000 });
  await lab.view('Curves').click();
  await expect(lab.chart('Margin').locator('path.recharts-curve').first()).toBeAttached();
  await expect(lab.stage('DPO')).toContainText(/Finished · margin -?[\d.e-]+ · \d[\d.]* % right/);
  await expect(lab.completions('DPO')).toHaveCount(8);
  await lab.view('Labels').click();
  await expect(page.getByRole('rowheader', { name: 'AI', exact: true })).toBeVisible();
});
