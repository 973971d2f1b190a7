/** Every reward model trained on this page, so that heads, pairs and labelers can be compared by held-out accuracy. */
import { useMemo } from 'react';
import { formatNumber, formatShare } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { RunRecord } from '../../store/state.ts';
import type { StageProps } from '../face.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { labelerNames, simulatedIds } from '../preferences/labelerNames.ts';

const HEAD_NAMES = { meanPooled: 'mean-pooled', lastToken: 'last token' } as const;

export function RunsView({ id: stageId }: StageProps) {
  const byId = useLab((state) => state.runs.byId);
  const currentId = useLab((state) => state.runs.current[stageId]);
  const runs = useMemo(() => Object.values(byId).filter(isEvaluated), [byId]);
  if (runs.length === 0) {
    return <p className="pane-empty">Train with one head, then with the other: each run is a line here.</p>;
  }
  return (
    <div className="runs-scroll">
      <table className="figures">
        <caption>Reward models so far</caption>
        <thead>
          <tr>
            <th scope="col">
              <Term id="head">head</Term>
            </th>
            <th scope="col">
              <Term id="pairs">pairs</Term>
            </th>
            <th scope="col">labelers</th>
            <th scope="col">learning rate</th>
            <th scope="col">seed</th>
            <th scope="col">steps</th>
            <th scope="col">
              <Term id="rewardModel-eval-accuracy">held-out accuracy</Term>
            </th>
            <th scope="col">
              <Term id="rewardModel-eval-loss">held-out loss</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} isCurrent={run.id === currentId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isEvaluated(run: RunRecord): boolean {
  return run.stage.kind === 'rewardModel' && run.series['eval/accuracy'] !== undefined;
}

function RunRow({ run, isCurrent }: { readonly run: RunRecord; readonly isCurrent: boolean }) {
  const { stage: settings, series, seed, step } = run;
  if (settings.kind !== 'rewardModel') return null;
  const [accuracy, loss] = [last(series['eval/accuracy']), last(series['eval/loss'])];
  return (
    <tr aria-current={isCurrent || undefined}>
      <th scope="row">
        {HEAD_NAMES[settings.head]}
        {isCurrent && <span className="muted"> · shown</span>}
      </th>
      <td className="number">{settings.pairs}</td>
      <td>{describeLabelers(settings.labelers)}</td>
      <td className="number">{formatNumber(settings.learningRate)}</td>
      <td className="number">{seed}</td>
      <td className="number">{step}</td>
      <td className="number">{accuracy ? formatShare(accuracy.value) : '…'}</td>
      <td className="number">{loss ? formatNumber(loss.value) : '…'}</td>
    </tr>
  );
}

function describeLabelers(shares: Readonly<Partial<Record<(typeof simulatedIds)[number], number>>>): string {
  return simulatedIds
    .filter((id) => (shares[id] ?? 0) > 0)
    .map((id) => labelerNames[id])
    .join(', ');
}
