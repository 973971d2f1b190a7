/** What `lab run` says on stderr while it runs: a bar for each piece of work. */
import type { RunEvent } from '../src/lab/run/runExperiment.ts';
import { type Progress, startProgress } from './progress.ts';

/** The figures worth a place beside the bar, first come first shown. */
const NOTED = ['loss', 'eval/accuracy', 'eval/gold', 'loss/policy_avg', 'loss/value_avg', 'eval/loss'];

export class RunProgress {
  #bar: Progress | null = null;
  #what = '';

  show(event: RunEvent): void {
    switch (event.type) {
      case 'stageStarted':
      case 'checkpoint':
        return this.stop();
      case 'evaluating':
        return this.#update(`judging ${event.stage}`, event.done, event.total, event.what);
      case 'stage': {
        const { stage, step, stepMs } = event;
        if (step.type === 'preparing') return this.#update(`${stage}: ${step.what}`, step.done, step.total, '');
        if (!step.isLastPhase) return;
        const note = `${noteOf(step.metrics)} · ${stepMs.toFixed(0)} ms`;
        return this.#update(`training ${stage}`, step.step, step.totalSteps, note);
      }
    }
  }

  stop(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #update(what: string, done: number, total: number, note: string): void {
    if (!this.#bar || what !== this.#what) {
      this.stop();
      this.#what = what;
      this.#bar = startProgress(what, total);
    }
    this.#bar.update(done, note);
    if (done === total) this.stop();
  }
}

function noteOf(metrics: Readonly<Record<string, number>>): string {
  const known = NOTED.flatMap((key) => (metrics[key] === undefined ? [] : `${key} ${metrics[key].toFixed(3)}`));
  return known.slice(0, 2).join(' · ');
}
