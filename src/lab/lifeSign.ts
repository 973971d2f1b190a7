/** What a worker tells the page of itself, beside the answers of its API. */
type LifeSign = 'started' | 'locked';

interface LifeMessage {
  readonly life: LifeSign;
}

/** `locked`: the lock named like the worker is held until the worker is gone. */
export const lifeSign = (life: LifeSign): LifeMessage => ({ life });

/** @param data of any message of a worker @returns null for those of its API */
export function lifeSignOf(data: unknown): LifeSign | null {
  return typeof data === 'object' && data !== null && 'life' in data ? (data as LifeMessage).life : null;
}
