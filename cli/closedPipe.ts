/** What a command does when nobody reads on: `lab … | head -1`. */

/**
 * A closed pipe takes nothing more and is no fault: the command goes on to its end, so that its files are written. Any other
 * failure to print, such as a full disk behind `>`, is said in one line, with exit code 1.
 */
export function endQuietly(stream: NodeJS.WriteStream): void {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.exitCode = 1;
    if (stream !== process.stderr) process.stderr.write(`lab: what it prints can't be written (${message})\n`);
  });
}
