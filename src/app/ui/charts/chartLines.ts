/** Lines that several stages draw alike. */
import type { ChartLine } from './chartLine.ts';

export function smoothed(key: string, hue: string): readonly ChartLine[] {
  return [{ key, name: '', hue, isSmoothed: true }];
}

/** @param name of what is measured on every batch · @param heldOutHue, heldOutKey of the same on what isn't trained on */
export function withHeldOut(
  key: string,
  name: string,
  hue: string,
  heldOutHue: string,
  heldOutKey = `eval/${key}`,
): readonly ChartLine[] {
  return [
    { key, name, hue, isSmoothed: true },
    { key: heldOutKey, name: 'held-out', hue: heldOutHue, hasDots: true },
  ];
}
