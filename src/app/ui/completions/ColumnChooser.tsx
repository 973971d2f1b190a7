/** Which policies stand side by side, where there are more than the lab shows of itself. */
import { Button, Checkbox, CheckboxGroup, DialogTrigger, Label } from 'react-aria-components';
import { useMemo } from 'react';
import { policiesOf } from '../../../lab/pipeline.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { chooseColumns } from '../../store/uiActions.ts';
import { Icon } from '../controls/Icon.tsx';
import { PopoverDialog } from '../controls/PopoverDialog.tsx';
import { MOST_COLUMNS } from './shownColumns.ts';
import { useShownColumns } from './useShownColumns.ts';

export function ColumnChooser() {
  const document = useLab(({ experiment }) => experiment.document);
  const policies = useMemo(() => policiesOf(document), [document]);
  const shown = useShownColumns();
  if (policies.length <= 3) return null;
  return (
    <DialogTrigger>
      <Button className="button button-quiet column-chooser" aria-label="Choose the columns">
        Columns <Icon name="down" />
      </Button>
      <PopoverDialog title="Columns" placement="bottom start">
        <CheckboxGroup className="checks" value={[...shown]} onChange={chooseColumns}>
          <Label>Side by side, at most {MOST_COLUMNS}</Label>
          {policies.map((id) => (
            <ColumnBox
              key={id}
              id={id}
              isLocked={shown.includes(id) ? shown.length === 1 : shown.length >= MOST_COLUMNS}
            />
          ))}
        </CheckboxGroup>
        <Button className="button" onPress={() => chooseColumns(null)}>
          As the lab chooses
        </Button>
      </PopoverDialog>
    </DialogTrigger>
  );
}

function ColumnBox({ id, isLocked }: { readonly id: string; readonly isLocked: boolean }) {
  const title = useLab((state) => stageTitle(state, id));
  return (
    <Checkbox className="check" value={id} isDisabled={isLocked}>
      <span className="check-box" aria-hidden="true" />
      {title}
    </Checkbox>
  );
}
