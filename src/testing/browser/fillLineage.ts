/**
 * Fills a browser's storage with a lineage as a diligent visitor would leave it after a year: run in the page's own origin
 * by e2e/lineageSize.spec.ts, in the format the lab itself reads. Values are a fixed function of their place.
 */
import { layoutTree } from '../../lab/lineage/layout.ts';
import { type CheckpointNode, MAINLINE, SPARK_POINTS } from '../../lab/lineage/types.ts';
import { openIdbStorage } from '../../lab/storage/labStorage.ts';
import { STORAGE_NAME } from '../../lab/storage/name.ts';
import type { StoredSeries } from '../../lab/storage/types.ts';
import { lineageNode } from '../lineageNodes.ts';

const METRICS = ['loss', 'eval/loss', 'mean_token_accuracy', 'grad_norm'] as const;
const WEIGHTS = 1000;

declare global {
  interface Window {
    fillLineage?: (count: number, points: number) => Promise<{ readonly points: number; readonly columns: number }>;
  }
}

/** @returns what was stored: points of all curves, and how deep the tree is */
window.fillLineage = async (count, points) => {
  const storage = await openIdbStorage(STORAGE_NAME);
  const nodes = Array.from({ length: count }, (_, i) => checkpoint(i));
  const perMetric = Math.ceil(points / count / METRICS.length);
  let stored = 0;
  for (const node of nodes) {
    const series: StoredSeries = Object.fromEntries(METRICS.map((metric, m) => [metric, curve(perMetric, m)]));
    await storage.putNode(node, { kind: 'policy', params: new Float32Array(WEIGHTS) }, series);
    stored += perMetric * METRICS.length;
  }
  const to = nodes.at(-1)!.id;
  const entry = { at: nodes[0]!.createdAt, who: 'a test', pointer: MAINLINE, from: null, to, why: '', gate: [] };
  await storage.movePointer({ ...entry, what: 'created' });
  storage.close();
  return { points: stored, columns: layoutTree(nodes).columns };
};

const idOf = (i: number): string => i.toString(16).padStart(6, '0').repeat(11).slice(0, 64);

/** A base model, then children of nodes spread over all before them: wide and some ten deep. */
function checkpoint(i: number): CheckpointNode {
  const parent = Math.floor(i / 3);
  return lineageNode({
    id: idOf(i),
    ...(i === 0 ? { stage: 'base' as const } : { parentIds: [idOf(parent)] }),
    settings: Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`setting${k}`, (i * (k + 1)) % 7])),
    seed: i,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
    spark: { metric: 'loss', values: Array.from({ length: SPARK_POINTS }, (_, k) => 4 / (1 + k) + (i % 5) / 9) },
    evals: Object.fromEntries(
      Array.from({ length: 40 }, (_, k) => [
        k === 0 ? 'gold/mean' : `figure/${k}`,
        { value: k / 40, se: 0.02, n: 200 },
      ]),
    ),
    completions: Array.from({ length: 8 }, (_, k) => ({
      prompt: `User: Question ${k}\nAssistant:`,
      family: 'open',
      logprob: -12,
      text: `An answer of checkpoint ${i} to question ${k}, as long as such answers are.`,
    })),
  });
}

function curve(points: number, phase: number) {
  const steps = Float64Array.from({ length: points }, (_, i) => i + 1);
  return { steps, values: steps.map((step) => 3 / Math.sqrt(step + phase) + Math.sin(step) / 20) };
}
