/** Two or more checkpoints: what differs in how they were made, their curves over each other, figures, completions. */
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { compareSettings } from '../../../lab/lineage/differences.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { drawChosen, measureChosen } from '../../store/lineage/measureNodes.ts';
import { useLab } from '../../store/store.ts';
import { MergePanel } from './MergePanel.tsx';
import { NodeCompletions } from './NodeCompletions.tsx';
import { NodeEvals } from './NodeEvals.tsx';
import { NodeHeads } from './NodeHeads.tsx';
import { isPolicy } from './nodeWords.ts';
import { OverlayCharts } from './OverlayCharts.tsx';

/** More columns than this no screen shows. */
const MOST = 8;

export function CompareNodes({ chosen: all }: { readonly chosen: readonly CheckpointNode[] }) {
  const chosen = useMemo(() => all.slice(0, MOST), [all]);
  const isBusy = useLab((state) => state.lineage.work !== null);
  const policies = chosen.filter(isPolicy);
  const ids = policies.map(({ id }) => id);
  const [first, second] = policies;
  return (
    <div className="compare-nodes">
      {all.length > MOST && (
        <p className="muted">
          {all.length} are selected; the first {MOST} are shown.
        </p>
      )}
      <div className="node-actions">
        <Button className="button" isDisabled={isBusy || ids.length === 0} onPress={() => void measureChosen(ids)}>
          Measure all
        </Button>
        <Button className="button" isDisabled={isBusy || ids.length === 0} onPress={() => void drawChosen(ids)}>
          Draw completions
        </Button>
      </div>
      <SettingsTable chosen={chosen} />
      <OverlayCharts chosen={chosen} />
      {first && second && policies.length === 2 && (
        <MergePanel key={`${first.id} ${second.id}`} first={first} second={second} />
      )}
      <NodeEvals chosen={chosen} />
      <NodeCompletions chosen={chosen} />
    </div>
  );
}

function SettingsTable({ chosen }: { readonly chosen: readonly CheckpointNode[] }) {
  const nodes = useLab((state) => state.lineage.nodes);
  const rows = useMemo(() => compareSettings(chosen, nodes), [chosen, nodes]);
  if (rows.length === 0) return <p className="muted">They were made with the same settings from the same ancestors.</p>;
  return (
    <div className="table-scroll">
      <table className="evals" aria-label="Settings that differ">
        <NodeHeads chosen={chosen} first="Setting that differs" />
        <tbody>
          {rows.map(({ stage, setting, values }) => (
            <tr key={`${stage} ${setting}`}>
              <th scope="row">
                <span className="muted">{stage}</span> {setting}
              </th>
              {values.map((value, index) => (
                <td key={chosen[index]?.id} className="number">
                  {value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
