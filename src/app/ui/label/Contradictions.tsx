/** The visitor's labels that the spec, as it is now, would have given the other way round; each with its reason. */
import { Button, Link } from 'react-aria-components';
import { removeLabel } from '../../store/label/labelActions.ts';
import { useLab } from '../../store/store.ts';

const SHOWN = 20;

export function Contradictions() {
  const contradictions = useLab((state) => state.bench.review?.contradictions);
  const own = useLab((state) => state.experiment.document.labels.some(({ labeler }) => labeler === 'you'));
  if (!own || !contradictions) return null;
  const more = contradictions.length - SHOWN;
  return (
    <section aria-label="Labels against the spec">
      <h2>
        <span className="number">{contradictions.length}</span> against the <Link href="#spec">spec</Link>
      </h2>
      {contradictions.length === 0 && <p className="muted">None of your labels contradicts the written rules.</p>}
      <ul className="contradictions">
        {contradictions.slice(0, SHOWN).map(({ preference, reason }) => (
          <li key={preference.id}>
            <p>
              <span className="muted">{preference.prompt.replace(/^User: |\nAssistant:$/g, '')}</span> You chose “
              {preference.chosen.trim()}” over “{preference.rejected.trim()}”.
            </p>
            <p>{reason}</p>
            <Button className="link-button" onPress={() => removeLabel(preference)}>
              Remove this label
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">and {more} more, less clear.</p>}
    </section>
  );
}
