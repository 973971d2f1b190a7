import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sha256 } from '../run/checkpointId.ts';
import { CURRENT_VERSION } from '../document/migrate.ts';
import { currentDefaults } from './defaults.ts';

const CHANGED =
  'a default of the document changed: raise CURRENT_VERSION, freeze the new defaults and add a step to src/lab/document/migrate.ts';

it('the defaults of the current version are the frozen ones', () => {
  const frozen: unknown = JSON.parse(
    readFileSync(new URL(`defaults/v${CURRENT_VERSION}.json`, import.meta.url), 'utf8'),
  );
  expect(currentDefaults(), CHANGED).toEqual(frozen);
});

/** Released: links of these versions are out there. */
it.each([
  ['v1', 'c78ddbee50c293bb406b89e3ee4d819bd2922c37fdbc31aa205ff135b309b08d'],
  ['v2', '4c9ecc138edf5025215baa3c48bce48efe3f08d05b614088c718c2b749dc61fd'],
])('the frozen defaults of %s are as they were released', async (version, digest) => {
  const text = readFileSync(new URL(`defaults/${version}.json`, import.meta.url), 'utf8');
  expect(await sha256(text)).toBe(digest);
});
