/** Write a better reply from one of the two: it is recorded as preferred to the one it was made from. */
import { type KeyboardEvent, useState } from 'react';
import { Button, TextArea, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { CandidatePair } from '../../../world/spec/types.ts';
import { recordEdit } from '../../store/label/labelActions.ts';

interface EditBoxProps {
  readonly pair: CandidatePair;
  readonly onClose: () => void;
}

export function EditBox({ pair, onClose }: EditBoxProps) {
  const [which, setWhich] = useState<'a' | 'b'>('a');
  const [text, setText] = useState(pair.a.text.trim());
  const [problem, setProblem] = useState<string | null>(null);

  function choose(key: 'a' | 'b'): void {
    setWhich(key);
    setText(pair[key].text.trim());
    setProblem(null);
  }

  function save(): void {
    const found = recordEdit(which, text);
    setProblem(found);
    if (found === null) onClose();
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  }

  return (
    <section className="edit-box" aria-label="Edit into a better reply">
      <ToggleButtonGroup
        className="segments"
        aria-label="Start from"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[which]}
        onSelectionChange={(keys) => [...keys].forEach((key) => choose(key === 'b' ? 'b' : 'a'))}
      >
        <ToggleButton id="a">From A</ToggleButton>
        <ToggleButton id="b">From B</ToggleButton>
      </ToggleButtonGroup>
      <TextField aria-label="Better reply" value={text} onChange={setText} onKeyDown={press} maxLength={1000} autoFocus>
        <TextArea className="edit-text" rows={3} />
      </TextField>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className="button-row">
        <Button className="button button-primary" onPress={save}>
          Record as better
        </Button>
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <span className="muted key-hint">Ctrl + Enter · Esc</span>
      </div>
    </section>
  );
}
