/** What this browser keeps: how much of what it grants, and every visit, with a way back into it. */
import { Button } from 'react-aria-components';
import { formatBytes } from '../../series/format.ts';
import { deleteVisit } from '../../store/lineage/lineageActions.ts';
import type { StoredVisit } from '../../store/lineage/lineageState.ts';
import { useLab } from '../../store/store.ts';
import { goOverTo } from '../../store/visit/visit.ts';
import { ColumnHeads } from '../completions/ColumnHeads.tsx';
import { ConfirmButton } from '../controls/ConfirmButton.tsx';

export function StoragePanel() {
  const visits = useLab((state) => state.lineage.visits);
  return (
    <div className="storage">
      <Use />
      <p className="muted">
        A visit is what one tab was doing: its experiment, its stages, and a run that was interrupted. Opened again it
        goes on where it stood. Checkpoints are freed or deleted one by one: select them in the tree.
      </p>
      {visits.length > 0 && (
        <div className="table-scroll">
          <table className="evals log-table visits" aria-label="Visits">
            <ColumnHeads titles={['Visit', 'Last changed', 'What is there', 'Address', 'Action']} />
            <tbody>
              {visits.map((visit) => (
                <Visit key={visit.id} visit={visit} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Use() {
  const used = useLab((state) => state.lineage.usedBytes);
  const quota = useLab((state) => state.lineage.quotaBytes);
  const bytes = useLab((state) => state.lineage.bytes);
  const isLasting = useLab((state) => state.offline.isLasting);
  const sizes = Object.values(bytes).filter((size) => size > 0);
  const checkpoints = sizes.reduce((sum, size) => sum + size, 0);
  return (
    <p>
      {sizes.length === 0 ? 'No checkpoint takes room yet.' : `${countOf(sizes.length)}: ${formatBytes(checkpoints)}.`}
      {used !== null && ` All that this browser keeps for the page, its own files included: ${formatBytes(used)}`}
      {used !== null && (quota === null ? '.' : ` of the ${formatBytes(quota)} it grants.`)}
      {isLasting === true && ' The browser has promised not to remove it by itself.'}
      {isLasting === false && ' The browser may remove it when its disk is short: it did not promise to keep it.'}
    </p>
  );
}

const countOf = (count: number): string =>
  count === 1 ? 'One checkpoint with weights and curves' : `${count} checkpoints with weights and curves`;

function Visit({ visit }: { readonly visit: StoredVisit }) {
  const { id, name, search, usedAt, where } = visit;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{new Date(usedAt).toLocaleString()}</td>
      <td>{contents(visit)}</td>
      <td>{search === '' ? '–' : <code title={search}>{search}</code>}</td>
      <td>
        {where === 'here' && 'this tab'}
        {where === 'other tab' && 'open in another tab'}
        {where === 'closed' && (
          <span className="storage-deeds">
            <Button className="button" onPress={() => goOverTo(visit)}>
              Open
            </Button>
            <ConfirmButton
              label="Delete"
              question={visit.unfinished ? 'Its run can then not be resumed.' : 'Its checkpoints stay.'}
              onConfirm={() => void deleteVisit(id)}
            />
          </span>
        )}
      </td>
    </tr>
  );
}

function contents({ finished, unfinished }: StoredVisit): string {
  const parts = finished.map((title) => `${title} finished`);
  if (unfinished) {
    const { title, step, totalSteps } = unfinished;
    parts.push(`${title} interrupted at ${step}${totalSteps > 0 ? ` of ${totalSteps}` : ''}`);
  }
  return parts.length > 0 ? parts.join(' · ') : 'settings only';
}
