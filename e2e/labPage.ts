/**
 * The page as a person sees it: roles and labels only. The `lab` fixture fails its test on any page error, any error on
 * the console (a WebGPU validation error shows nowhere else) and any request to another origin.
 */
import { expect, test as base, type Locator, type Page } from '@playwright/test';

export class LabPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
    await expect(this.page.getByRole('link', { name: 'RLHF Lab' })).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Every completion of a column, first prompt first. */
  completions(column: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${column} completion`) });
  }

  /** A card of the strip, by its title: "PPO" isn't "PPO 2". */
  stage(title: string): Locator {
    const name = new RegExp(`^[\\d–]+ ?${title}(?! \\d)`);
    return this.page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name });
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'SFT progress' });
  }

  progressOf(stage: string): Locator {
    return this.page.getByRole('progressbar', { name: `${stage} progress` });
  }

  /** One of the views of a stage's charts. */
  view(title: string): Locator {
    return this.page.getByRole('radiogroup', { name: 'Show' }).getByRole('radio', { name: title, exact: true });
  }

  chart(title: string): Locator {
    return this.page.getByRole('figure', { name: `${title} over steps`, exact: true });
  }

  get problem(): Locator {
    return this.page.getByRole('alert');
  }

  async expectStep(step: number, totalSteps: number): Promise<void> {
    await expect(this.progress).toContainText(`step ${step} of ${totalSteps}`);
  }

  async step(): Promise<number> {
    return Number(await this.progress.getAttribute('aria-valuenow'));
  }

  /** Chooses the stage's card and trains it to its end. */
  async train(stage: string): Promise<void> {
    await this.stage(stage).click();
    await this.startAndFinish();
  }

  async startAndFinish(): Promise<void> {
    await this.button('Start').click();
    await expect(this.button('Train again')).toBeVisible({ timeout: 150_000 });
    await expect(this.problem).toBeHidden();
  }
}

interface Fixtures {
  readonly lab: LabPage;
}

export const test = base.extend<Fixtures>({
  lab: async ({ page, baseURL }, use) => {
    const seen: string[] = [];
    page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') seen.push(`console error: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL) seen.push(`request to ${request.url()}`);
    });
    await use(new LabPage(page));
    expect(seen).toEqual([]);
  },
});

export { expect };
