/** The sheet behind "?": every key there is, and the switch that turns single keys off. */
import { useEffect, useState } from 'react';
import { Switch } from 'react-aria-components';
import { labStore } from '../../store/store.ts';
import { ModalDialog } from '../controls/ModalDialog.tsx';
import { areKeysOn, isPageKey, switchKeys } from './pageKey.ts';
import './keys.css';
import { shortcutOf, shortcuts } from './shortcuts.ts';

const AT_THE_BENCH = 'While labelling: ← A, → B, ↓ tie, ↑ both bad, N skip, U undo, E edit, K keep the AI’s label.';
const PRESENTING = 'In presenter mode: Space runs or pauses, → steps, 1–9 choose a card, Esc leaves.';

interface KeySheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function KeySheet({ isOpen, onOpenChange }: KeySheetProps) {
  useShortcuts(onOpenChange);
  return (
    <ModalDialog title="Keyboard" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="key-list">
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>This sheet, everywhere</dd>
        {shortcuts.map(({ cap, what, where }) => (
          <div key={cap}>
            <dt>
              <kbd>{cap}</kbd>
            </dt>
            <dd>
              {what}, {where}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{AT_THE_BENCH}</p>
      <p className="muted">{PRESENTING}</p>
      <KeySwitch />
    </ModalDialog>
  );
}

function KeySwitch() {
  const [isOn, setOn] = useState(areKeysOn);
  return (
    <span className="switch-line">
      Single keys
      <Switch
        className="switch"
        aria-label="Single keys"
        isSelected={isOn}
        onChange={(on) => {
          switchKeys(on);
          setOn(on);
        }}
      />
    </span>
  );
}

function useShortcuts(openSheet: (isOpen: boolean) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isPageKey(event)) return;
      const state = labStore.getState();
      const shortcut = shortcutOf(event.key, state.ui.route.view);
      if (event.key !== '?' && !shortcut) return;
      event.preventDefault();
      if (shortcut) shortcut.act(state, event.key);
      else openSheet(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [openSheet]);
}
