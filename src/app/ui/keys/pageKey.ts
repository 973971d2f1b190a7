/** Which keys are meant for the page: none with a modifier, none that a text box, a list or a dialog needs, none when switched off. */
import { ofThisBrowser } from '../../client/browserValues.ts';

const SWITCH_KEY = 'rlhf-lab/single-keys';

const OWN_KEYS =
  'input:not([type="range"]):not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable], [role="grid"], [role="menu"], [role="listbox"], [role="dialog"]';

/** Single keys get in the way of speech input: they can be switched off in this browser. */
export function areKeysOn(): boolean {
  return ofThisBrowser.getItem(SWITCH_KEY) !== 'off';
}

export function switchKeys(isOn: boolean): void {
  try {
    ofThisBrowser.setItem(SWITCH_KEY, isOn ? 'on' : 'off');
  } catch {
    // No room left: it is forgotten; that is all.
  }
}

export function isPageKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.defaultPrevented) {
    return false;
  }
  return areKeysOn() && !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}
