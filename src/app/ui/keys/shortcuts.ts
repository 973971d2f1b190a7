/** The page's single keys: one table, read by the handler and by the sheet behind "?". */
import { cardIds, shownCard } from '../../store/cards.ts';
import { stageIds, stageRun, whatIsMissing } from '../../store/run/stageRuns.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import type { LabState } from '../../store/state.ts';
import { selectStage } from '../../store/uiActions.ts';

export interface Shortcut {
  /** As the sheet shows it. */
  readonly cap: string;
  readonly what: string;
  readonly where: 'in the lab' | 'everywhere';
  readonly keys: readonly string[];
  readonly act: (state: LabState, key: string) => void;
}

const go = (hash: string) => (): void => void (location.hash = hash);

export const shortcuts: readonly Shortcut[] = [
  { cap: 'S', what: 'Start, pause or resume', where: 'in the lab', keys: ['s'], act: startOrPause },
  { cap: '.', what: 'One step', where: 'in the lab', keys: ['.'], act: step },
  {
    cap: '1–9',
    what: 'A card of the strip',
    where: 'in the lab',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    act: (state, key) => {
      const card = cardIds(state)[Number(key) - 1];
      if (card !== undefined) selectStage(card);
    },
  },
  {
    cap: '/',
    what: 'Ask the models something',
    where: 'in the lab',
    keys: ['/'],
    act: () => document.querySelector<HTMLElement>('.ask-input')?.focus(),
  },
  { cap: 'B', what: 'Back to the lab', where: 'everywhere', keys: ['b'], act: go('#lab') },
  { cap: 'L', what: 'Label', where: 'everywhere', keys: ['l'], act: go('#label') },
  { cap: 'P', what: 'Present', where: 'everywhere', keys: ['p'], act: go('#present') },
  { cap: 'G', what: 'Glossary', where: 'everywhere', keys: ['g'], act: go('#glossary') },
];

/** @returns what a key does in the view on screen, or null */
export function shortcutOf(key: string, view: LabState['ui']['route']['view']): Shortcut | null {
  const pressed = key.toLowerCase();
  return (
    shortcuts.find(({ keys, where }) => keys.includes(pressed) && (where === 'everywhere' || view === 'lab')) ?? null
  );
}

/** A run that has ended isn't trained again by a single key. */
function startOrPause(state: LabState): void {
  const id = stageIds(state).find((each) => each === shownCard(state));
  if (id === undefined) return;
  const phase = stageRun(state, id)?.phase;
  if (phase === 'running') void runActions.pause(id);
  else if (canGo(state, id)) void runActions.start(id);
}

function step(state: LabState): void {
  const id = stageIds(state).find((each) => each === shownCard(state));
  if (id !== undefined && canGo(state, id)) void runActions.step(id);
}

function canGo(state: LabState, id: string): boolean {
  const phase = stageRun(state, id)?.phase;
  const isAtRest = phase === undefined || phase === 'paused';
  return isAtRest && state.session.problem === null && whatIsMissing(state, id) === null;
}
