/** Figures of one or more checkpoints with their 95 % intervals; what a figure means shows on hover and focus. */
import {
  type EvalRow,
  type EvalUnit,
  namedRow,
  policyEvalTable,
  rewardModelEvalSection,
  sharedReference,
} from '../../../lab/judge/evalTable.ts';
import { shortId } from '../../../lab/lineage/differences.ts';
import { intervalOf } from '../../../lab/lineage/interval.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { Eval } from '../../../lab/document/evals.ts';
import { EvalMeaning } from '../compare/EvalMeaning.tsx';
import { useLab } from '../../store/store.ts';
import { NodeHeads } from './NodeHeads.tsx';
import { nodeName } from './nodeWords.ts';

const SECTIONS = [...policyEvalTable, rewardModelEvalSection];

export function NodeEvals({ chosen }: { readonly chosen: readonly CheckpointNode[] }) {
  const sections = SECTIONS.map(({ title, rows }) => ({
    title,
    rows: rows.filter(({ name }) => chosen.some(({ evals }) => evals[name])),
  })).filter(({ rows }) => rows.length > 0);
  const nodes = useLab((state) => state.lineage.nodes);
  const nameOf = (id: string): string => {
    const node = nodes.find((one) => one.id === id);
    return node ? nodeName(node) : shortId(id);
  };
  const measured = chosen.filter(({ evals }) => evals['kl/k1']);
  const reference = sharedReference(measured.map(({ measuredAgainst = null }) => measuredAgainst));
  const named = reference === null ? null : nameOf(reference);
  const note = ({ measuredWith, measuredAgainst }: CheckpointNode): string =>
    [measuredWith?.size, measuredAgainst && `against ${nameOf(measuredAgainst)}`].filter(Boolean).join(' · ');
  if (sections.length === 0) return <p className="muted">Not measured yet. Press Measure: it takes a moment.</p>;
  return (
    <table className="evals" aria-label="Figures">
      <NodeHeads chosen={chosen} first="Figure, 95 % interval" note={note} />
      {sections.map(({ title, rows }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={chosen.length + 1} className="evals-section">
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={namedRow(row, named)} chosen={chosen} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, chosen }: { readonly row: EvalRow; readonly chosen: readonly CheckpointNode[] }) {
  return (
    <tr>
      <th scope="row">
        <EvalMeaning row={row} />
      </th>
      {chosen.map(({ id, evals }) => {
        const figure = evals[row.name];
        return (
          <td key={id} className="number" title={figure && `over ${figure.n}`}>
            {figure ? <Figure figure={figure} unit={row.unit} /> : '–'}
          </td>
        );
      })}
    </tr>
  );
}

function Figure({ figure, unit }: { readonly figure: Eval; readonly unit: EvalUnit }) {
  const interval = intervalOf(figure, unit);
  return (
    <>
      {text(figure.value, unit)}
      {unit === 'share' && ' %'}
      {interval && (
        <span className="muted">
          {' '}
          {text(interval[0], unit)} … {text(interval[1], unit)}
        </span>
      )}
    </>
  );
}

function text(value: number, unit: EvalUnit): string {
  const shown = unit === 'share' ? (value * 100).toFixed(1) : value.toFixed(2);
  return value < 0 ? (Number(shown) === 0 ? shown.slice(1) : `−${shown.slice(1)}`) : shown;
}
