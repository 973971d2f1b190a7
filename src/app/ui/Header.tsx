/** The line above everything: whose page, which experiment, which device, which seed, light or dark. */
import { useSyncExternalStore } from 'react';
import { Button, Link } from 'react-aria-components';
import { setTheme, shownTheme } from '../store/uiActions.ts';
import { useLab } from '../store/store.ts';
import { DeviceBadge } from './controls/DeviceBadge.tsx';
import { ExportMenu } from './export/ExportMenu.tsx';
import { ExperimentMenu } from './controls/ExperimentMenu.tsx';
import { Icon } from './controls/Icon.tsx';
import { loadLineage } from './lineage/loadLineage.ts';
import { ShareButton } from './share/ShareButton.tsx';
import { SeedControl } from './controls/SeedControl.tsx';

const VIEWS = {
  lab: 'Lab',
  present: 'Present',
  label: 'Label',
  spec: 'Spec',
  data: 'Data',
  lineage: 'Lineage',
  glossary: 'Glossary',
  about: 'About',
} as const;

/** A pointer or the keyboard is on its way there. A failure is told when the view is opened. */
const preload = (): void => void loadLineage().catch(() => undefined);

export function Header() {
  const view = useLab((state) => state.ui.route.view);
  return (
    <header className="header">
      <Link className="brand" href="#">
        RLHF Lab
      </Link>
      <ExperimentMenu />
      <nav className="header-nav" aria-label="Views">
        {Object.entries(VIEWS).map(([id, title]) => (
          <Link
            key={id}
            href={`#${id}`}
            aria-current={view === id ? 'page' : undefined}
            {...(id === 'lineage' && { onHoverStart: preload, onFocus: preload })}
          >
            {title}
          </Link>
        ))}
      </nav>
      <ExportMenu />
      <DeviceBadge />
      <SeedControl />
      <ShareButton />
      <ThemeToggle />
    </header>
  );
}

function ThemeToggle() {
  useLab((state) => state.ui.theme);
  const theme = useSyncExternalStore(onSystemTheme, shownTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Button className="button button-bare" aria-label={`Switch to ${other} colours`} onPress={() => setTheme(other)}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </Button>
  );
}

function onSystemTheme(change: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', change);
  return () => query.removeEventListener('change', change);
}
