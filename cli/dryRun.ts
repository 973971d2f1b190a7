/** `lab run --dry-run`: what would run, in words. */
import { describeExtras, describeResults, describeStage } from '../src/lab/link/describe.ts';
import type { SharedRun } from '../src/lab/link/sharedRun.ts';

/** @returns lines of text, with a line break at the end */
export function describeDryRun(run: SharedRun, device: string): string {
  const { experiment, name } = run;
  const extras = [...describeExtras(experiment), ...describeResults(run)];
  const lines = [
    name === '' ? 'an experiment without a name' : name,
    `  model ${experiment.model}, seed ${experiment.seed}, on ${device}`,
    ...experiment.stages.map(({ id }, i) => `  ${i + 1} ${describeStage(experiment, id)}`),
    ...(extras.length > 0 ? [`  with ${extras.join(', ')}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
