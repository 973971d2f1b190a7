/** The menu at the end of the strip that puts another stage behind the experiment's own. */
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { specOf, type StageKind } from '../../lab/stages/kinds.ts';
import { faceList } from '../stages/faces.ts';
import { addStage } from '../store/experiment/experimentActions.ts';
import { selectStage } from '../store/uiActions.ts';
import { Icon } from './controls/Icon.tsx';

export function AddStage() {
  const add = (kind: StageKind): void => {
    const id = addStage(kind);
    if (id !== null) selectStage(id);
  };
  return (
    <MenuTrigger>
      <Button className="button add-stage" aria-label="Add a stage">
        <Icon name="plus" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="Add a stage" onAction={(key) => add(key as StageKind)}>
          <MenuSection>
            <Header>Add a stage after the last</Header>
            {faceList.map(([kind, { purpose }]) => (
              <MenuItem key={kind} id={kind} className="menu-item" textValue={specOf(kind).title}>
                <span className="menu-title">{specOf(kind).title}</span>
                <span className="menu-more">{purpose}</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
