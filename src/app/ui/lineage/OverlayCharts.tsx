/** The curves of several checkpoints over each other: small multiples by stage, the main ones first. */
import { useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { BASE } from '../../../lab/pipeline.ts';
import type { StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { faceList } from '../../stages/faces.ts';
import { letterOf } from './NodeHeads.tsx';
import { OverlayChart, type OverlayLine } from './OverlayChart.tsx';
import { nodeHue } from './nodeWords.ts';
import { type StoredCurves, useStoredCurves } from './useStoredCurves.ts';

interface OverlayProps {
  readonly chosen: readonly CheckpointNode[];
}

export function OverlayCharts({ chosen }: OverlayProps) {
  const trained = chosen.filter(({ stage }) => stage !== BASE);
  const curves = useStoredCurves(trained.map(({ id }) => id).join(' '));
  const [hasAll, setHasAll] = useState(false);
  const charts = useMemo(() => (curves ? listCharts(chosen, curves) : []), [chosen, curves]);
  if (trained.length === 0) return null;
  if (!curves) return <p className="muted">Reading the curves …</p>;
  if (curves.problem !== null) {
    return (
      <p className="compare-problem">The curves could not be read: {curves.problem}. Select the checkpoints again.</p>
    );
  }
  if (charts.length === 0) return <p className="muted">No curves are kept with these checkpoints.</p>;
  const shown = charts.filter(({ isMain }) => hasAll || isMain);
  return (
    <section aria-label="Curves">
      {shown.length < charts.length || hasAll ? (
        <ToggleButton className="button button-quiet" isSelected={hasAll} onChange={setHasAll}>
          {hasAll ? 'Show the main curves' : `Show all ${charts.length} curves`}
        </ToggleButton>
      ) : null}
      <div className="overlay-grid">
        {shown.map(({ kind, key, title, lines }) => (
          <OverlayChart key={`${kind} ${key}`} kind={kind} metric={key} title={title} lines={lines} />
        ))}
      </div>
    </section>
  );
}

interface Chart {
  readonly kind: StageKind;
  readonly key: string;
  readonly title: string;
  readonly isMain: boolean;
  readonly lines: readonly OverlayLine[];
}

function listCharts(chosen: readonly CheckpointNode[], { byId }: StoredCurves): readonly Chart[] {
  return faceList.flatMap(([kind, { overlays }]) => {
    const lines = chosen
      .map((node, index) => ({ node, letter: letterOf(index, chosen.length) }))
      .filter(({ node }) => node.stage === kind)
      .map(({ node, letter }, place) => ({ node, letter, place }));
    const keys = new Set(lines.flatMap(({ node }) => Object.keys(byId[node.id] ?? {})));
    const ordered = [...overlays.filter((key) => keys.has(key)), ...[...keys].filter((key) => !overlays.includes(key))];
    return ordered.flatMap((key): Chart[] => {
      const metric = findMetric(kind, key);
      if (!metric) return [];
      const own = lines.flatMap(({ node, letter, place }): OverlayLine[] => {
        const points = byId[node.id]?.[key];
        return points && points.length > 0 ? [{ letter, place, hue: nodeHue(node.stage), points }] : [];
      });
      const title = metric.key.endsWith('*') ? `${metric.label}: ${key.slice(metric.key.length - 1)}` : metric.label;
      return [{ kind, key, title, isMain: overlays.includes(key), lines: own }];
    });
  });
}
