/** Every field term the page uses, in plain words first. The same entries are the tooltips. */
import { useEffect } from 'react';
import { glossary } from '../words/glossary.ts';

export function GlossaryView({ term }: { readonly term: string | null }) {
  useEffect(() => {
    if (term === null) return;
    const entry = document.getElementById(`entry-${term}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [term]);
  return (
    <main className="text-view">
      <h1>Glossary</h1>
      <p className="lead">
        The words of the field as this page uses them. One concept has one word, here, in the code and in the exported
        data.
      </p>
      <dl className="glossary">
        {glossary.map(({ id, label, plain, exact, healthy, source }) => (
          <div key={id} id={`entry-${id}`} className="entry" tabIndex={-1} data-current={id === term || undefined}>
            <dt>{label}</dt>
            <dd>
              <p>{plain}</p>
              {exact !== undefined && <p className="number">{exact}</p>}
              {healthy !== undefined && <p className="muted">In a good run: {healthy}</p>}
              {source !== undefined && <p className="muted">{source}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
