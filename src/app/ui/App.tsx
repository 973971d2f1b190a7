/** The page: header, and the view the address asks for. The lab goes on while another view is read. */
import { lazy, Suspense } from 'react';
import { openDroppedFile } from '../store/experiment/droppedFile.ts';
import { useLab } from '../store/store.ts';
import { AboutView } from './AboutView.tsx';
import { useDroppedFile } from './export/useDroppedFile.ts';
import { GlossaryView } from './glossary/GlossaryView.tsx';
import { Guard } from './Guard.tsx';
import { Header } from './Header.tsx';
import { SkipLinks } from './keys/SkipLinks.tsx';
import { LabView } from './LabView.tsx';
import { loadLineage } from './lineage/loadLineage.ts';
import { Notices } from './Notices.tsx';
import { LinkBar } from './share/LinkBar.tsx';
import { UpdateNotice } from './present/UpdateNotice.tsx';

// Fetched when they are first asked for: the first visit shows completions sooner without them.
const LabelView = lazy(async () => ({ default: (await import('./label/LabelView.tsx')).LabelView }));
const SpecView = lazy(async () => ({ default: (await import('./spec/SpecView.tsx')).SpecView }));
const LineageView = lazy(async () => ({ default: (await loadLineage()).LineageView }));
const PresentView = lazy(async () => ({ default: (await import('./present/PresentView.tsx')).PresentView }));
const RecordedView = lazy(async () => ({ default: (await import('./export/RecordedView.tsx')).RecordedView }));
const DataView = lazy(async () => ({ default: (await import('./data/DataView.tsx')).DataView }));

export function App() {
  const route = useLab((state) => state.ui.route);
  useDroppedFile(openDroppedFile);
  return (
    <div className="page" data-view={route.view}>
      <SkipLinks />
      <Header />
      <Notices />
      <UpdateNotice />
      <LinkBar />
      <Guard key={route.view}>
        {route.view === 'lab' && <LabView />}
        <Suspense fallback={<p className="muted">Opening …</p>}>
          {route.view === 'present' && <PresentView />}
          {route.view === 'recorded' && <RecordedView />}
          {route.view === 'label' && <LabelView />}
          {route.view === 'spec' && <SpecView />}
          {route.view === 'data' && <DataView />}
          {route.view === 'lineage' && <LineageView />}
        </Suspense>
        {route.view === 'about' && <AboutView />}
        {route.view === 'glossary' && <GlossaryView term={route.term} />}
      </Guard>
    </div>
  );
}
