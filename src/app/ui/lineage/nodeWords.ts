/** How a checkpoint looks and what it says in a few words: hue, key figures, the name a screen reader hears. */
import { policyEvalTable, type EvalUnit } from '../../../lab/judge/evalTable.ts';
import { describeDifference, nodeTitle, shortId } from '../../../lab/lineage/differences.ts';
import type { CheckpointNode, NodeStage } from '../../../lab/lineage/types.ts';
import type { Eval } from '../../../lab/document/evals.ts';
import { formatNumber, formatShare } from '../../series/format.ts';
import { BASE } from '../../../lab/pipeline.ts';
import { specOf } from '../../../lab/stages/kinds.ts';
import type { NodeFigure } from '../../stages/face.ts';
import { faces } from '../../stages/faces.ts';

export function nodeHue(stage: NodeStage): string {
  return stage === BASE ? 'var(--base)' : faces[stage].hue;
}

/** It can be asked, measured, branched from and promoted. */
export function isPolicy({ stage }: Pick<CheckpointNode, 'stage'>): boolean {
  return stage === BASE || specOf(stage).makes === 'policy';
}

/** What a card shows of a measured policy. */
const KEY_EVALS = [
  ['gold/mean', 'gold'],
  ['facts/known_exact', 'facts'],
  ['refusal/harmful', 'refuses'],
] as const;

/** What it shows until it is measured: the last values of its own curves. */
const nodeFigures = (stage: NodeStage): readonly NodeFigure[] => (stage === BASE ? [] : faces[stage].nodeFigures);

export const evalUnits: ReadonlyMap<string, EvalUnit> = new Map(
  policyEvalTable.flatMap(({ rows }) => rows.map(({ name, unit }) => [name, unit] as const)),
);

export const evalLabels: ReadonlyMap<string, string> = new Map(
  policyEvalTable.flatMap(({ title, rows }) => rows.map(({ name, label }) => [name, `${title}: ${label}`] as const)),
);

/** `gold 0.52 · facts 81 %`: two or three figures; '' = none yet. */
export function keyFigures({ stage, evals, last }: CheckpointNode): string {
  const measured = KEY_EVALS.flatMap(([name, label]) => {
    const figure = evals[name];
    return figure ? [`${label} ${formatFigure(figure, name)}`] : [];
  });
  if (measured.length > 0) return measured.join(' · ');
  return nodeFigures(stage)
    .flatMap(({ key, label, isShare }) => {
      const value = last[key];
      return value === undefined ? [] : [`${label} ${isShare ? formatShare(value) : formatNumber(value)}`];
    })
    .join(' · ');
}

function formatFigure({ value }: Pick<Eval, 'value'>, name: string): string {
  const unit = evalUnits.get(name) ?? 'reward';
  if (unit === 'share') return formatShare(value);
  return unit === 'reward' ? value.toFixed(2).replace('-', '−') : formatNumber(value);
}

/** `SFT 3f2a9c`. */
export function nodeName({ stage, id }: Pick<CheckpointNode, 'stage' | 'id'>): string {
  return `${nodeTitle(stage)} ${shortId(id)}`;
}

const knownDifferences = new WeakMap<readonly CheckpointNode[], Map<string, string>>();

/** describeDifference, once a node for one state of the lineage. */
export function differenceOf(node: CheckpointNode, nodes: readonly CheckpointNode[]): string {
  const known = knownDifferences.get(nodes) ?? new Map<string, string>();
  knownDifferences.set(nodes, known);
  const text = known.get(node.id) ?? describeDifference(node, nodes);
  known.set(node.id, text);
  return text;
}
