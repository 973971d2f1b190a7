/** Opens a stored checkpoint with its ancestors in the lab. To be filled by the session store. */
import { InvalidInputError } from '../../errors.ts';

/** @throws InvalidInputError until it is */
export async function openNode(id: string): Promise<void> {
  throw new InvalidInputError(`checkpoint ${id.slice(0, 6)} cannot be opened in the lab yet`);
}
