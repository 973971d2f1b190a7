/** The lineage's code is fetched when its view is asked for, or about to be: a pointer or the keyboard is on its link. */
export function loadLineage() {
  return import('./LineageView.tsx');
}
