/** A question of the visitor's own, asked of every column at once. */
import { useState } from 'react';
import { Button, Form, Input, TextField } from 'react-aria-components';
import { sampleActions } from '../../store/session/sessionActions.ts';
import { useLab } from '../../store/store.ts';
import { DecodingControl } from '../controls/DecodingControl.tsx';
import { Icon } from '../controls/Icon.tsx';

export function AskBox() {
  const [question, setQuestion] = useState('');
  const isReady = useLab((state) => state.session.model !== null);
  return (
    <Form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        void sampleActions.ask(question);
        setQuestion('');
      }}
    >
      <TextField aria-label="Ask all models something" value={question} onChange={setQuestion} maxLength={200}>
        <Input className="ask-input" placeholder="Ask all models something: What is the capital of Italy?" />
      </TextField>
      <Button type="submit" className="button" isDisabled={!isReady || question.trim() === ''}>
        <Icon name="send" /> Ask
      </Button>
      <DecodingControl />
    </Form>
  );
}
