/** The page: header, and the view the address asks for. The lab goes on while another view is read. */
import { useLab } from '../store/store.ts';
import { AboutView } from './AboutView.tsx';
import { GlossaryView } from './GlossaryView.tsx';
import { Guard } from './Guard.tsx';
import { Header } from './Header.tsx';
import { LabView } from './LabView.tsx';
import { DataView } from './data/DataView.tsx';
import { LabelView } from './label/LabelView.tsx';
import { SpecView } from './spec/SpecView.tsx';
import { Notices } from './Notices.tsx';

export function App() {
  const route = useLab((state) => state.ui.route);
  return (
    <div className="page" data-view={route.view}>
      <Header />
      <Notices />
      <Guard key={route.view}>
        {route.view === 'lab' && <LabView />}
        {route.view === 'label' && <LabelView />}
        {route.view === 'spec' && <SpecView />}
        {route.view === 'data' && <DataView />}
        {route.view === 'about' && <AboutView />}
        {route.view === 'glossary' && <GlossaryView term={route.term} />}
      </Guard>
    </div>
  );
}
