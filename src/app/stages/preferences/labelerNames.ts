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

/** @param id as preferences name who judged: own data may say anything, or nothing */
export function nameOfLabeler(id: string): string {
  return labelerNames[id as LabelerId] ?? 'a labeler';
}

export type SimulatedId = Exclude<LabelerId, 'you'>;

export const simulatedIds: readonly SimulatedId[] = ['ai', 'contractor', 'expert', 'user', 'lengthBiased'];
