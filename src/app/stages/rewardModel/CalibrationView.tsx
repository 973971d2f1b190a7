/** Whether the reward model's confidence can be believed: bins against the diagonal, and accuracy of sure and unsure pairs. */
import { type ReactNode, useMemo } from 'react';
import { accuracyByLength } from '../../../lab/judge/lengthBaseline.ts';
import type { PredictionView } from '../../../lab/stages/rewardModel/detail.ts';
import { Line, ReferenceLine } from 'recharts';
import { accuracyByConfidence, accuracyOf, calibrate, calibrationError, type ConfidenceBin } from './calibration.ts';
import type { StageProps } from '../face.ts';
import { formatShare } from '../../series/format.ts';
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx';
import { ColumnHeads } from '../../ui/completions/ColumnHeads.tsx';
import { dotOf, TICK_TEXTS } from '../../ui/charts/chartLook.ts';
import { HUE } from './lines.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';

const DIAGONAL = [
  { x: 0.5, y: 0.5 },
  { x: 1, y: 1 },
] as const;

export function CalibrationView({ id }: StageProps) {
  const predictions = useSlowRun(id)?.details.predictions?.predictions;
  const bins = useMemo(() => calibrate(predictions ?? []), [predictions]);
  const parts = useMemo(() => accuracyByConfidence(predictions ?? []), [predictions]);
  if (!predictions)
    return <p className="pane-empty">Held-out pairs are judged before the first step; then this fills.</p>;
  return (
    <div className="calibration">
      <CalibrationPlot bins={bins} />
      <table className="figures">
        <caption>
          <Term id="calibration">Calibration</Term>: off by {formatShare(calibrationError(bins))} on average
        </caption>
        <ColumnHeads titles={['sure by', 'right', 'pairs']} />
        <tbody>
          {bins.map(({ from, predicted, observed, count }) => (
            <FigureRow key={from} name={formatShare(predicted)} observed={observed} count={count} />
          ))}
        </tbody>
      </table>
      <table className="figures">
        <caption>
          Accuracy by <Term id="confidence">confidence</Term>
        </caption>
        <ColumnHeads titles={['pairs it is', 'right', 'pairs']} />
        <tbody>
          {parts.map(({ from, observed, count }, index) => (
            <FigureRow
              key={`${index} ${from}`}
              name={PART_NAMES[parts.length]?.[index] ?? `part ${index + 1}`}
              observed={observed}
              count={count}
            />
          ))}
        </tbody>
        <Overall predictions={predictions} />
      </table>
    </div>
  );
}

/** The model against one that looks at length alone: what it must beat to have learnt anything else. */
function Overall({ predictions }: { readonly predictions: readonly PredictionView[] }) {
  const all = accuracyOf(predictions);
  const byLength = accuracyByLength(predictions);
  const count = predictions.filter(({ isTie }) => !isTie).length;
  if (all === null) return null;
  return (
    <tfoot>
      <FigureRow name="all" observed={all} count={count} />
      {byLength !== null && (
        <FigureRow name={<Term id="length-baseline">by length alone</Term>} observed={byLength} count={count} />
      )}
    </tfoot>
  );
}

const PART_NAMES: Readonly<Record<number, readonly string[]>> = {
  4: ['least sure of', 'less sure of', 'more sure of', 'surest of'],
};

interface FigureRowProps {
  readonly name: ReactNode;
  readonly observed: number;
  readonly count: number;
}

function FigureRow({ name, observed, count }: FigureRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{formatShare(observed)}</td>
      <td className="number">{count}</td>
    </tr>
  );
}

function CalibrationPlot({ bins }: { readonly bins: readonly ConfidenceBin[] }) {
  const rows = useMemo(() => bins.map(({ predicted, observed }) => ({ predicted, observed })), [bins]);
  return (
    <ChartFigure
      label="Share of right choices by confidence"
      caption={
        <>
          <span>Right, by how sure</span>
          <span className="muted">dashed: as sure as it should be</span>
        </>
      }
      data={rows}
      xKey="predicted"
      x={{ ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1], tickText: TICK_TEXTS.share }}
      y={{ ticks: [0, 0.25, 0.5, 0.75, 1], tickText: TICK_TEXTS.share }}
    >
      <ReferenceLine segment={DIAGONAL} stroke="var(--muted)" strokeDasharray="4 4" />
      <Line dataKey="observed" stroke={HUE} strokeWidth={2} dot={dotOf(HUE, 4)} isAnimationActive={false} />
    </ChartFigure>
  );
}
