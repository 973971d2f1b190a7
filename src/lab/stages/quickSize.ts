/** A stage's size as one choice: the default, or the quick one of its kind. What else was set stays as it is. */
import { settingsOf, specOf, type Stage, type StageKind } from './kinds.ts';
import { stageDefaults } from './stageDefaults.ts';

export type RunSize = 'default' | 'quick';

/** @returns the settings that make a stage of this kind so large; none where the kind has one size */
export function sizeSettings(kind: StageKind, size: RunSize): Readonly<Record<string, unknown>> {
  const quick: Readonly<Record<string, unknown>> = specOf(kind).quick?.settings ?? {};
  if (size === 'quick') return quick;
  const defaults: Readonly<Record<string, unknown>> = { ...stageDefaults(kind) };
  return Object.fromEntries(Object.keys(quick).map((key) => [key, defaults[key]]));
}

/** @returns null where one of these settings was changed, and where the kind has one size */
export function sizeOf(stage: Stage): RunSize | null {
  if (!specOf(stage.kind).quick) return null;
  const settings: Readonly<Record<string, unknown>> = { ...settingsOf(stage) };
  const isOf = (size: RunSize) =>
    Object.entries(sizeSettings(stage.kind, size)).every(([key, value]) => settings[key] === value);
  return isOf('default') ? 'default' : isOf('quick') ? 'quick' : null;
}
