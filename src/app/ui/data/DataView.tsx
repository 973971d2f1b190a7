/** Own data: a file comes in on the left, is shown with all its faults, and is used only when the visitor says so. */
import { useLab } from '../../store/store.ts';
import '../label/label.css';
import './data.css';
import { DataInput } from './DataInput.tsx';
import { DataInUse } from './DataInUse.tsx';
import { DataReading } from './DataReading.tsx';

export function DataView() {
  const phase = useLab((state) => state.ownData.phase);
  return (
    <main className="bench data">
      <section className="pane bench-table" aria-label="Bring your own data">
        <DataInput />
        {phase !== 'empty' && <DataReading />}
      </section>
      <aside className="pane bench-side" aria-label="In use">
        <div className="pane-scroll">
          <DataInUse />
        </div>
      </aside>
    </main>
  );
}
