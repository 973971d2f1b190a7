/** How many labels there are, and how far the simulated labelers share them. */
import { labelerDescription, labelerName } from '../../../lab/desk/specWords.ts';
import { formatShare } from '../../series/format.ts';
import { MAX_LABELS } from '../../store/label/benchSteps.ts';
import { useLab } from '../../store/store.ts';

/** From here on a reward model visibly hears the visitor. */
const GOAL = 20;

export function LabelCounts() {
  const labels = useLab((state) => state.experiment.document.labels);
  const agreements = useLab((state) => state.bench.review?.agreements);
  const own = labels.filter(({ labeler }) => labeler === 'you').length;
  const byAi = labels.filter(({ labeler }) => labeler === 'ai').length;
  const rest = labels.length - own - byAi;
  return (
    <section aria-label="Your labels">
      <h2>
        <span className="number">{own}</span> {own === 1 ? 'label' : 'labels'} by you
      </h2>
      <p className="muted">
        {own < GOAL ? `${GOAL} are enough to show in the reward model. ` : ''}
        {byAi > 0 && `${byAi} by the AI. `}
        {rest > 0 && `${rest} by others. `}
        An experiment holds {MAX_LABELS.toLocaleString('en')}; they stay in this browser.
      </p>
      {own > 0 && agreements && (
        <table className="agreement">
          <caption>Would have agreed with you (95 % interval)</caption>
          <tbody>
            {agreements.map(({ labeler, share: { value, low, high, n } }) => (
              <tr key={labeler}>
                <th scope="row" title={labelerDescription(labeler)}>
                  {labelerName(labeler)}
                </th>
                <td className="number">{n > 0 ? formatShare(value) : '–'}</td>
                <td className="number muted">
                  {n > 0 ? `${Math.round(low * 100)}–${Math.round(high * 100)} %` : ''}, n {n}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
