/** How a step moved a token's log-probability: the same marks wherever before and after are shown. */

/** A change of less than this, in nats, is not marked. */
const STILL = 0.005;

export function movement(change: number): 'up' | 'down' | undefined {
  if (Math.abs(change) < STILL) return undefined;
  return change > 0 ? 'up' : 'down';
}

export function describeChange(change: number): string {
  const moved = movement(change);
  if (moved === undefined) return 'hardly moved';
  return moved === 'up' ? 'became likelier' : 'became less likely';
}
