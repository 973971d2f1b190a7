/**
 * The two commands. `start` serves the lab; `test` runs every ring. Both do all their own set-up on a machine that has
 * only Node ≥ 20: plain Node here, no dependency, because nothing is installed yet when this runs.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './installChromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const MIN_NODE = 20;

// onnxruntime-node brings its CPU runtime in its npm package; its install script would only fetch CUDA libraries.
process.env.ONNXRUNTIME_NODE_INSTALL = 'skip';

/** Runs a command in the repository with its output shown. @returns its exit status */
function show(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Runs a tool from node_modules, without npx. */
function showTool(bin, args, env = {}) {
  return show(process.execPath, [join(root, 'node_modules', ...bin.split('/')), ...args], env);
}

const tools = {
  tsc: 'typescript/bin/tsc',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  playwright: '@playwright/test/cli.js',
};

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What npm recorded as installed, compared with what the lock file asks for. @returns a reason to install, or nothing */
export function whyInstall(folder = root) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is missing';
  const wanted = readJson(join(folder, 'package-lock.json')).packages;
  const present = readJson(record).packages;
  for (const [path, meta] of Object.entries(wanted)) {
    // Optional packages are for some platforms only.
    if (path === '' || meta.optional || meta.devOptional || meta.peer || meta.link) continue;
    const have = present[path];
    if (!have || have.version !== meta.version)
      return `${path.replace('node_modules/', '')} ${meta.version} is not installed`;
  }
  return undefined;
}

async function ensureInstalled() {
  const reason = whyInstall();
  if (reason === undefined) return;
  console.log(`Installing packages: ${reason}.`);
  const npm = process.env.npm_execpath;
  const status = await (npm?.endsWith('.js') ? show(process.execPath, [npm, 'ci']) : show('npm', ['ci']));
  if (status !== 0) {
    console.error('npm ci failed: see its message above. It needs the network (or a filled npm cache) once.');
    process.exit(1);
  }
}

/** @returns the newest modification time of files under `paths`, in ms */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

async function buildIfNeeded() {
  const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'workers', 'public'];
  const built = join(root, 'dist', 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newest(sources.map((name) => join(root, name)))) return;
  console.log('Building the page.');
  if ((await showTool(tools.vite, ['build'])) !== 0) process.exit(1);
}

async function start(args) {
  await ensureInstalled();
  await buildIfNeeded();
  const port = args.includes('--port') ? [] : ['--port', '5173'];
  console.log('RLHF Lab opens at the address below. Ctrl+C stops it.');
  process.exitCode = await showTool(tools.vite, ['preview', ...port, ...args]);
}

/** Adds up Vitest's JSON report. */
function countVitest(path) {
  const report = readJson(path);
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Adds up Playwright's JSON report. */
function countPlaywright(path) {
  const { stats, errors } = readJson(path);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** One ring of tests whose runner writes a JSON report. */
function ring(run, count, report) {
  return async () => {
    rmSync(report, { force: true });
    const status = await run();
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const counts = count(report);
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  };
}

function check(bin, args) {
  return async () =>
    (await showTool(bin, args)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function vitestRing(project) {
  const report = join(root, 'test-results', `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return ring(() => showTool(tools.vitest, args), countVitest, report);
}

function journeys(chromium) {
  const report = join(root, 'test-results', 'journeys.json');
  const env = { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  // Playwright empties its own output folder; the report must lie outside it.
  const args = ['test', '--reporter=list,json', '--output', join('test-results', 'playwright')];
  return ring(() => showTool(tools.playwright, args, env), countPlaywright, report);
}

async function test() {
  await ensureInstalled();
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const chromium = ensureChromium(root);
  console.log(chromium ? `Chromium: ${chromium}` : 'No Chromium was found or could be installed.');

  /**
   * Name, and what to run; a missing run is a ring that cannot run here. Those of a row run at once: most use one core.
   */
  const rows = [
    [
      ['types', check(tools.tsc, ['-b'])],
      ['lint', check(tools.eslint, ['.', '--max-warnings', '0'])],
      ['format', check(tools.prettier, ['--check', '--log-level', 'warn', '.'])],
    ],
    [['unit', vitestRing('unit')]],
    [
      ['oracle', vitestRing('oracle')],
      ['parity', vitestRing('parity')],
      ['build', check(tools.vite, ['build'])],
    ],
    [['journeys and browser parity', chromium ? journeys(chromium) : undefined]],
  ];

  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  const runRing = async ([name, run]) => {
    console.log(`\n── ${name} ──`);
    const startedAt = Date.now();
    const counts = (await run?.()) ?? { passed: 0, failed: 1, skipped: 0 };
    for (const key of Object.keys(total)) total[key] += counts[key];
    const ran = run && counts.passed + counts.failed > 0;
    if (!ran && counts.failed === 0) total.failed += 1;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    lines.push(
      ran
        ? `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} SKIPPED` : ''} (${seconds} s)`
        : `FAIL ${name}: THIS RING DID NOT RUN`,
    );
  };
  for (const row of rows) await Promise.all(row.map(runRing));
  console.log(`\n${lines.join('\n')}`);
  if (total.skipped > 0) console.log(`${total.skipped} tests were skipped: a skipped test is not a passed test.`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MIN_NODE) {
    console.error(
      `RLHF Lab needs Node ${MIN_NODE} or newer; this is Node ${process.versions.node}. Get one from nodejs.org.`,
    );
    process.exit(1);
  }
  const [command, ...args] = process.argv.slice(2);
  if (command === 'start') await start(args);
  else if (command === 'test') await test();
  else {
    console.error('Use `npm start` or `npm test`.');
    process.exit(2);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
