/** Every figure of every checkpoint, ± one standard error; what a figure means shows on hover and focus. */
import { type EvalRow, namedRow, policyEvalTable, sharedReference } from '../../../lab/judge/evalTable.ts';
import { policiesOf, type PolicyId, titleOf } from '../../../lab/pipeline.ts';
import type { Measured } from '../../store/compare/compareState.ts';
import { specMark, weightsMark } from '../../store/compare/compareSteps.ts';
import { useLab } from '../../store/store.ts';
import { useHue } from '../../stages/hues.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { Term } from '../controls/Term.tsx';
import { EvalMeaning } from './EvalMeaning.tsx';
import { formatEval } from './formatEval.ts';
import { MeasureBar } from './MeasureBar.tsx';

type MeasuredColumn = readonly [id: PolicyId, measured: Measured];

export function EvalsTable() {
  const measured = useLab((state) => state.compare.measured);
  const document = useLab((state) => state.experiment.document);
  const columns = policiesOf(document).flatMap((id): MeasuredColumn[] => {
    const known = measured[id];
    return known ? [[id, known]] : [];
  });
  const reference = sharedReference(columns.flatMap(([, known]) => known.reference ?? []));
  const named = reference === null ? null : titleOf(document, reference);
  return (
    <>
      <MeasureBar />
      {columns.length > 0 && (
        <table className="evals">
          <thead>
            <tr>
              <th scope="col">
                Figure, ± <Term id="standard-error">standard error</Term>
              </th>
              {columns.map(([id, known]) => (
                <ColumnHead key={id} id={id} measured={known} />
              ))}
            </tr>
          </thead>
          {policyEvalTable.map(({ title, rows }) => (
            <Section key={title} title={title} rows={rows} columns={columns} reference={named} />
          ))}
        </table>
      )}
    </>
  );
}

function ColumnHead({ id, measured }: { readonly id: PolicyId; readonly measured: Measured }) {
  const title = useLab((state) => stageTitle(state, id));
  const isOld = useLab((state) => weightsMark(state, id) !== measured.weights);
  const isOtherSpec = useLab((state) => specMark(state) !== measured.spec);
  const against = useLab((state) => (measured.reference === null ? null : stageTitle(state, measured.reference)));
  return (
    <th scope="col" style={{ '--hue': useHue(id) }}>
      <span className="column-head">
        <span className="column-dot" />
        {title}
        <span className="column-state">
          {[
            against !== null && `against ${against}`,
            measured.size === 'quick' && 'quick',
            isOld && 'older weights',
            isOtherSpec && 'older spec',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </th>
  );
}

interface SectionProps {
  readonly title: string;
  readonly rows: readonly EvalRow[];
  readonly columns: readonly MeasuredColumn[];
  /** What all of them are measured against; null = several. */
  readonly reference: string | null;
}

function Section({ title, rows, columns, reference }: SectionProps) {
  const known = rows.filter(({ name }) => columns.some(([, { evals }]) => evals[name]));
  if (known.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 1} className="evals-section">
          {title}
        </th>
      </tr>
      {known.map((row) => (
        <tr key={row.name}>
          <th scope="row">
            <EvalMeaning row={namedRow(row, reference)} />
          </th>
          {columns.map(([id, { evals }]) => {
            const figure = evals[row.name];
            return (
              <td key={id} className="number" title={figure && `over ${figure.n}`}>
                {figure ? formatEval(figure, row.unit) : '–'}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
