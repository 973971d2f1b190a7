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
    format: `${what} {bar} {value}/{total} · {eta_formatted} left · {note}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
  });
  single.start(total, 0, { note: '' });
  return { update: (done, note) => single.update(done, { note }), stop: () => single.stop() };
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
