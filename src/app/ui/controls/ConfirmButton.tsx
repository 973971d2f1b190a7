/** A button whose deed can't be undone asks once more, in its place. */
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { Question } from './Question.tsx';

interface ConfirmButtonProps {
  readonly label: ReactNode;
  readonly question: string;
  /** What the button says that does it. */
  readonly deed?: string;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
}

export function ConfirmButton({ label, question, deed = 'Remove', isDisabled = false, onConfirm }: ConfirmButtonProps) {
  const [asked, setAsked] = useState<'never' | 'now' | 'before'>('never');
  if (asked !== 'now') {
    return (
      <Button
        className="button button-quiet"
        autoFocus={asked === 'before'}
        isDisabled={isDisabled}
        onPress={() => setAsked('now')}
      >
        {label}
      </Button>
    );
  }
  return (
    <Question
      question={question}
      deed={deed}
      stay="Keep"
      onAnswer={(isWanted) => {
        setAsked('before');
        if (isWanted) onConfirm();
      }}
    />
  );
}
