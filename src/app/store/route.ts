/** The view is in the fragment: `#present`, `#recorded`, `#label`, `#spec`, `#data`, `#lineage`, `#about`, `#glossary`, `#glossary/<term>`, else the lab. */
import type { Route } from './state.ts';
import { updateSlice } from './store.ts';

export function parseRoute(hash: string): Route {
  const [view, term] = hash.replace(/^#\/?/, '').split('/');
  if (view === 'present' || view === 'recorded') return { view };
  if (view === 'about' || view === 'label' || view === 'spec' || view === 'data' || view === 'lineage') return { view };
  if (view === 'glossary') return { view, term: term ? decode(term) : null };
  return { view: 'lab' };
}

/** What no browser wrote (`%`, `%E0%A4%A`) is taken as it stands: no term is called so. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function followAddress(): void {
  const follow = (): void => updateSlice('ui', () => ({ route: parseRoute(location.hash) }));
  window.addEventListener('hashchange', follow);
  follow();
}
