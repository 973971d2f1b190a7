/**
 * The emitted ONNX on ORT-WebGPU in a real Chromium with its software adapter equals the float64 interpreter: every
 * primitive with its gradient, the whole transformer, a 100-step run, decoding and scoring — and no node of any graph that
 * trains or decodes runs on the CPU. Small shapes: a software GPU is a hundred times slower than a real one.
 */
import { type Browser, type Page, chromium, expect, test } from '@playwright/test';
import { type ViteDevServer, createServer } from 'vite';
import { openInterpreter } from '../src/engine/runtime/interpreter.ts';
import type { ParityPage } from '../src/testing/browser/parityPage.ts';
import { openWasm } from '../src/engine/runtime/wasmNode.ts';
import { curveInParts, primitives, trainingCurve } from '../src/testing/parity.ts';
import { firstPpoUpdate, firstRewardSteps, largestDifference } from '../src/testing/rlParity.ts';

const TOLERANCE = 1e-4;
/** From the interpreter, so that two devices are within 1e-3 of each other. */
const CURVE_TOLERANCE = 5e-4;
/** Between two devices. */
const DEVICE_TOLERANCE = 1e-3;

declare global {
  interface Window {
    parity?: ParityPage;
  }
}

let server: ViteDevServer;
let browser: Browser;
let page: Page;
let consoleLines: string[] = [];
let failures: string[] = [];

async function openPage(isVerbose: boolean): Promise<Page> {
  const fresh = await browser.newPage();
  const [url] = server.resolvedUrls?.local ?? [];
  fresh.on('console', (message) => {
    consoleLines.push(message.text());
    if (message.type() === 'error' && !isVerbose) failures.push(message.text());
  });
  fresh.on('pageerror', (error) => failures.push(error.message));
  await fresh.goto(`${url}src/testing/browser/parity.html`);
  await fresh.waitForFunction(() => window.parity !== undefined);
  const info = await fresh.evaluate((verbose) => window.parity!.open(verbose), isVerbose);
  expect(info.kind).toBe('webgpu');
  return fresh;
}

test.describe.configure({ mode: 'default', timeout: 240_000 });

test.beforeAll(async () => {
  server = await createServer({
    server: { port: 5199, strictPort: false },
    // nothing is bundled ahead, so no page is reloaded when a dependency is met
    optimizeDeps: { noDiscovery: true },
    cacheDir: 'node_modules/.cache/vite-parity',
    logLevel: 'error',
  });
  await server.listen();
  browser = await chromium.launch({
    ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
    args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  page = await openPage(false);
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
});

test.afterEach(() => {
  const seen = failures;
  failures = [];
  expect(seen, 'errors in the page').toEqual([]);
});

for (const op of primitives) {
  test(`${op} on WebGPU equals the interpreter`, async () => {
    const rows = await page.evaluate((name) => window.parity!.comparePrimitive(name), op);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !(row.error <= TOLERANCE))).toEqual([]);
  });
}

test('the transformer’s loss and every gradient on WebGPU equal the interpreter’s', async () => {
  const rows = await page.evaluate(() => window.parity!.compareTransformer());
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !(row.error <= TOLERANCE))).toEqual([]);
});

test('a 100-step run on WebGPU gives the interpreter’s curve, and the same one twice', async () => {
  const reference = await trainingCurve(openInterpreter());
  const curve = await page.evaluate(() => window.parity!.trainingCurve(100));
  expect(curve).toHaveLength(reference.length);
  curve.forEach((loss, step) => {
    expect(Math.abs(loss - reference[step]!), `step ${step}`).toBeLessThan(CURVE_TOLERANCE);
  });
  expect(await page.evaluate(() => window.parity!.trainingCurve(5))).toEqual(curve.slice(0, 5));
});

test('a run on WebGPU that adds up the gradients of two batches in every second step gives the interpreter’s curve', async () => {
  const reference = await curveInParts(openInterpreter());
  const curve = await page.evaluate(() => window.parity!.curveInParts());
  expect(curve).toHaveLength(reference.length);
  curve.forEach((loss, step) => {
    expect(Math.abs(loss - reference[step]!), `step ${step}`).toBeLessThan(CURVE_TOLERANCE);
  });
});

test('decoding on WebGPU is right, whatever the padding, the order and the batch', async () => {
  expect(await page.evaluate(() => window.parity!.decodingComplaints())).toEqual([]);
  expect(await page.evaluate(() => window.parity!.scoringError())).toBeLessThan(TOLERANCE);
});

test('PPO’s first update and the reward model’s first steps on WebGPU are wasm’s', async () => {
  const wasm = await openWasm({ threads: 1 });
  const onGpu = await page.evaluate(() => window.parity!.firstPpoUpdate());
  expect(largestDifference(await firstPpoUpdate(wasm), onGpu)).toBeLessThan(DEVICE_TOLERANCE);
  const rewardOnGpu = await page.evaluate(() => window.parity!.firstRewardSteps());
  expect(largestDifference(await firstRewardSteps(wasm, 'meanPooled'), rewardOnGpu)).toBeLessThan(DEVICE_TOLERANCE);
  await wasm.dispose();
});

/** ORT's verbose log: "Node(s) placed on [X]. Number of nodes: n", then a line "  Op (name)" each. */
function placements(lines: readonly string[]): { provider: string; nodes: string[]; count: number }[] {
  const found: { provider: string; nodes: string[]; count: number }[] = [];
  for (const line of lines.flatMap((text) => text.split('\n'))) {
    const head = /(?:All nodes|Node\(s\)) placed on \[(\w+)\]\. Number of nodes: (\d+)/.exec(line);
    if (head) found.push({ provider: head[1]!, nodes: [], count: Number(head[2]) });
    const node = /VerifyEachNodeIsAssignedToAnEp\w*\]\s+(\S+ \(.*\))\s*$/.exec(line);
    if (node) found.at(-1)?.nodes.push(node[1]!);
  }
  return found;
}

test('no node of the training, optimizer, decoding, scoring, PPO and reward-model graphs runs on the CPU', async () => {
  consoleLines = [];
  const verbose = await openPage(true);
  await verbose.evaluate(async () => {
    await window.parity!.trainingCurve(1);
    await window.parity!.decodeOnce();
    await window.parity!.scoringError();
    await window.parity!.firstPpoUpdate();
    await window.parity!.firstRewardSteps();
  });
  await verbose.close();
  const found = placements(consoleLines);
  const onGpu = found.filter((entry) => entry.provider === 'WebGpuExecutionProvider');
  // training, optimizer, prefill, step, scoring at least: the log was there and was understood
  expect(onGpu.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...onGpu.map((entry) => entry.count))).toBeGreaterThan(100);
  expect(found.filter((entry) => entry.provider !== 'WebGpuExecutionProvider')).toEqual([]);
});
