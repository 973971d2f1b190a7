/**
 * Finds a Chromium for the journeys, or installs one: CHROME_PATH, a system browser, Playwright's own download, Debian's
 * package. Plain Node. It never touches a browser that is already there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const applications = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** @returns true when the browser starts (a download without its system libraries does not) */
function works(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true; // chrome.exe --version opens a window there
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}

function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...(applications[process.platform] ?? [])].find(works);
}

/** Playwright's download, wherever its version put it. */
function fromPlaywright() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(homedir(), 'AppData', 'Local', 'ms-playwright'),
    }[process.platform] ??
    join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return undefined;
  const inside = [
    ['chrome-linux64', 'chrome'],
    ['chrome-linux', 'chrome'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-win', 'chrome.exe'],
    ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
      [folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
      [folder, 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ]),
  ];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(cache, name, ...path)))
    .find(works);
}

function run(command, args, cwd) {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd, stdio: 'inherit', timeout: 10 * 60_000 }).status === 0;
}

function downloadWithPlaywright(root) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  if (!run(process.execPath, [cli, 'install', 'chromium'], root)) return undefined;
  const found = fromPlaywright();
  if (found || !isRoot()) return found;
  run(process.execPath, [cli, 'install-deps', 'chromium'], root);
  return fromPlaywright();
}

function isRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

function installWithApt() {
  if (!isRoot() || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return fromSystem();
}

/** @returns a path to a Chromium that starts, or nothing when none could be had (the reasons were printed) */
export function ensureChromium(root) {
  const named = process.env.CHROME_PATH;
  if (named && works(named)) return named;
  if (named) console.error(`CHROME_PATH is ${named}, which does not start; looking for another browser.`);
  return fromSystem() ?? fromPlaywright() ?? downloadWithPlaywright(root) ?? installWithApt();
}
