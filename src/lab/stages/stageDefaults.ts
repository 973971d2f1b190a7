/** A kind's settings where nothing was changed. */
import { type SettingsOf, specOf, type StageKind } from './kinds.ts';

/** Of an experiment that says nothing of its stages. */
export const FIRST_STAGES: readonly { readonly kind: StageKind }[] = [{ kind: 'sft' }];

const known = new Map<StageKind, object>();

export function stageDefaults<Kind extends StageKind>(kind: Kind): SettingsOf<Kind> {
  const defaults = known.get(kind) ?? specOf(kind).settings.parse({});
  known.set(kind, defaults);
  return defaults as SettingsOf<Kind>;
}
