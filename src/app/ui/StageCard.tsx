/** One stage in the strip. A stage that isn't built yet says what it will do and can't be chosen. */
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { StageId } from '../store/state.ts';
import { selectStage } from '../store/uiActions.ts';
import { stageHues } from './stageHues.ts';

interface StageCardProps {
  readonly number: number;
  readonly stage: StageId;
  readonly title: string;
  readonly detail: string;
  readonly selected: StageId;
  /** How much of it is done, 0…1. */
  readonly share?: number;
  readonly isDisabled?: boolean;
  readonly isPulsing?: boolean;
}

export const StageCard = memo(function StageCard(props: StageCardProps) {
  const { number, stage, title, detail, selected, share = 0, isDisabled = false, isPulsing = false } = props;
  return (
    <Button
      className="stage"
      style={{ '--hue': stageHues[stage], '--filled': `${share * 100}%` }}
      isDisabled={isDisabled}
      aria-current={selected === stage ? 'step' : undefined}
      data-pulsing={isPulsing || undefined}
      onPress={() => selectStage(stage)}
    >
      <span className="stage-title">
        <span className="stage-number number">{number}</span>
        {title}
      </span>
      <span className="stage-detail">{detail}</span>
    </Button>
  );
});
