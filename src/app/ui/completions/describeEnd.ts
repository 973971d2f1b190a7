/** How a reply ended, where the end itself is out of sight. */
import type { Completion } from '../../../lab/run/protocol.ts';

export function describeEnd({ stopped, tokens }: Pick<Completion, 'stopped' | 'tokens'>): string {
  return stopped ? '… stopped' : `… cut at ${tokens.length} tokens`;
}
