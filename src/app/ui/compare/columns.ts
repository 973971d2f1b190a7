/** What columns are called where two of them are compared. */
import type { PolicyId } from '../../../lab/run/protocol.ts';

export const columnTitles: Readonly<Record<PolicyId, string>> = { base: 'Base', sft: 'SFT', ppo: 'RL' };
