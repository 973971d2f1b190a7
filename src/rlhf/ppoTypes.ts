/** Where lab and page still look for these types; they belong to every on-policy algorithm (onPolicyTypes.ts). */
import type { LiveSettings as Live } from './onPolicySettings.ts';
import type { OnPolicyPhase } from './onPolicyTypes.ts';

export type LiveSettings = Live;
export type PpoPhase = OnPolicyPhase;
