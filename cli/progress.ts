/**
 * Progress on stderr: a bar on a terminal, a line now and then elsewhere. Never on stdout, which is for results.
 */
import { SingleBar } from 'cli-progress';

const LINE_EVERY_MS = 5000;

export interface Progress {
  update(done: number, note: string): void;
  stop(): void;
}

export function startProgress(what: string, total: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(what, total);
}

function bar(what: string, total: number): Progress {
  const single = new SingleBar({
    format: `${what} {bar} {value}/{total}{left} · {note}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
  });
  const startedAt = performance.now();
  single.start(total, 0, { note: '', left: '' });
  return {
    update(done, note) {
      const leftMs = ((performance.now() - startedAt) / done) * (total - done);
      single.update(done, { note, left: done > 0 ? ` · ${Math.ceil(leftMs / 1000)} s left` : '' });
    },
    stop: () => single.stop(),
  };
}

function lines(what: string, total: number): Progress {
  let saidAt = 0;
  return {
    update(done, note) {
      const now = performance.now();
      if (done < total && saidAt > 0 && now - saidAt < LINE_EVERY_MS) return;
      saidAt = now;
      process.stderr.write(`${what} ${done}/${total}${note ? ` · ${note}` : ''}\n`);
    },
    stop: () => undefined,
  };
}
