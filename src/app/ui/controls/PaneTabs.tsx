/** Tabs that fill a pane: their names in one row, what is chosen scrolls below. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import './paneTabs.css';

export interface PaneTab {
  readonly id: string;
  readonly title: ReactNode;
  /** Mounted while it is chosen. */
  readonly content: ReactNode;
}

interface PaneTabsProps {
  /** What is chosen between, for a screen reader. */
  readonly label: string;
  readonly tabs: readonly PaneTab[];
}

export function PaneTabs({ label, tabs }: PaneTabsProps) {
  return (
    <Tabs className="pane-tabs">
      <TabList className="pane-tab-list" aria-label={label}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pane-tab-panel">
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
