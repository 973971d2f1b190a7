/** One card of the strip; its lower edge fills as the stage trains. */
import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useHue } from '../stages/hues.ts';
import type { CardId } from '../store/state.ts';
import { selectStage } from '../store/uiActions.ts';

interface StageCardProps {
  readonly id: CardId;
  /** Its place, or places, in the strip. */
  readonly number: string;
  readonly title: string;
  readonly detail: string;
  readonly isSelected: boolean;
  /** How much of it is done, 0…1. */
  readonly share: number;
  readonly isPulsing: boolean;
}

export const StageCard = memo(function StageCard(props: StageCardProps) {
  const { id, number, title, detail, isSelected, share, isPulsing } = props;
  const hue = useHue(id);
  const card = useRef<HTMLButtonElement>(null);
  const wasSelected = useRef(isSelected);
  useEffect(() => {
    if (isSelected && card.current) bringIntoView(card.current);
    // The pane that had the focus is gone with the card before.
    if (isSelected && !wasSelected.current && document.activeElement === document.body) {
      card.current?.focus({ preventScroll: true });
    }
    wasSelected.current = isSelected;
  }, [isSelected]);
  return (
    <Button
      ref={card}
      className="stage"
      style={{ '--hue': hue, '--filled': `${share * 100}%` }}
      aria-current={isSelected ? 'step' : undefined}
      data-pulsing={isPulsing || undefined}
      onPress={() => selectStage(id)}
    >
      <span className="stage-title">
        <span className="stage-number number">{number}</span>
        {title}
      </span>
      <span className="stage-detail">{detail}</span>
    </Button>
  );
});

/** Along the strip alone: scrollIntoView would move the page as well. */
function bringIntoView(card: HTMLElement): void {
  const strip = card.parentElement!;
  strip.scrollTo({ left: card.offsetLeft - (strip.clientWidth - card.offsetWidth) / 2 });
}
