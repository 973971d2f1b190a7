import { beforeEach, expect, it } from 'vitest';
import { writeBackup } from '../../../lab/storage/backupFile.ts';
import type { StoredEntry } from '../../../lab/storage/restore.ts';
import { lineageNode } from '../../../testing/lineageNodes.ts';
import type { Preference } from '../../../world/spec/types.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { setLabelsAside } from '../share/shareLabels.ts';
import { initialState, labStore } from '../store.ts';
import { openBackup } from './backupActions.ts';

const label: Preference = { id: 'mine', prompt: 'p', chosen: 'a', rejected: 'b', labeler: 'you' };

async function fileOf(entries: readonly StoredEntry[], labelsSetAside: readonly Preference[] = []): Promise<File> {
  return new File([await writeBackup({ entries, labels: [label], labelsSetAside }, '2026-01-02T00:00:00Z')], 'my.zip');
}

const notices = () => labStore.getState().ui.notices.map(({ tone, text }) => [tone, text]);

beforeEach(() => labStore.setState(initialState()));

it('says what of a backup was left out', async () => {
  const rows = ['x', 'y'].map((key): StoredEntry => ({ table: 'nodes', key, value: null }));
  await openBackup(await fileOf([...rows, { table: 'nodes', key: 'a', value: lineageNode({ id: 'a' }) }]));
  expect(notices()).toEqual([
    [
      'info',
      expect.stringContaining('Restored: 1 checkpoint, 0 visits, 0 runs, 1 label; 2 can’t be read by this page'),
    ],
  ]);
});

it('says so when only the labels set aside could not be restored', async () => {
  setLabelsAside(ofThisBrowser, [label]);
  const { setItem } = ofThisBrowser;
  ofThisBrowser.setItem = () => {
    throw new Error('full');
  };
  await openBackup(await fileOf([], [{ ...label, id: 'other', prompt: 'q' }]));
  ofThisBrowser.setItem = setItem;
  expect(notices()).toEqual([
    ['info', expect.stringContaining('Restored: 0 checkpoints')],
    ['problem', expect.stringMatching(/^The labels set aside in my\.zip were not restored: .* All else in it was\.$/)],
  ]);
});
