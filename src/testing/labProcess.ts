/** The command line as a process of its own, as a shell starts it: for tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const entry = fileURLToPath(new URL('../../cli/lab.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** No process outlives its test. */
const LONGEST_MS = 100_000;

/**
 * Node 20's module hooks, which tsx needs, were seen to deadlock at start-up on a starved machine (once in some 180
 * starts, before any of our code runs), so a failed start is tried once more.
 */
export const patient = { timeout: 120_000, retry: 1 };

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a shell would run instead of node, its arguments after it. */
export const nodeCommand: readonly string[] = [process.execPath, '--import', tsx, entry];

/**
 * @param cwd where it runs · @param onStderr told all it has said so far, with every piece that comes
 * @returns once it has ended
 */
export function runLab(
  cwd: string,
  args: readonly string[],
  onStderr: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const [command, ...before] = nodeCommand;
    const child = spawn(command!, [...before, ...args], { cwd, timeout: LONGEST_MS, killSignal: 'SIGKILL' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      onStderr(stderr, child);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** For onStderr: sends a signal once, when it has said so. */
export function killWhen(text: string, signal: 'SIGINT' | 'SIGTERM'): (said: string, child: ChildProcess) => void {
  let isSent = false;
  return (said, child) => {
    if (isSent || !said.includes(text)) return;
    isSent = true;
    child.kill(signal);
  };
}
