/** What can be taken away as files, and a run document brought back. */
import { useRef } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { BASE } from '../../../lab/pipeline.ts';
import { type ExportKind, exportAs } from '../../store/export/exportActions.ts';
import { openDroppedFile } from '../../store/experiment/droppedFile.ts';
import { stageIds, stageRun } from '../../store/run/stageRuns.ts';
import type { LabState } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from '../controls/Icon.tsx';
import './export.css';

const FILES: readonly { readonly id: ExportKind; readonly title: string; readonly what: string }[] = [
  { id: 'html', title: 'Report', what: 'HTML, one file: settings, charts, evaluations, completions' },
  { id: 'csv', title: 'Curves', what: 'CSV, one row a step, one column a metric' },
  { id: 'png', title: 'Charts as PNG', what: 'a ZIP, twice the size, on white' },
  { id: 'svg', title: 'Charts as SVG', what: 'a ZIP, sharp at any size' },
  { id: 'jsonl', title: 'Completions', what: 'JSON Lines, every kept step' },
  { id: 'json', title: 'Run document', what: 'JSON: experiment, curves, completions; can be opened here' },
];

/** Every file but the completions needs a curve. */
const hasCurves = (state: LabState): boolean =>
  stageIds(state).some((id) => Object.keys(stageRun(state, id)?.series ?? {}).length > 0);
const hasCompletions = (state: LabState): boolean => (state.export.history[BASE]?.length ?? 0) > 0;

export function ExportMenu() {
  const isBusy = useLab((state) => state.export.busy !== null);
  const canCurves = useLab(hasCurves);
  const canTexts = useLab(hasCompletions);
  const input = useRef<HTMLInputElement>(null);
  const missing = FILES.map(({ id }) => id).filter((id) => (id === 'jsonl' ? !canTexts : !canCurves));

  function act(key: string | number): void {
    const file = FILES.find(({ id }) => id === key);
    if (file) void exportAs(file.id, () => import('./drawCharts.tsx'));
    else if (key === 'backup')
      void import('../../store/export/backupActions.ts').then((actions) => actions.saveBackup());
    else input.current?.click();
  }

  return (
    <>
      <MenuTrigger>
        <Button className="button button-quiet" isDisabled={isBusy}>
          {isBusy ? 'Writing …' : 'Export'}
          <Icon name="down" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label="Export" onAction={act} disabledKeys={missing}>
            <MenuSection>
              <Header>{canCurves ? 'Save as a file' : 'Save as a file, once a stage has trained'}</Header>
              {FILES.map(({ id, title, what }) => (
                <MenuItem key={id} id={id} className="menu-item" textValue={title}>
                  <span className="menu-title">{title}</span>
                  <span className="menu-more">{what}</span>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator />
            <MenuItem id="backup" className="menu-item" textValue="Whole lab">
              <span className="menu-title">Whole lab</span>
              <span className="menu-more">
                a ZIP of all that is stored here; dropped on a page, it adds what is missing
              </span>
            </MenuItem>
            <MenuItem id="open" className="menu-item" textValue="Open a file">
              <span className="menu-title">Open a file …</span>
              <span className="menu-more">a run document or a whole lab; or drop it on the page</span>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={input}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        aria-label="Run document or whole lab"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void openDroppedFile(file);
        }}
      />
    </>
  );
}
