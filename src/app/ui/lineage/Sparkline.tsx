/** A node's main curve, a line without axes: its shape is what tells. */
import { memo } from 'react';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { extent } from '../../series/extent.ts';

const WIDTH = 56;
const HEIGHT = 22;

export const Sparkline = memo(function Sparkline({ spark }: Pick<CheckpointNode, 'spark'>) {
  const values = spark?.values.filter(Number.isFinite) ?? [];
  if (values.length < 2) return null;
  const [low, high] = extent(values);
  const span = high - low || 1;
  const points = values.map((value, i) => {
    const x = 1 + (i / (values.length - 1)) * (WIDTH - 2);
    const y = HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  );
});
