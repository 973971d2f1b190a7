/** What the labelers did: how many labels, by whom, at what price, and how many of them are against the written spec. */
import { Link } from 'react-aria-components';
import { formatCount, formatDuration, formatShare } from '../../series/format.ts';
import type { StageProps } from '../face.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { ColumnHeads } from '../../ui/completions/ColumnHeads.tsx';
import { labelerNames } from './labelerNames.ts';

export function LabelingView({ id }: StageProps) {
  const summary = useSlowRun(id)?.details.labeling?.summary;
  const own = useLab((state) => state.experiment.document.labels.length);
  const brought = useLab((state) => state.experiment.document.data.preferences.length);
  if (!summary) {
    return (
      <p className="pane-empty">
        {brought > 0
          ? `Your own ${formatCount(brought)} preferences take the labelers’ place.`
          : 'Labelers judge the pairs once they are drawn; their work is summed up here. '}
        {brought === 0 && <LabelLink />}
      </p>
    );
  }
  const { labels, ties, byLabeler, cents, seconds, contradictions, examples = [] } = summary;
  return (
    <div className="labeling">
      <dl className="facts">
        <dt>Labels</dt>
        <dd className="number">{formatCount(labels)}</dd>
        <dt>
          <Term id="ties">Ties</Term>
        </dt>
        <dd className="number">
          {formatCount(ties)} · {formatShare(ties / Math.max(1, labels))}
        </dd>
        <dt>
          <Term id="contradictions">Against the spec</Term>
        </dt>
        <dd className="number">
          {formatCount(contradictions)} · {formatShare(contradictions / Math.max(1, labels))}
        </dd>
        <dt>They would have cost</dt>
        <dd className="number">{formatMoney(cents)}</dd>
        <dt>and taken</dt>
        <dd className="number">{formatWork(seconds)}</dd>
        <dt>Your own labels</dt>
        <dd>
          <span className="number">{own === 0 ? 'none' : formatCount(own)}</span> · <LabelLink />
        </dd>
      </dl>
      <table className="figures">
        <caption>
          By <Term id="labelers">labeler</Term>
        </caption>
        <thead>
          <tr>
            <th scope="col">who</th>
            <th scope="col">labels</th>
            <th scope="col">share</th>
          </tr>
        </thead>
        <tbody>
          {(Object.entries(byLabeler) as [keyof typeof labelerNames, number][]).map(([labeler, count]) => (
            <tr key={labeler}>
              <th scope="row">{labelerNames[labeler]}</th>
              <td className="number">{formatCount(count)}</td>
              <td className="number">{formatShare(count / Math.max(1, labels))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {examples.length > 0 && (
        <table className="figures label-examples">
          <caption>Some of the labels</caption>
          <ColumnHeads titles={['asked', 'better', 'worse', 'said']} />
          <tbody>
            {examples.map(({ question, chosen, rejected, isTie, labeler }) => (
              <tr key={question + chosen + rejected}>
                <th scope="row">{question}</th>
                <td>{chosen.trim()}</td>
                <td>{rejected.trim()}</td>
                <td>
                  {labelerNames[labeler]}
                  {isTie && ': a tie'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function LabelLink() {
  return <Link href="#label">label pairs yourself</Link>;
}

function formatMoney(cents: number): string {
  return cents < 100 ? `${cents.toFixed(0)} cents` : `$${Math.round(cents / 100).toLocaleString('en')}`;
}

/** Working time; hours are easier to picture than minutes beyond two of them. */
function formatWork(seconds: number): string {
  return seconds < 7200 ? formatDuration(seconds) : `${Math.round(seconds / 3600)} hours`;
}
