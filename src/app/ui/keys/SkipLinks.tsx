/** The first stops of the Tab key, seen while they have the focus: over the header to what the page is for. */
import { useState } from 'react';
import { useLab } from '../../store/store.ts';
import { KeySheet } from './KeySheet.tsx';

export function SkipLinks() {
  const view = useLab((state) => state.ui.route.view);
  const [isSheetOpen, setSheetOpen] = useState(false);
  return (
    <>
      <nav className="skip-links" aria-label="Skip">
        {view === 'lab' && (
          <button type="button" className="button" onClick={() => focusOn('.run-buttons button, main')}>
            Skip to Start
          </button>
        )}
        <button type="button" className="button" onClick={() => focusOn('main')}>
          Skip to the content
        </button>
        <button type="button" className="button" onClick={() => setSheetOpen(true)}>
          Keyboard shortcuts (?)
        </button>
      </nav>
      <KeySheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} />
    </>
  );
}

/** The first of them that can take the focus. */
function focusOn(selector: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  const target = found.find((element) => element.matches('button:not([disabled])')) ?? document.querySelector('main');
  if (target?.matches('main')) target.tabIndex = -1;
  target?.focus();
}
