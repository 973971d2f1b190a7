/** The cards of the strip: the base model, the experiment's own stages in order, the comparison. Pure. */
import { BASE, roundOf } from '../../lab/pipeline.ts';
import { type CardId, COMPARE, type LabState } from './state.ts';
import { stageIds, stageTitle } from './run/stageRuns.ts';

/** As many cards stand side by side on a laptop; what is longer folds by round, or scrolls. */
const MOST_CARDS = 5;

export function cardIds(state: LabState): readonly CardId[] {
  return [BASE, ...stageIds(state), COMPARE];
}

/** The chosen card; the base model's once its stage was taken out of the experiment. */
export function shownCard(state: LabState): CardId {
  const { stage } = state.ui;
  return cardIds(state).includes(stage) ? stage : BASE;
}

export function cardTitle(state: LabState, id: CardId): string {
  if (id === BASE) return 'Base model';
  return id === COMPARE ? 'Compare' : stageTitle(state, id);
}

/** What comes after a card, the comparison after the last stage. */
export function nextCard(state: LabState, id: CardId): CardId {
  const ids = cardIds(state);
  return ids[ids.indexOf(id) + 1] ?? COMPARE;
}

/** Stages that stand beside each other, and whether they are folded into one card. */
export interface CardGroup {
  /** 1, 2, …: how often the pipeline has come round. */
  readonly round: number;
  readonly ids: readonly CardId[];
  readonly isFolded: boolean;
}

/** The stages by round; more cards than fit leave only the chosen round open, else the last. */
export function cardGroups(state: LabState): readonly CardGroup[] {
  const { document } = state.experiment;
  const rounds: { readonly round: number; readonly ids: CardId[] }[] = [];
  for (const { id } of document.stages) {
    // What follows a round belongs to it, whatever it is made of.
    const round = Math.max(rounds.at(-1)?.round ?? 1, roundOf(document, id) + 1);
    if (rounds.at(-1)?.round === round) rounds.at(-1)!.ids.push(id);
    else rounds.push({ round, ids: [id] });
  }
  const isLong = document.stages.length + 2 > MOST_CARDS;
  const shown = shownCard(state);
  const open = rounds.find(({ ids }) => ids.includes(shown)) ?? rounds.at(-1);
  return rounds.map((group) => ({ ...group, isFolded: isLong && group !== open && group.ids.length > 1 }));
}
