/** The labelers as the page names them. */
import type { LabelerId } from '../../../world/spec/types.ts';

export const labelerNames: Readonly<Record<LabelerId, string>> = {
  user: 'User',
  contractor: 'Contractor',
  expert: 'Expert',
  ai: 'AI',
  lengthBiased: 'Length-biased',
  you: 'You',
};

export type SimulatedId = Exclude<LabelerId, 'you'>;

export const simulatedIds: readonly SimulatedId[] = ['ai', 'contractor', 'expert', 'user', 'lengthBiased'];
