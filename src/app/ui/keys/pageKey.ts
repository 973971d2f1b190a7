/** Which keys are meant for the page: none with a modifier, none that a text box, a list or a dialog needs, none when switched off. */
import { ofThisBrowser } from '../../client/browserValues.ts';

const SWITCH_KEY = 'rlhf-lab/single-keys';

/** What takes every key itself. */
const TAKES_ALL =
  'textarea, select, [contenteditable], [role="grid"], [role="menu"], [role="listbox"], [role="dialog"]';
const TAKES_TEXT = `${TAKES_ALL}, input:not([type="range"]):not([type="radio"]):not([type="checkbox"])`;
/** Sliders and radio buttons need the arrows. */
const TAKES_ARROWS = `${TAKES_ALL}, input, [role="radiogroup"], [role="slider"], [role="region"][tabindex]`;

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

/** @param canRepeat held down it comes again and again */
export function isPageKey(event: KeyboardEvent, canRepeat = false): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (event.repeat && !canRepeat) return false;
  const taken = event.key.startsWith('Arrow') ? TAKES_ARROWS : TAKES_TEXT;
  return areKeysOn() && !(event.target instanceof Element && event.target.closest(taken));
}
