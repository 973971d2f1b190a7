/**
 * All curves of an experiment's runs as one CSV that a data frame reads without more ado: one row for every step of every
 * stage, in the order of the pipeline. The columns are `stage`, `step`, then one for every metric, named with its stage
 * (`sft/loss`, `ppo/objective/kl`), because stages count their steps anew and several report a `loss`. A cell is empty
 * where a metric wasn't measured at that step. Values are written in full: reading them gives the same float64.
 */
import Papa from 'papaparse';
import type { ExportedRun } from './exported.ts';

/** @returns CSV with a header line, RFC 4180 */
export function writeCurvesCsv(runs: readonly ExportedRun[]): string {
  const metrics = runs.flatMap(({ stage, series }) => Object.keys(series).map((key) => `${stage}/${key}`));
  const rows = runs.flatMap(stageRows);
  return Papa.unparse({ fields: ['stage', 'step', ...metrics], data: rows });
}

function stageRows({ stage, series }: ExportedRun): Record<string, string | number>[] {
  const rows = new Map<number, Record<string, string | number>>();
  for (const [key, points] of Object.entries(series)) {
    for (const { step, value } of points) {
      const row = rows.get(step) ?? { stage, step };
      row[`${stage}/${key}`] = value;
      rows.set(step, row);
    }
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
}
