/** What an experiment can hold of a visitor's own data. */
import { MAX_CHARACTERS, MAX_ROWS } from '../../world/ownData/types.ts';

export const ownDataLimits = { rows: MAX_ROWS, characters: MAX_CHARACTERS } as const;
