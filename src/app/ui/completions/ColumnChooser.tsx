/** Which policies stand side by side, where there are more than the lab shows of itself. */
import { Button } from 'react-aria-components';
import { policiesOf } from '../../../lab/pipeline.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { chooseColumns } from '../../store/uiActions.ts';
import { ChooseFew } from '../controls/ChooseFew.tsx';
import { MOST_COLUMNS } from './shownColumns.ts';
import { useShownColumns } from './useShownColumns.ts';

export function ColumnChooser() {
  const experiment = useLab((state) => state.experiment);
  const shown = useShownColumns();
  const all = policiesOf(experiment.document).map((id) => ({ id, title: stageTitle({ experiment }, id) }));
  if (all.length <= 3) return null;
  return (
    <ChooseFew
      title="Columns"
      name="Choose the columns"
      label="Side by side"
      all={all}
      shown={shown}
      most={MOST_COLUMNS}
      onChange={chooseColumns}
    >
      <Button className="button" onPress={() => chooseColumns(null)}>
        As the lab chooses
      </Button>
    </ChooseFew>
  );
}
