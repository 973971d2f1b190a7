/** A button that opens a list of which a few, and at least one, are shown. */
import type { ReactNode } from 'react';
import { Button, Checkbox, CheckboxGroup, DialogTrigger, Label } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { PopoverDialog } from './PopoverDialog.tsx';

interface ChooseFewProps {
  readonly title: string;
  /** What a screen reader calls the button. */
  readonly name: string;
  readonly label: string;
  readonly all: readonly { readonly id: string; readonly title: string }[];
  /** Ids. */
  readonly shown: readonly string[];
  /** That many at most. */
  readonly most: number;
  readonly onChange: (ids: readonly string[]) => void;
  /** Below the list. */
  readonly children?: ReactNode;
}

export function ChooseFew({ title, name, label, all, shown, most, onChange, children }: ChooseFewProps) {
  return (
    <DialogTrigger>
      <Button className="button button-quiet" aria-label={name}>
        {title} <Icon name="down" />
      </Button>
      <PopoverDialog title={title} placement="bottom start">
        <CheckboxGroup className="checks" value={[...shown]} onChange={onChange}>
          <Label>
            {label}, at most {most}
          </Label>
          {all.map(({ id, title: text }) => (
            <Checkbox
              key={id}
              className="check"
              value={id}
              isDisabled={shown.includes(id) ? shown.length === 1 : shown.length >= most}
            >
              <span className="check-box" aria-hidden="true" />
              {text}
            </Checkbox>
          ))}
        </CheckboxGroup>
        {children}
      </PopoverDialog>
    </DialogTrigger>
  );
}
