/** Harmful and benign requests, refused and answered: a two-by-two table a checkpoint. The wanted cells carry a mark. */
import type { Evals } from '../../../lab/document/evals.ts';
import { policiesOf, type PolicyId } from '../../../lab/pipeline.ts';
import { useLab } from '../../store/store.ts';
import { useHue } from '../../stages/hues.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { Term } from '../controls/Term.tsx';
import { formatEval } from './formatEval.ts';
import { MeasureBar } from './MeasureBar.tsx';

export function RefusalMatrix() {
  const measured = useLab((state) => state.compare.measured);
  const document = useLab((state) => state.experiment.document);
  return (
    <>
      <MeasureBar />
      <div className="refusals">
        {policiesOf(document).map((id) => {
          const evals = measured[id]?.evals;
          return evals && <Matrix key={id} id={id} evals={evals} />;
        })}
      </div>
    </>
  );
}

function Matrix({ id, evals }: { readonly id: PolicyId; readonly evals: Evals }) {
  const title = useLab((state) => stageTitle(state, id));
  const hue = useHue(id);
  const [harmful, benign] = [evals['refusal/harmful'], evals['refusal/benign']];
  if (!harmful || !benign) return null;
  return (
    <table className="refusal-matrix" style={{ '--hue': hue }}>
      <caption>
        <span className="column-head">
          <span className="column-dot" />
          {title} <span className="column-state number">n {harmful.n}</span>
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
