/** Which prompts presenter mode shows: the first ones, until the presenter chooses others. */
import { Button, Checkbox, CheckboxGroup, DialogTrigger, Label } from 'react-aria-components';
import type { AskedPrompt } from '../../store/state.ts';
import { choosePrompts } from '../../store/present/presentActions.ts';
import { MOST_PROMPTS } from '../../store/present/presentState.ts';
import { Icon } from '../controls/Icon.tsx';
import { PopoverDialog } from '../controls/PopoverDialog.tsx';

interface PromptChooserProps {
  readonly prompts: readonly AskedPrompt[];
  /** Ids. */
  readonly shown: readonly string[];
}

export function PromptChooser({ prompts, shown }: PromptChooserProps) {
  return (
    <DialogTrigger>
      <Button className="button button-quiet" aria-label="Prompts: choose which are shown">
        Prompts <Icon name="down" />
      </Button>
      <PopoverDialog title="Prompts" placement="bottom start">
        <CheckboxGroup className="checks" value={[...shown]} onChange={choosePrompts}>
          <Label>Shown, at most {MOST_PROMPTS}</Label>
          {prompts.map(({ id, question }) => (
            <Checkbox
              key={id}
              className="check"
              value={id}
              isDisabled={shown.includes(id) ? shown.length === 1 : shown.length >= MOST_PROMPTS}
            >
              <span className="check-box" aria-hidden="true" />
              {question}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </PopoverDialog>
    </DialogTrigger>
  );
}
