/** The visitor's own labels in a run: where they begin, and curves of the pairs before them. Pure. */
import type { Curve } from '../../../lab/curve.ts';
import type { OwnLabelsDetail } from '../../../lab/stages/preferenceSets.ts';
import type { ShownRun } from '../face.ts';

/** What the run measures on the pairs it trains on, without the steps of own labels: they are other pairs. */
export function withoutOwnLabels({ series, details }: Pick<ShownRun, 'series' | 'details'>, key: string): Curve {
  const curve = series[key] ?? [];
  const { ownLabels } = details;
  return ownLabels ? curve.filter(({ step }) => step < ownLabels.from) : curve;
}

/** @returns '' while none was trained on */
export function describeOwnLabels(own: OwnLabelsDetail | undefined): string {
  if (!own) return '';
  const labels = own.labels === 1 ? 'label' : 'labels';
  return ` From step ${own.from} on it learns your ${own.labels} ${labels} alone: the train figures there are theirs.`;
}
