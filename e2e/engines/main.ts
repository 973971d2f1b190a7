/**
 * `npm run test:engines`: the page in Chromium, Firefox and WebKitGTK. Builds it first.
 *   npm run test:engines -- webkitgtk        only the engines that are named
 *   npm run test:engines -- --allow-missing  an engine that isn't installed is no failure
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import packTinyModel from '../packTinyModel.ts';
import { chromium } from './chromium.ts';
import type { Engine, OpenBrowser } from './engine.ts';
import { firefox } from './firefox.ts';
import { type Hosts, openHosts } from './hosts.ts';
import { walkThrough } from './journey.ts';
import { webkit } from './webkit.ts';

const ENGINES: readonly Engine[] = [chromium, firefox, webkit];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'allow-missing': { type: 'boolean', default: false } },
});
const wanted = ENGINES.filter(({ name }) => positionals.length === 0 || positionals.includes(name.toLowerCase()));
if (wanted.length === 0) throw new Error(`name some of ${ENGINES.map(({ name }) => name.toLowerCase()).join(', ')}`);

await build({ logLevel: 'warn' });
packTinyModel();
const hosts = await openHosts();
try {
  for (const engine of wanted) if (!(await isFine(engine, hosts))) process.exitCode = 1;
} finally {
  await hosts.close();
}

/** @returns whether the whole journey went well, or may be left out */
async function isFine(engine: Engine, hosts: Hosts): Promise<boolean> {
  const open = engine.find();
  if (!open) {
    say(`\nNOT RUN: ${engine.name.toUpperCase()} IS NOT INSTALLED. It needs ${engine.needs}.`);
    return values['allow-missing'];
  }
  const browsers: OpenBrowser[] = [];
  const visit = async (): Promise<OpenBrowser> => {
    const browser = await open();
    browsers.push(browser);
    if (browsers.length === 1) say(`\n${browser.version}`);
    return browser;
  };
  try {
    await walkThrough({ hosts, visit, part });
    return true;
  } catch {
    return false;
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

async function part(name: string, walk: () => Promise<string | void>): Promise<void> {
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  try {
    const found = await walk();
    say(`  ok    ${name} (${seconds()})${found === undefined ? '' : `: ${found}`}`);
  } catch (error) {
    say(`  FAIL  ${name} (${seconds()})\n        ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}
