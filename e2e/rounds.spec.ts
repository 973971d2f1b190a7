/** An experiment that isn't the three stages everybody knows: several of a kind, rounds, a stage added by hand. */
import { parseExperiment } from '../src/lab/document/experiment.ts';
import { encodeLink } from '../src/lab/link/codec.ts';
import { expect, test } from './labPage.ts';
import { runCli } from './runCli.ts';
import { storedNodes } from './stored.ts';

const sft = { kind: 'sft', steps: 4, batchSize: 2, sequenceLength: 256, evalEvery: 2, heldoutPairs: 16 };
const judge = { kind: 'rewardModel', pairs: 24, heldoutPairs: 8, batchSize: 8, epochs: 1, maxNewTokens: 8 };
const rl = {
  kind: 'ppo',
  updates: 2,
  promptsPerUpdate: 4,
  completionsPerPrompt: 2,
  prompts: 8,
  maxNewTokens: 8,
  valueWarmupEpochs: 1,
};

const linkOf = (stages: readonly object[]): string => {
  const experiment = parseExperiment({ model: 'tiny', sampling: { maxNewTokens: 8 }, stages });
  return `?device=wasm#${encodeLink({ name: 'Rounds', experiment, curves: {}, digest: {} })}`;
};

test('I can train two rounds, fold the first away, and the command line gets every bit of it', async ({
  lab,
  page,
}) => {
  test.setTimeout(300_000);
  await lab.open(linkOf([sft, judge, rl, judge, rl]));
  await expect(lab.completions('Base')).toHaveCount(8);
  await expect(lab.stage('Round 2')).toContainText('Reward model 2, PPO 2');
  for (const title of ['SFT', 'Reward model', 'PPO']) await lab.train(title);
  await lab.stage('Round 2').click();
  await expect(lab.stage('Round 1')).toContainText('SFT, Reward model, PPO');
  await expect(lab.button('Start')).toBeDisabled();
  await expect(page.getByText('Train the reward model 2 first')).toBeVisible();
  for (const title of ['Reward model 2', 'PPO 2']) await lab.train(title);

  await expect(page.getByRole('columnheader', { name: 'PPO 2' })).toContainText('update 2 of 2');
  await expect(lab.completions('PPO 2')).toHaveCount(8);
  await lab.button('Choose the columns').click();
  await page.getByRole('checkbox', { name: 'PPO', exact: true }).press('Space');
  await page.keyboard.press('Escape');
  await expect(lab.completions('PPO')).toHaveCount(8);

  const nodes = await storedNodes(page);
  expect(new Set(nodes.map(({ weightsDigest }) => weightsDigest)).size).toBe(5);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const told = await runCli(['run', link, '--device', 'wasm', '--evals', 'none']);
  expect(told.trim().split('\n')).toEqual(
    ['SFT', 'Reward model', 'PPO', 'Reward model 2', 'PPO 2'].map(
      (title) => `${title}: reproduced bit for bit (CPU (wasm, 2 threads)).`,
    ),
  );
});

test('I can add a stage, choose what it starts from, and take it out again', async ({ lab, page }) => {
  test.setTimeout(240_000);
  await lab.open(linkOf([sft]));
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await lab.button('Add a stage').click();
  await page.getByRole('menuitem', { name: 'SFT' }).click();
  await expect(lab.stage('SFT 2')).toHaveAttribute('aria-current', 'step');
  await page.getByRole('combobox', { name: 'Starts from' }).selectOption('Base model');
  await page.getByRole('radio', { name: /^Quick/ }).click();
  await lab.button('Add a stage').click();
  await page.getByRole('menuitem', { name: 'Average' }).click();
  await expect(page.getByText('Press Start: SFT and SFT 2 become one policy.')).toBeVisible();
  await expect(page.getByText('Train SFT 2 first: this stage starts from its weights.')).toBeVisible();
  await page.getByRole('combobox', { name: 'and from' }).selectOption('Base model');
  await lab.button('Start').click();
  await expect(page.getByText(/^SFT and base became one policy: they lay [\d.]+\s% of their own length/)).toBeVisible();
  await expect(lab.completions('Average')).toHaveCount(8);
  await lab.stage('SFT 2').click();
  await lab.button('Take SFT 2 out of the experiment').click();
  await expect(lab.stage('SFT 2')).toHaveCount(0);
  await lab.stage('Average').click();
  await expect(lab.button('Train again')).toBeVisible();
  await page.reload();
  await expect(lab.stage('Average')).toContainText('Finished');
});
