/** The experiment's name, what it is made of, and the presets to begin from. Renaming changes no result. */
import { useState } from 'react';
import { Button, DialogTrigger, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { PRESETS } from '../../../lab/document/presets.ts';
import { choosePreset, matchingPreset, renameExperiment } from '../../store/experiment/experimentActions.ts';
import { openRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from './Icon.tsx';
import { PopoverDialog } from './PopoverDialog.tsx';

export function ExperimentMenu() {
  const name = useLab((state) => state.experiment.name);
  const document = useLab((state) => state.experiment.document);
  const preset = useLab((state) => matchingPreset(state.experiment.document));
  const isRunning = useLab((state) => openRun(state) !== null);
  return (
    <DialogTrigger>
      <Button className="button button-quiet experiment-name" aria-label={`Experiment: ${name}`}>
        {name}
        <Icon name="down" />
      </Button>
      <PopoverDialog title="Experiment" placement="bottom start">
        {(close) => (
          <>
            <NameField name={name} />
            <RadioGroup
              className="radios"
              value={preset}
              isDisabled={isRunning}
              onChange={(id) => {
                close();
                choosePreset(id);
              }}
            >
              <Label>{preset === null ? 'Your own settings; back to a preset:' : 'Preset'}</Label>
              {PRESETS.map(({ name: id, description }) => (
                <Radio key={id} value={id} className="radio">
                  <span>
                    <strong>{id}</strong> <span className="muted">{description}</span>
                  </span>
                </Radio>
              ))}
            </RadioGroup>
            {isRunning && <p className="muted">A run is open: presets can be chosen when it has ended.</p>}
            <dl className="facts">
              <dt>Model</dt>
              <dd className="number">{document.model}</dd>
              <dt>Seed</dt>
              <dd className="number">{document.seed}</dd>
              <dt>Display prompts</dt>
              <dd className="number">{document.displayPrompts.length}</dd>
            </dl>
          </>
        )}
      </PopoverDialog>
    </DialogTrigger>
  );
}

/** Shows what was typed: the name itself is cleaned, while one types it may end in a space or be empty. */
function NameField({ name }: { readonly name: string }) {
  const [typed, setTyped] = useState(name);
  return (
    <TextField
      value={typed}
      onChange={(text) => {
        setTyped(text);
        renameExperiment(text);
      }}
      className="field"
    >
      <Label>Name</Label>
      <Input />
    </TextField>
  );
}
