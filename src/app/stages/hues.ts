/** One hue a model, the same everywhere (7-screens.md). A further stage of a kind is a shade away from the one before it. */
import type { Experiment } from '../../lab/document/experiment.ts';
import { BASE, findStage } from '../../lab/pipeline.ts';
import { useLab } from '../store/store.ts';
import { type CardId, COMPARE } from '../store/state.ts';
import { faces } from './faces.ts';

const BASE_HUE = 'var(--base)';

/** Shares of the text's colour mixed into the hue of the second, third, … of a kind. */
const SHADES = [0, 38, 62, 20, 50];

export function hueOf({ stages }: Pick<Experiment, 'stages'>, id: CardId): string {
  if (id === BASE) return BASE_HUE;
  const stage = id === COMPARE ? undefined : findStage({ stages }, id);
  if (!stage) return 'var(--text)';
  const { hue } = faces[stage.kind];
  const place = stages.filter(({ kind }) => kind === stage.kind).findIndex((one) => one.id === id);
  const shade = SHADES[place % SHADES.length]!;
  return shade === 0 ? hue : `color-mix(in oklab, ${hue}, var(--text) ${shade}%)`;
}

export function useHue(id: CardId): string {
  return useLab(({ experiment }) => hueOf(experiment.document, id));
}
