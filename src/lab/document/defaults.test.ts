/** What a document means where it says nothing is frozen by version, so that a link means the same for good. */
import { describe, expect, it } from 'vitest';
import { documentDefaults } from '../link/difference.ts';
import { canonicalJson, sha256 } from '../run/checkpointId.ts';
import { specOf, stageKinds } from '../stages/kinds.ts';
import { stageDefaults } from '../stages/stageDefaults.ts';
import frozen from './defaults.json' with { type: 'json' };
import { CURRENT_VERSION } from './migrate.ts';

const CHANGED =
  'a default changed: raise CURRENT_VERSION, freeze what the document means now under the new version, and say in toNext what an older one meant';

describe(`the defaults of version ${CURRENT_VERSION}, which is the current one`, () => {
  it('are the frozen ones, of the document', () => {
    expect(documentDefaults(), CHANGED).toEqual(frozen[CURRENT_VERSION]);
  });
  it.each(stageKinds)('are the frozen ones, of %s', (kind) => {
    expect(stageDefaults(kind), CHANGED).toEqual(specOf(kind).history.defaults[CURRENT_VERSION]);
  });
});

/** Released: links of these versions are out there. SHA-256 of the canonical JSON: document, then every kind there was. */
const released: Readonly<Record<number, string>> = {
  1: '2c88e83831ab1c2685f3a2b7df7fa903fbbd19fc6ab85f2b4d8a9d28648bd447',
  2: 'bb55a20dfb08a89248cbb91fe6fdb251b0ace6f7aca5fc513e28140f60bb4b3b',
  3: '11c45d59df243c2bed329088eeac3bf40716fa3073dcccc4dd24f6acbf1de846',
};

it.each(Object.keys(released).map(Number))('the defaults of version %i are as they were released', async (version) => {
  const stages = Object.fromEntries(
    stageKinds.flatMap((kind) => {
      const defaults = specOf(kind).history.defaults[version];
      return defaults ? [[kind, defaults]] : [];
    }),
  );
  const { document, specLine } = (frozen as Record<number, (typeof frozen)[1]>)[version]!;
  expect(await sha256(canonicalJson({ document, specLine, stages }))).toBe(released[version]);
});
