/** Asks once more, in place, before a deed that can't be undone or takes long. The way out has the focus. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './question.css';

export interface QuestionProps {
  readonly question: ReactNode;
  /** What a screen reader calls it, where the question isn't a plain text. */
  readonly name?: string;
  /** What the button says that does it. */
  readonly deed: string;
  /** What the button says that does not. */
  readonly stay: string;
  /** Whoever asks puts the focus back: these buttons are gone. */
  readonly onAnswer: (isWanted: boolean) => void;
}

export function Question({ question, name, deed, stay, onAnswer }: QuestionProps) {
  return (
    <div className="question" role="group" aria-label={name ?? (typeof question === 'string' ? question : deed)}>
      <p>{question}</p>
      <Button className="button" onPress={() => onAnswer(true)}>
        {deed}
      </Button>
      <Button className="button" autoFocus onPress={() => onAnswer(false)}>
        {stay}
      </Button>
    </div>
  );
}
