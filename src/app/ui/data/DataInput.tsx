/** Drop, choose or paste. */
import { useState } from 'react';
import {
  Button,
  DropZone,
  FileTrigger,
  TextArea,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { ownDataLimits } from '../../../lab/document/ownDataLimits.ts';
import { readFile, setDataKind } from '../../store/experiment/dataActions.ts';
import { useLab } from '../../store/store.ts';
import { kinds } from './kinds.ts';

const FIND_OUT = 'find-out';

export function DataInput() {
  const kind = useLab((state) => state.ownData.kind);
  const [text, setText] = useState('');

  function read(files: readonly File[]): void {
    const [file] = files;
    if (file) void readFile(file, file.name);
  }

  return (
    <div className="data-input">
      <h1>Bring your own data</h1>
      <p className="muted">
        JSON Lines, CSV or plain text, in TRL’s forms; at most {ownDataLimits.rows.toLocaleString('en')} rows of each
        kind and {ownDataLimits.characters.toLocaleString('en')} characters a text. Nothing leaves this machine, and
        nothing is used before you say so. Own data lasts until the tab is closed.
      </p>
      <ToggleButtonGroup
        className="segments"
        aria-label="What is it?"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind ?? FIND_OUT]}
        onSelectionChange={(keys) =>
          [...keys].forEach((key) => setDataKind(kinds.find((each) => each.kind === key)?.kind ?? null))
        }
      >
        <ToggleButton id={FIND_OUT}>Find out</ToggleButton>
        {kinds.map((each) => (
          <ToggleButton key={each.kind} id={each.kind}>
            {each.title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <DropZone
        className="drop-zone"
        aria-label="Drop a file"
        onDrop={({ items }) => {
          const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
          void Promise.all(files).then(read);
        }}
      >
        <p>Drop a file here, or</p>
        <FileTrigger onSelect={(files) => read([...(files ?? [])])}>
          <Button className="button button-primary">Choose a file</Button>
        </FileTrigger>
      </DropZone>
      <TextField aria-label="Or paste rows here" value={text} onChange={setText}>
        <TextArea className="edit-text paste" rows={3} placeholder="Or paste rows here" spellCheck={false} />
      </TextField>
      <Button
        className="button"
        isDisabled={text.trim() === ''}
        onPress={() => void readFile(new Blob([text]), 'The pasted text')}
      >
        Read the pasted rows
      </Button>
    </div>
  );
}
