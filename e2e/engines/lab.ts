/** The page as the journey reads it: by what is written on it, through XPath, which every driver knows. */
import type { OpenBrowser } from './engine.ts';

const SLOWEST_MS = 90_000;
const LOOKS_EVERY_MS = 100;

export class Lab {
  readonly browser: OpenBrowser;

  constructor(browser: OpenBrowser) {
    this.browser = browser;
  }

  /** The texts of a column, first prompt first; resolves once all eight are there. */
  async completions(column: string): Promise<readonly string[]> {
    return this.until(`eight completions by ${column}`, async () => {
      const texts = await this.texts(`//*[@role="group"][starts-with(@aria-label, "${column} completion")]`);
      return texts.length === 8 && texts;
    });
  }

  /** "Device: CPU (wasm, 2 threads)"; resolves once there is one. */
  async device(): Promise<string> {
    return this.until('a device', async () => {
      const [label = ''] = await this.#read('//button[starts-with(@aria-label, "Device: ")]', 'found.ariaLabel');
      return label.includes('thread') && label;
    });
  }

  /** Resolves once the service worker answers what the page asks for. */
  async served(): Promise<void> {
    await this.until('a service worker', async () =>
      Boolean(await this.browser.evaluate('navigator.serviceWorker.controller?.state === "activated"')),
    );
  }

  /** Waits until it can be pressed. */
  async press(name: string): Promise<void> {
    await this.until(`the button ${name}`, async () => (await this.texts(button(name))).length > 0);
    await this.browser.click(button(name));
  }

  /** Resolves at the end of the run that is shown. */
  async trained(): Promise<void> {
    await this.until('the end of the run', async () => (await this.texts(button('Train again'))).length > 0);
  }

  /** Digests of the weights that this browser keeps, of every checkpoint but the shipped model. */
  async keptWeights(): Promise<readonly string[]> {
    const digests = await this.browser.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('rlhf-lab');
      opening.onerror = () => reject(new Error('no database'));
      opening.onsuccess = () => {
        const reading = opening.result.transaction('nodes').objectStore('nodes').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result.filter(({ stage }) => stage !== 'base').map(({ weightsDigest }) => weightsDigest));
        };
      };
    })`);
    return digests as readonly string[];
  }

  /** Of the run that is shown; 0 before the first. */
  async step(): Promise<number> {
    const [step = 0] = await this.#read('//*[@aria-label="SFT progress"]', 'Number(found.ariaValueNow)');
    return Number(step);
  }

  async link(): Promise<string> {
    return this.until('a link', async () => {
      const [link] = await this.#read('//*[@role="dialog"]//input[@readonly]', 'found.value');
      return link;
    });
  }

  /** What the bar of a shared experiment says. */
  async shared(): Promise<string> {
    const [text = ''] = await this.texts('//*[@aria-label="Shared experiment"]');
    return text;
  }

  texts(xpath: string): Promise<readonly string[]> {
    return this.#read(xpath, 'found.innerText.trim()');
  }

  /** Looks again and again, also while the page is loaded anew. @throws Error with what the page complains of when it takes too long */
  async until<T>(what: string, look: () => Promise<T | false | null | undefined | ''>): Promise<T> {
    let failure: unknown = null;
    for (const last = Date.now() + SLOWEST_MS; Date.now() < last;) {
      const found = await look().catch((error: unknown) => void (failure = error));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    }
    const complaints = await this.texts('//*[@role="alert"] | //thead//th');
    throw new Error(`${what}: not within ${SLOWEST_MS / 1000} s. The page says: ${complaints.join(' · ')}`, {
      cause: failure,
    });
  }

  async #read(xpath: string, expression: string): Promise<readonly string[]> {
    const values = await this.browser.evaluate(`(() => {
      const all = document.evaluate(${JSON.stringify(xpath)}, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
      return Array.from({ length: all.snapshotLength }, (_, i) => all.snapshotItem(i)).map((found) => ${expression});
    })()`);
    return values as readonly string[];
  }
}

/** That can be pressed. */
const button = (name: string): string => `//button[not(@disabled)][normalize-space()="${name}"]`;
