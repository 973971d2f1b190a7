/** Every field term the page uses, in plain words first: a picture, the ten to begin with, the rest. The entries are the tooltips. */
import { useEffect, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { GlossaryEntry } from '../../../lab/stages/glossaryEntry.ts';
import { coreWords, otherWords, searchGlossary } from '../../words/glossary.ts';
import './glossary.css';
import { PipelinePicture } from './PipelinePicture.tsx';

interface GlossaryProps {
  /** The entry the address asks for. */
  readonly term: string | null;
}

export function GlossaryView({ term }: GlossaryProps) {
  // Of this address: a link to an entry must show it, whatever was searched for before.
  const [search, setSearch] = useState({ term, text: '' });
  const text = search.term === term ? search.text : '';
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
      <PipelinePicture />
      <SearchField className="glossary-search" value={text} onChange={(typed) => setSearch({ term, text: typed })}>
        <Label>Search</Label>
        <Input placeholder="advantage, KL, why the reward falls …" />
      </SearchField>
      {text.trim() === '' ? <AllWords term={term} /> : <FoundWords text={text} />}
    </main>
  );
}

function AllWords({ term }: GlossaryProps) {
  return (
    <>
      <h2>Ten words to begin with</h2>
      <Entries entries={coreWords} term={term} />
      <h2>All others, from A to Z</h2>
      <Entries entries={otherWords} term={term} />
    </>
  );
}

function FoundWords({ text }: { readonly text: string }) {
  const found = searchGlossary(text);
  return (
    <>
      <h2>
        <span role="status">{found.length === 1 ? '1 entry' : `${found.length} entries`}</span>
      </h2>
      {found.length === 0 && <p>Nothing here says “{text.trim()}”. Try one word of it.</p>}
      <Entries entries={found} term={null} />
    </>
  );
}

function Entries({ entries, term }: GlossaryProps & { readonly entries: readonly GlossaryEntry[] }) {
  return (
    <dl className="glossary">
      {entries.map(({ id, label, plain, exact, healthy, source }) => (
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
  );
}
