/** A button whose deed can't be undone asks once more, in place. */
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import './confirmButton.css';

interface ConfirmButtonProps {
  readonly label: ReactNode;
  readonly question: string;
  /** What the button says that does it. */
  readonly deed?: string;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
}

export function ConfirmButton({ label, question, deed = 'Remove', isDisabled = false, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button className="button button-quiet" isDisabled={isDisabled} onPress={() => setIsAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <span className="confirm" role="group" aria-label={question}>
      {question}
      <Button
        className="button"
        onPress={() => {
          setIsAsking(false);
          onConfirm();
        }}
      >
        {deed}
      </Button>
      <Button className="button" autoFocus onPress={() => setIsAsking(false)}>
        Keep
      </Button>
    </span>
  );
}
