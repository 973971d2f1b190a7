/** The command line as a journey uses it: the same checkout; the shipped models, or the tiny one in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packTinyModel } from '../src/testing/tinyModel.ts';

const root = path.join(import.meta.dirname, '..');
const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const LONGEST_MS = 150_000;

/** @param args after `lab` and before `--models` · @returns what it wrote to stdout; rejects with stderr on another exit code than 0 */
export async function runCli(args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lab-journey-'));
  try {
    mkdirSync(path.join(folder, 'tiny'));
    for (const [name, content] of packTinyModel()) {
      writeFileSync(path.join(folder, 'tiny', name), typeof content === 'string' ? content : new Uint8Array(content));
    }
    return await runShipped([...args, '--models', folder]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same with the models that are shipped. */
export function runShipped(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, timeout: LONGEST_MS, killSignal: 'SIGKILL' } as const;
    const child = spawn(process.execPath, [tsx, path.join('cli', 'lab.ts'), ...args], options);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(new Error(`exit ${code}: ${stderr}`))));
  });
}
