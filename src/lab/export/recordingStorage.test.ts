import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Recording } from './recording.ts';
import { MOST_RECORDINGS, openRecordingStorage } from './recordingStorage.ts';

function recording(index: number): Recording {
  return {
    key: `key-${index}`,
    stage: 'sft',
    kind: 'sft',
    totalSteps: index,
    series: { loss: [{ step: 1, value: index }] },
    changes: [],
    experimentName: 'mine',
    at: new Date(index * 1000).toISOString(),
    device: 'CPU',
    seconds: 1,
    completions: [],
    origin: 'trained here',
  };
}

it('keeps the newest recordings, one a key, and lets the oldest go', async () => {
  const storage = await openRecordingStorage('test-recordings');
  for (let index = 0; index < MOST_RECORDINGS + 3; index++) await storage.put(recording(index));
  expect(await storage.get('key-0')).toBeNull();
  expect(await storage.get('key-2')).toBeNull();
  expect(await storage.get('key-3')).toEqual(recording(3));
  await storage.put({ ...recording(5), totalSteps: 99 });
  expect((await storage.get('key-5'))?.totalSteps).toBe(99);
  expect(await storage.get('key-3')).not.toBeNull();
  storage.close();
});
