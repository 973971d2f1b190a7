/**
 * Presenter mode: a few charts, what they say, and the completions, readable from the last row, driven by the keyboard. Where this very
 * experiment has been trained before, Start replays that run and says so; "Train it live" is beside it.
 */
import { useEffect, useMemo } from 'react';
import { Button, Link } from 'react-aria-components';
import { BASE } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { useHue } from '../../stages/hues.ts';
import { cardIds, cardTitle, shownCard } from '../../store/cards.ts';
import { advancePlayback, dropPlayback, findRecordings } from '../../store/present/presentActions.ts';
import { type CardId, COMPARE } from '../../store/state.ts';
import { labStore, useLab } from '../../store/store.ts';
import { selectStage } from '../../store/uiActions.ts';
import { isPageKey } from '../keys/pageKey.ts';
import './present.css';
import { PresentCharts } from './PresentCharts.tsx';
import { PresentControls } from './PresentControls.tsx';
import { perform } from './presentDeeds.ts';
import { canRepeat, deedOf } from './presentKeys.ts';
import { PresentTexts } from './PresentTexts.tsx';
import { usePresented } from './usePresented.ts';

const FRAME_MS = 60;

export function PresentView() {
  const card = useLab(shownCard);
  const title = useLab((state) => cardTitle(state, card));
  const cards = useCards();
  const hue = useHue(card);
  usePlayer();
  useKeys();
  return (
    <main className="present" style={{ '--hue': hue }}>
      <div className="present-head">
        <h1 className="visually-hidden">{title}</h1>
        <nav className="present-stages" aria-label="Stages">
          {cards.map((id, index) => (
            <CardButton key={id} id={id} number={index + 1} isShown={id === card} />
          ))}
        </nav>
        <p className="present-keys">
          <kbd>Space</kbd> run or pause · <kbd>→</kbd> step · <kbd>1</kbd>–<kbd>{Math.min(9, cards.length)}</kbd> stages
          · <kbd>Esc</kbd> <Link href="#lab">leave</Link>
        </p>
      </div>
      {card !== BASE && card !== COMPARE && <PresentStage key={card} id={card} />}
      <PresentTexts card={card} />
    </main>
  );
}

function useCards(): readonly CardId[] {
  const document = useLab((state) => state.experiment.document);
  return useMemo(() => [BASE, ...document.stages.map(({ id }) => id), COMPARE], [document]);
}

interface CardButtonProps {
  readonly id: CardId;
  readonly number: number;
  readonly isShown: boolean;
}

function CardButton({ id, number, isShown }: CardButtonProps) {
  const title = useLab((state) => cardTitle(state, id));
  return (
    <Button className="button" aria-current={isShown ? 'step' : undefined} onPress={() => selectStage(id)}>
      <span className="number">{number}</span> {title}
    </Button>
  );
}

function PresentStage({ id }: { readonly id: StageId }) {
  const shown = usePresented(id);
  return (
    <>
      <PresentControls id={id} shown={shown} />
      {shown.reading !== '' && <p className="present-reading">{shown.reading}</p>}
      <PresentCharts id={id} shown={shown} />
    </>
  );
}

/** Looks for recordings whenever the experiment changes, and moves the one that plays. */
function usePlayer(): void {
  const document = useLab((state) => state.experiment.document);
  const imported = useLab((state) => state.export.imported);
  const isPlaying = useLab((state) => state.present.playback?.isPlaying ?? false);
  useEffect(() => {
    dropPlayback();
    void findRecordings();
  }, [document, imported]);
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      advancePlayback(now - last);
      last = now;
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const deed = isPageKey(event, canRepeat(event.key)) && deedOf(event.key, cardIds(labStore.getState()));
      if (!deed) return;
      // A focused button would take the space for itself.
      event.preventDefault();
      event.stopPropagation();
      perform(deed);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
