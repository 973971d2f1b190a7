/** Which keys are meant for the page: none with a modifier, none that a text box, a list or a dialog needs, none when switched off. */
const SWITCH_KEY = 'rlhf-lab/single-keys';

const OWN_KEYS =
  'input:not([type="range"]):not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable], [role="grid"], [role="menu"], [role="listbox"], [role="dialog"]';

/** Single keys get in the way of speech input: they can be switched off in this browser. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(SWITCH_KEY) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(isOn: boolean): void {
  try {
    localStorage.setItem(SWITCH_KEY, isOn ? 'on' : 'off');
  } catch {
    // A browser that stores nothing forgets it.
  }
}

export function isPageKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.defaultPrevented) {
    return false;
  }
  return areKeysOn() && !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}
