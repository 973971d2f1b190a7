/** What `lab run` says on stderr while it runs: a bar for each piece of work. */
import type { Experiment } from '../src/lab/document/experiment.ts';
import { stageNamed } from '../src/lab/pipeline.ts';
import type { RunEvent } from '../src/lab/run/runExperiment.ts';
import { specOf } from '../src/lab/stages/kinds.ts';
import { type Progress, startProgress } from './progress.ts';

export class RunProgress {
  readonly #experiment: Experiment;
  #bar: Progress | null = null;
  #what = '';

  constructor(experiment: Experiment) {
    this.#experiment = experiment;
  }

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
        const { headline } = specOf(stageNamed(this.#experiment, stage).kind).curves;
        const note = `${noteOf(step.metrics, headline)} · ${stepMs.toFixed(0)} ms`;
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

/** @param headline figures worth a place beside the bar, first come first shown */
function noteOf(metrics: Readonly<Record<string, number>>, headline: readonly string[]): string {
  const known = headline.flatMap((key) => (metrics[key] === undefined ? [] : `${key} ${metrics[key].toFixed(3)}`));
  return known.slice(0, 2).join(' · ');
}
