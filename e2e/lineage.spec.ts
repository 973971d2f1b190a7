/** What was trained is kept as a tree: compared, promoted past a gate, rolled back, averaged. */
import type { Locator, Page } from '@playwright/test';
import { expect, type LabPage, test } from './labPage.ts';

const TINY =
  '?device=wasm&model=tiny&batchSize=2&sequenceLength=256&maxNewTokens=12&evalEvery=5&heldoutPairs=16&steps=6&learningRate=0.01&sampling.greedy=false';

async function openLineage(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Lineage' }).click();
  const nodes = page.getByRole('treeitem');
  await expect(nodes.first()).toBeVisible();
  return nodes;
}

/** The same stage with another seed: another checkpoint beside the first. */
async function trainAgain(lab: LabPage, page: Page, seed: string): Promise<void> {
  await setSeed(page, seed);
  await lab.button('Train again').click();
  await expect(lab.button('Train again')).toBeHidden();
  await expect(lab.button('Train again')).toBeVisible({ timeout: 60_000 });
}

async function setSeed(page: Page, seed: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Seed' });
  await field.fill(seed);
  await field.press('Enter');
}

test('I can compare two runs, promote past the gate, be refused by it, and roll back', async ({ lab, page }) => {
  await lab.open(TINY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await trainAgain(lab, page, '7');

  const nodes = await openLineage(page);
  await expect(nodes).toHaveCount(3);
  const first = page.getByRole('treeitem', { name: /^SFT .*seed 42/ });
  const second = page.getByRole('treeitem', { name: /^SFT .{6}( mainline)?, seed 7/ });
  await expect(page.getByRole('treeitem', { name: /^Base model/ })).toBeVisible();

  // by the keyboard alone: the base model, its first child, the next, both compared
  const tree = page.getByRole('tree');
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(second).toHaveAttribute('aria-selected', 'true');

  await expect(page.getByRole('tab', { name: 'Compare 2' })).toBeVisible();
  const differing = page.getByRole('table', { name: 'Settings that differ' });
  await expect(differing.getByRole('row')).toHaveCount(2);
  await expect(differing.getByRole('row', { name: /seed/ })).toContainText('427');
  await expect(page.getByRole('figure', { name: /^Train loss of the selected/ })).toBeVisible();
  await lab.button('Draw completions').click();
  await expect(page.getByRole('table', { name: 'Completions' }).getByRole('row')).toHaveCount(9);

  // the first promotion makes the mainline
  await first.click();
  await page.getByRole('tab', { name: 'Mainline' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByRole('button', { name: /^Promote SFT/ }).click();
  await expect(first).toHaveAccessibleName(/mainline/);

  // a gate that asks for more than any reward can rise
  const gate = page.getByRole('region', { name: 'Evaluation gate' });
  const rules = gate.getByRole('table').getByRole('row');
  for (let left = 6; left > 1; left--) {
    await gate
      .getByRole('button', { name: /^Remove the rule/ })
      .last()
      .click();
    await expect(rules).toHaveCount(left);
  }
  const tolerance = gate.getByRole('textbox', { name: 'Gold reward: New words: tolerance' });
  await tolerance.fill('-5');
  await tolerance.press('Enter');
  await second.click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Another seed');
  await page.getByRole('button', { name: /^Promote SFT/ }).click();
  await expect(page.getByText(/^The gate refused .{6}: 1 of 1 rules failed/)).toBeVisible();
  const found = page.getByRole('table', { name: 'What the gate found' });
  await expect(found.getByRole('row').last()).toContainText(/−?0\.\d\d ± 0\.\d\d.*paired over 50.*✗ fail/);
  await expect(first).toHaveAccessibleName(/mainline/);

  // relaxed, with the figures that are stored already
  await tolerance.fill('5');
  await tolerance.press('Enter');
  await page.getByRole('button', { name: /^Promote SFT/ }).click();
  await expect(page.getByText(/^The gate passed/)).toBeVisible();
  await expect(second).toHaveAccessibleName(/mainline/);
  await expect(first).not.toHaveAccessibleName(/mainline/);

  await page.getByRole('button', { name: /^Roll back to SFT/ }).click();
  await expect(first).toHaveAccessibleName(/mainline/);
  await expect(lab.button('Roll back')).toBeDisabled();

  await page.getByRole('tab', { name: 'Log (4)' }).click();
  const log = page.getByRole('table', { name: 'Log of the mainline' });
  await expect(log.getByRole('row', { name: /^\d .*Refused by the gate.*Another seed/ })).toContainText('Ada');
  await expect(log.getByText(/^(Created|Refused by the gate|Promoted|Rolled back)$/)).toHaveText([
    'Rolled back',
    'Promoted',
    'Refused by the gate',
    'Created',
  ]);

  // it is all there after a reload
  await page.reload();
  await openLineage(page);
  await expect(first).toHaveAccessibleName(/mainline/);
  await expect(page.getByRole('tab', { name: 'Log (4)' })).toBeVisible();
});

test('I can average two runs, stop a sweep, branch, replay on mainline, free weights and delete', async ({
  lab,
  page,
}) => {
  await lab.open(TINY);
  await expect(lab.completions('Base')).toHaveCount(8);
  await lab.train('SFT');
  await trainAgain(lab, page, '7');
  const nodes = await openLineage(page);
  const first = page.getByRole('treeitem', { name: /^SFT .*seed 42/ });
  const second = page.getByRole('treeitem', { name: /^SFT .{6}( mainline)?, seed 7/ });
  await first.click();
  await second.click({ modifiers: ['Shift'] });

  const merge = page.getByRole('region', { name: 'Merge' });
  await merge.getByRole('button', { name: 'Sweep between them' }).click();
  await expect(page.getByText(/^Sweep: share 0.25, 2 of 5/)).toBeVisible();
  await lab.button('Stop').click();
  await expect(lab.button('Stop')).toBeHidden();
  await expect(lab.problem).toBeHidden();
  await merge.getByRole('button', { name: 'Sweep between them' }).click();
  await expect(
    merge.getByRole('figure', { name: /^Gold reward by share.* 0: .* 0.25: .* 0.5: .* 0.75: .* 1: / }),
  ).toBeVisible();
  await merge.getByRole('slider', { name: /^Share of SFT/ }).fill('0.25');
  await merge.getByRole('button', { name: 'Store the average' }).click();
  const average = page.getByRole('treeitem', { name: /^Average .{6}( mainline)?, 75 % of its parent, 25 % of SFT/ });
  await expect(average).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('table', { name: 'Completions' }).getByRole('row')).toHaveCount(9);

  await page.getByRole('tab', { name: 'Mainline' }).click();
  await page.getByRole('button', { name: /^Promote Average/ }).click();
  await expect(average).toHaveAccessibleName(/mainline/);
  await page.getByRole('tab', { name: 'Checkpoint' }).click();
  await lab.button('Delete').click();
  await lab.button('Remove').click();
  await expect(lab.problem).toContainText('Nothing was deleted: mainline points to one of them');
  await lab.button('Close').click();

  // what the second was trained with, on top of mainline
  await second.click();
  await lab.button('Replay on mainline').click();
  await expect(page.getByText('Mainline is open with the settings of that stage.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  await openLineage(page);

  await first.click();
  await lab.button('Branch from here').click();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('42');
  await expect(lab.completions('SFT')).toHaveCount(8);
  await trainAgain(lab, page, '8');
  await openLineage(page);
  await expect(nodes).toHaveCount(5);

  await second.click();
  await lab.button('Free its weights').click();
  await lab.button('Remove').click();
  await expect(lab.button('Free its weights')).toBeHidden();
  await expect(lab.button('Branch from here')).toBeDisabled();
  await lab.button('Measure').click();
  await expect(lab.problem).toContainText('were freed');
  await lab.button('Delete').click();
  await lab.button('Remove').click();
  await expect(nodes).toHaveCount(4);
});
