/** Two policies into one: choose a share, look at the way between them, store the average as a checkpoint. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { SWEEP_SHARES } from '../../../lab/lineage/sweep.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { storeAverage, sweepBetween } from '../../store/lineage/mergeActions.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../controls/Term.tsx';
import { nodeName } from './nodeWords.ts';
import { SweepChart } from './SweepChart.tsx';

interface MergePanelProps {
  readonly first: CheckpointNode;
  readonly second: CheckpointNode;
}

export function MergePanel({ first, second }: MergePanelProps) {
  const [share, setShare] = useState(0.5);
  const isBusy = useLab((state) => state.lineage.work !== null);
  const sweep = useLab((state) => state.lineage.sweep);
  const isOfThese = sweep?.firstId === first.id && sweep.secondId === second.id;
  const percent = Math.round(share * 100);
  return (
    <section className="merge" aria-label="Merge">
      <h2>
        Merge by <Term id="weight-average">averaging weights</Term>
      </h2>
      <div className="merge-line">
        <label>
          {nodeName(first)} <span className="number">{100 - percent} %</span>, {nodeName(second)}{' '}
          <span className="number">{percent} %</span>
          <input
            type="range"
            aria-label={`Share of ${nodeName(second)}`}
            aria-valuetext={`${percent} %`}
            min={0}
            max={1}
            step={0.05}
            value={share}
            style={{ '--filled': `${percent}%` }}
            onChange={(event) => setShare(event.target.valueAsNumber)}
          />
        </label>
        <Button className="button" isDisabled={isBusy} onPress={() => void sweepBetween(first.id, second.id)}>
          Sweep between them
        </Button>
        <Button className="button" isDisabled={isBusy} onPress={() => void storeAverage(first.id, second.id, share)}>
          Store the average
        </Button>
      </div>
      {isOfThese && sweep.points.length > 0 ? (
        <div className="overlay-grid">
          <SweepChart title="Gold reward" points={sweep.points} figure="gold" hue="var(--text)" share={share} />
          <SweepChart title="Known facts right" points={sweep.points} figure="facts" hue="var(--rl)" share={share} />
        </div>
      ) : (
        <p className="muted">
          The sweep measures the mixes at {SWEEP_SHARES.join(', ')} with the quick size: where it stays above both ends,
          averaging gains.
        </p>
      )}
    </section>
  );
}
