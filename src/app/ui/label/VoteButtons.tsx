/** Every deed at the bench as a real button with its key on it. On a phone they lie under the thumb. */
import type { RefObject } from 'react';
import { Button } from 'react-aria-components';
import type { BenchMode } from '../../store/label/labelState.ts';
import { useLab } from '../../store/store.ts';
import { type BenchKey, perform } from './benchKeys.ts';

interface Deed {
  readonly key: BenchKey;
  readonly cap: string;
  readonly label: string;
}

const votes: readonly Deed[] = [
  { key: 'a', cap: '←', label: 'A is better' },
  { key: 'b', cap: '→', label: 'B is better' },
];
const others: readonly Deed[] = [
  { key: 'tie', cap: '↓', label: 'Tie' },
  { key: 'bothBad', cap: '↑', label: 'Both bad' },
  { key: 'skip', cap: 'N', label: 'Skip' },
  { key: 'undo', cap: 'U', label: 'Undo' },
];
const edit: Deed = { key: 'edit', cap: 'E', label: 'Edit' };
const keep: Deed = { key: 'keep', cap: 'K', label: 'Keep the AI’s label' };

interface VoteButtonsProps {
  readonly mode: BenchMode;
  /** Left out where replies aren't edited. */
  readonly onEdit?: () => void;
  readonly editButton?: RefObject<HTMLButtonElement | null>;
}

export function VoteButtons({ mode, onEdit, editButton }: VoteButtonsProps) {
  const canUndo = useLab((state) => state.bench.deeds.length > 0);
  const button = ({ key, cap, label }: Deed, kind = '') => (
    <Button
      key={key}
      ref={key === 'edit' ? editButton : undefined}
      className={`button vote ${kind}`}
      isDisabled={key === 'undo' && !canUndo}
      onPress={() => perform(key, onEdit ?? null)}
    >
      <kbd aria-hidden="true">{cap}</kbd>
      {label}
    </Button>
  );
  return (
    <div className="votes" role="group" aria-label="Your judgement">
      <div className="votes-main">{votes.map((deed) => button(deed, 'vote-main'))}</div>
      <div className="votes-more">
        {mode === 'check' && button(keep)}
        {onEdit && button(edit)}
        {others.map((deed) => button(deed))}
      </div>
    </div>
  );
}
