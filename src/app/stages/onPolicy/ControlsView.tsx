/**
 * Whether RL was worth it: gold on held-out prompts by the distance from what the policy is measured against, for the policy
 * and for what reaches gold more cheaply. What lies above the other lines at the same distance is what only RL got.
 */
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Line } from 'recharts';
import { type PolicyId, referenceOf } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { formatNumber } from '../../series/format.ts';
import { linearTicks } from '../../series/ticks.ts';
import { measureColumns } from '../../store/compare/compareActions.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import type { LabState } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx';
import { dotOf, TICK_TEXTS } from '../../ui/charts/chartLook.ts';
import { ColumnHeads } from '../../ui/completions/ColumnHeads.tsx';
import { Term } from '../../ui/controls/Term.tsx';
import { type ControlPoint, controlPoints } from './controlPoints.ts';
import { HUE, PROXY_HUE } from './lines.ts';
import { extent } from '../../series/extent.ts';

const NONE = {};
const HUES = { policy: HUE, bestOf: PROXY_HUE, temperature: 'var(--sft)' } as const;

export function ControlsView({ id }: { readonly id: StageId }) {
  const evals = useLab((state) => state.compare.measured[id]?.evals) ?? NONE;
  const title = useLab((state) => stageTitle(state, id));
  const reference = useLab((state) => stageTitle(state, measuredAgainst(state, id)));
  const points = useMemo(() => controlPoints(evals, title, reference), [evals, title, reference]);
  if (points.length === 0) return <Unmeasured reference={reference} />;
  return <Measured points={points} reference={reference} />;
}

/** What it was measured against; before it was, what it will be. */
function measuredAgainst(state: LabState, id: StageId): PolicyId {
  return state.compare.measured[id]?.reference ?? referenceOf(state.experiment.document, id);
}

interface ReferenceProps {
  readonly reference: string;
}

function Unmeasured({ reference }: ReferenceProps) {
  const measuring = useLab((state) => state.compare.measuring);
  return (
    <div className="pane-empty">
      <p>
        Would {reference} have got there by itself? Measured on held-out prompts: {reference} at lower temperatures, and
        the best of 4 and 8 of its replies by the same reward model.
      </p>
      <Button className="button" isDisabled={measuring !== null} onPress={() => void measureColumns('quick')}>
        {measuring ? `Measuring ${measuring.place} of ${measuring.of} …` : 'Measure the controls'}
      </Button>
    </div>
  );
}

function Measured({ points, reference }: ReferenceProps & { readonly points: readonly ControlPoint[] }) {
  const rows = useMemo(
    () =>
      points
        .filter(({ distance }) => distance !== null)
        .map(({ way, distance, gold }) => ({ distance, [way]: gold }))
        .sort((a, b) => a.distance! - b.distance!),
    [points],
  );
  const golds = points.map(({ gold }) => gold);
  const xTicks = linearTicks(...extent([0, 0.1, ...points.map(({ distance }) => distance ?? 0)]), 5);
  return (
    <div className="calibration">
      <ChartFigure
        label="Held-out gold by √KL, RL and its controls"
        caption={
          <>
            <Term id="gold-reward">Held-out gold</Term>
            <span className="muted">
              by <Term id="sqrt-kl">√KL</Term> to {reference}, √nats
            </span>
          </>
        }
        data={rows}
        xKey="distance"
        x={{ ticks: xTicks, tickText: TICK_TEXTS.plain }}
        y={{ ticks: linearTicks(...extent(golds), 5), tickText: TICK_TEXTS.plain }}
      >
        {(['temperature', 'bestOf', 'policy'] as const).map((way) => (
          <Line
            key={way}
            dataKey={way}
            stroke={HUES[way]}
            strokeWidth={way === 'policy' ? 2 : 1}
            strokeDasharray={way === 'policy' ? '' : '4 3'}
            dot={dotOf(HUES[way], 4)}
            connectNulls
            isAnimationActive={false}
          />
        ))}
      </ChartFigure>
      <table className="figures">
        <caption>
          <Term id="rl-controls">What RL is held against</Term>
        </caption>
        <ColumnHeads titles={['policy', 'gold', '± s.e.', '√KL']} />
        <tbody>
          {points.map(({ name, way, gold, se, distance }) => (
            <tr key={name}>
              <th scope="row" style={{ color: HUES[way] }}>
                {name}
              </th>
              <td className="number">{formatNumber(gold)}</td>
              <td className="number">{formatNumber(se)}</td>
              <td className="number">{distance === null ? '–' : formatNumber(distance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
