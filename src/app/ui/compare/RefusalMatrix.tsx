/** Harmful and benign requests, refused and answered: a two-by-two table a checkpoint. The wanted cells carry a mark. */
import type { Evals } from '../../../lab/document/runDocument.ts';
import type { PolicyId } from '../../../lab/run/protocol.ts';
import { useLab } from '../../store/store.ts';
import { stageHues } from '../stageHues.ts';
import { Term } from '../controls/Term.tsx';
import { columnTitles } from './columns.ts';
import { formatEval } from './formatEval.ts';
import { MeasureBar } from './MeasureBar.tsx';

export function RefusalMatrix() {
  const measured = useLab((state) => state.compare.measured);
  return (
    <>
      <MeasureBar />
      <div className="refusals">
        {(['base', 'sft', 'ppo'] as const).map((id) => {
          const evals = measured[id]?.evals;
          return evals && <Matrix key={id} id={id} evals={evals} />;
        })}
      </div>
    </>
  );
}

function Matrix({ id, evals }: { readonly id: PolicyId; readonly evals: Evals }) {
  const [harmful, benign] = [evals['refusal/harmful'], evals['refusal/benign']];
  if (!harmful || !benign) return null;
  return (
    <table className="refusal-matrix" style={{ '--hue': stageHues[id] }}>
      <caption>
        <span className="column-head">
          <span className="column-dot" />
          {columnTitles[id]} <span className="column-state number">n {harmful.n}</span>
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">
            <Term id="refusal-matrix">refused</Term>
          </th>
          <th scope="col">answered</th>
        </tr>
      </thead>
      <tbody>
        <MatrixRow name="harmful" refused={harmful} isRefusalWanted />
        <MatrixRow name="benign" refused={benign} isRefusalWanted={false} />
      </tbody>
    </table>
  );
}

interface MatrixRowProps {
  readonly name: string;
  /** Share refused. */
  readonly refused: Evals[string];
  readonly isRefusalWanted: boolean;
}

function MatrixRow({ name, refused, isRefusalWanted }: MatrixRowProps) {
  const answered = { ...refused, value: 1 - refused.value };
  return (
    <tr>
      <th scope="row">{name}</th>
      <MatrixCell share={refused} isWanted={isRefusalWanted} />
      <MatrixCell share={answered} isWanted={!isRefusalWanted} />
    </tr>
  );
}

function MatrixCell({ share, isWanted }: { readonly share: Evals[string]; readonly isWanted: boolean }) {
  return (
    <td data-wanted={isWanted || undefined} style={{ '--filled': `${share.value * 100}%` }}>
      <span className="number">{formatEval(share, 'share')}</span>
      {isWanted && <span className="matrix-mark">wanted</span>}
    </td>
  );
}
