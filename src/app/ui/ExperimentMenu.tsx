/** The experiment's name, and what it is made of. Renaming changes no result. */
import { Button, Dialog, DialogTrigger, Heading, Input, Label, Popover, TextField } from 'react-aria-components';
import { PRESETS } from '../../lab/presets.ts';
import { matchingPreset, renameExperiment } from '../store/experimentActions.ts';
import { useLab } from '../store/store.ts';
import { Icon } from './Icon.tsx';

export function ExperimentMenu() {
  const name = useLab((state) => state.experiment.name);
  const document = useLab((state) => state.experiment.document);
  const preset = PRESETS.find((candidate) => candidate.name === matchingPreset(document));
  return (
    <DialogTrigger>
      <Button className="button button-quiet experiment-name" aria-label={`Experiment: ${name}`}>
        {name}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="dialog">
          <Heading slot="title">Experiment</Heading>
          <TextField value={name} onChange={renameExperiment} className="field">
            <Label>Name</Label>
            <Input />
          </TextField>
          <dl className="facts">
            <dt>Model</dt>
            <dd className="number">{document.model}</dd>
            <dt>Settings</dt>
            <dd>{preset ? preset.description : 'Your own: a knob was moved away from the presets.'}</dd>
            <dt>Seed</dt>
            <dd className="number">{document.seed}</dd>
            <dt>Display prompts</dt>
            <dd className="number">{document.displayPrompts.length}</dd>
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
