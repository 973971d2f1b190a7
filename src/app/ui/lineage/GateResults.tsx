/** What the gate found, rule by rule, with its numbers. */
import type { EvalUnit } from '../../../lab/judge/evalTable.ts';
import { allowance } from '../../../lab/lineage/gate.ts';
import type { GateDifference, GateResult } from '../../../lab/lineage/types.ts';
import { useLab } from '../../store/store.ts';
import { ColumnHeads } from '../completions/ColumnHeads.tsx';
import { formatEval } from '../compare/formatEval.ts';
import { evalLabels, evalUnits, nodeName } from './nodeWords.ts';

/** The newest try. */
export function GateTryTable() {
  const gateTry = useLab((state) => state.lineage.gateTry);
  const nodes = useLab((state) => state.lineage.nodes);
  if (!gateTry) return null;
  const nameOf = (id: string): string => {
    const node = nodes.find((one) => one.id === id);
    return node ? nodeName(node) : id.slice(0, 6);
  };
  return (
    <>
      <h2>
        {nameOf(gateTry.candidateId)} against {nameOf(gateTry.mainlineId)}
      </h2>
      <GateResults results={gateTry.results} />
    </>
  );
}

export function GateResults({ results }: { readonly results: readonly GateResult[] }) {
  if (results.length === 0) return <p className="muted">The gate has no rules.</p>;
  return (
    <div className="table-scroll">
      <table className="evals" aria-label="What the gate found">
        <ColumnHeads titles={['Figure', 'Candidate', 'Mainline', 'Worse by', 'Verdict']} />
        <tbody>
          {results.map((result) => (
            <ResultLine key={result.rule.id} result={result} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ResultLine({ result: { rule, candidate, mainline, difference, passed } }: { readonly result: GateResult }) {
  const unit = evalUnits.get(rule.eval) ?? 'reward';
  const show = (figure: GateResult['candidate']): string =>
    figure ? formatEval({ ...figure, n: 0 }, unit) : 'not measured';
  // Logs of older pages: without pairs, the error follows from the two.
  const error = difference ?? { se: Math.hypot(candidate?.se ?? 0, mainline?.se ?? 0) };
  const allowed = allowance(rule, error);
  const allowedText = unit === 'share' ? `${(allowed * 100).toFixed(1)} points` : allowed.toFixed(2);
  return (
    <tr>
      <th scope="row">
        {evalLabels.get(rule.eval) ?? rule.eval} <span className="muted">{rule.better} is better</span>
      </th>
      <td className="number">{show(candidate)}</td>
      <td className="number">{show(mainline)}</td>
      <td>
        <span className="number">{difference ? showDifference(difference, unit) : '–'}</span>
        <span className="gate-allowed">
          {' '}
          at most {allowedText.replace('-', '−')}
          {difference && `, ${describeTest(difference)}`}
        </span>
      </td>
      <td className="gate-verdict" data-passed={passed ?? undefined}>
        {passed === null ? 'not decided' : passed ? '✓ pass' : '✗ fail'}
      </td>
    </tr>
  );
}

/** A difference of shares is in points. */
function showDifference({ worseBy, se }: GateDifference, unit: EvalUnit): string {
  return formatEval({ value: worseBy, se, n: 0 }, unit).replace(/%$/, 'points');
}

/** Which standard error the difference has. */
function describeTest({ pairedOver }: GateDifference): string {
  return pairedOver === null ? 'unpaired' : `paired over ${pairedOver}`;
}
