/**
 * Side-by-side benchmark: `npm run -s bench -- --out bench.json [--only text] [--n N]`. Every row runs in a fresh process,
 * one after another; the machine should do nothing else (the load at the start is written down). Peers run the same model
 * on the same shapes in the same run: jax-js for the training step, transformers.js for the rollout.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { type RowSpec, rowSpecs } from './rows.ts';

interface Row {
  readonly name: string;
  readonly device: string;
  readonly threads: number;
  readonly config: string;
  readonly median_ms: number;
  readonly min_ms: number;
  readonly n: number;
}

interface Options {
  readonly out?: string;
  readonly only?: string;
  readonly n?: number;
  readonly row?: number;
}

/** A child process's one line of result starts with this. */
const MARK = 'bench-row:';

const round = (ms: number): number => Number(ms.toPrecision(4));

async function measure(spec: RowSpec, n: number): Promise<Row> {
  const run = await spec.prepare(spec.warmUp + n);
  for (let i = 0; i < spec.warmUp; i++) await run();
  const times: number[] = [];
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const middle = (times[Math.floor((n - 1) / 2)]! + times[Math.floor(n / 2)]!) / 2;
  const { name, device, threads, config } = spec;
  return { name, device, threads, config, median_ms: round(middle), min_ms: round(times[0]!), n };
}

function measureInFreshProcess(index: number, n: number | undefined): Row {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--row', String(index)];
  const child = spawnSync(process.execPath, [...args, ...(n === undefined ? [] : ['--n', String(n)])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const line = child.stdout.split('\n').find((text) => text.startsWith(MARK));
  if (line === undefined) throw new Error(`row ${index} gave no result:\n${child.stderr}`);
  return JSON.parse(line.slice(MARK.length)) as Row;
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const packages = ['onnxruntime-node', 'onnxruntime-web', '@jax-js/jax', '@huggingface/transformers'];

function machine(): Record<string, unknown> {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    load_at_start: round(loadavg()[0]!),
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}

function describe(row: Row): string {
  const what = `${row.name} · ${row.device}, ${row.threads} thread${row.threads === 1 ? '' : 's'} · ${row.config}`;
  return `${what}: ${row.median_ms} ms (min ${row.min_ms}, n ${row.n})`;
}

function runAll({ out, only, n }: Options): void {
  const about = { machine: machine(), date: new Date().toISOString() };
  const rows: Row[] = [];
  rowSpecs.forEach((spec, index) => {
    if (only !== undefined && !`${spec.name} ${spec.device} ${spec.threads} ${spec.config}`.includes(only)) return;
    const row = measureInFreshProcess(index, n);
    rows.push(row);
    console.error(describe(row));
  });
  const text = `${JSON.stringify({ ...about, rows }, null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('give a whole number');
  return value;
}

const program = new Command('bench')
  .option('--out <file>', 'write the JSON here (default: standard output)')
  .option('--only <text>', 'only rows whose description contains this')
  .option('--n <N>', 'repetitions a row', positiveInteger)
  .option('--row <index>', 'measure one row in this process (used by the benchmark itself)', positiveInteger)
  .action(async (options: Options) => {
    if (options.row === undefined) return runAll(options);
    const spec = rowSpecs[options.row]!;
    console.log(MARK + JSON.stringify(await measure(spec, Math.min(options.n ?? spec.n, spec.n))));
    process.exit(0);
  });

await program.parseAsync();
