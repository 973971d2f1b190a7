import { describe, expect, test } from 'vitest';
import { editedLabel, ownLabel } from '../../../lab/desk/ownLabel.ts';
import type { CandidatePair, Preference } from '../../../world/spec/types.ts';
import {
  type Bench,
  enterDeed,
  mergeLabels,
  newPairs,
  pairOnTable,
  undoDeed,
  unsureLabels,
  usedIds,
  withFreeId,
} from './benchSteps.ts';
import { type BenchDeed, emptyBench } from './labelState.ts';
import { LABELS_KEY, readStoredLabels, storeBesideOthers, UNREADABLE_KEY, writeStoredLabels } from './labelStorage.ts';

const prompt = { id: 'p', family: 'open', split: 'train', question: 'Hi?', text: 'User: Hi?\nAssistant:' } as const;

function pair(id: string, a = ` ${id} a`, b = ` ${id} b`): CandidatePair {
  return {
    id,
    prompt,
    a: { text: a, stopped: true, tokens: 3 },
    b: { text: b, stopped: false, tokens: 4 },
  };
}

const [one, two] = [pair('1'), pair('2')];

function vote(on: CandidatePair, change: Partial<BenchDeed> = {}): BenchDeed {
  return {
    pair: on,
    mode: 'label',
    choice: 'a',
    label: ownLabel(on, 'a'),
    replaced: null,
    opinion: null,
    ...change,
  };
}

describe('a vote', () => {
  const start: Bench = { labels: [], bench: { ...emptyBench(), queue: [one, two] } };

  test('records a label and puts the next pair on the table; undo takes both back', () => {
    const after = enterDeed(start, vote(one));
    expect(after.labels).toEqual([
      {
        id: '1',
        prompt: prompt.text,
        chosen: ' 1 a',
        rejected: ' 1 b',
        rejectedStopped: false,
        labeler: 'you',
        family: 'open',
      },
    ]);
    expect(pairOnTable(after)).toBe(two);
    const back = undoDeed(after);
    expect(back.labels).toEqual([]);
    expect(pairOnTable(back)).toBe(one);
    expect(undoDeed(start)).toEqual(start);
  });

  test('that is an edit prefers the new text to the one it was made from', () => {
    expect(editedLabel(one, 'b', ' Better.  ')).toEqual({
      id: '1',
      prompt: prompt.text,
      chosen: ' Better.',
      rejected: ' 1 b',
      rejectedStopped: false,
      labeler: 'you',
      family: 'open',
      edited: true,
    });
  });

  test('a skip records nothing', () => {
    const after = enterDeed(start, vote(one, { choice: 'skip', label: null }));
    expect(after.labels).toEqual([]);
    expect(pairOnTable(after)).toBe(two);
    expect(pairOnTable(undoDeed(after))).toBe(one);
  });

  test('pairs with the texts of one that was seen are not shown again', () => {
    const after = enterDeed(start, vote(one));
    const turned = pair('9', ' 1 b', ' 1 a');
    expect(newPairs([turned, pair('2'), pair('3'), pair('4', ' 3 b', ' 3 a')], after).map(({ id }) => id)).toEqual([
      '3',
    ]);
  });
});

test('a label of another run’s pair by the same name gets a number', () => {
  const used = usedIds([ownLabel(one, 'a')]);
  expect(withFreeId(ownLabel(one, 'b'), used).id).toBe('1 (2)');
  expect(withFreeId({ ...ownLabel(one, 'b'), labeler: 'ai' }, used).id).toBe('1');
});

describe('checking the AI’s labels', () => {
  const ai = [one, two].map((each): Preference => ({ ...ownLabel(each, 'a'), labeler: 'ai' }));
  const review = {
    contradictions: [],
    agreements: [],
    unsure: [two, one].map((each) => ({ pair: each, choice: 'a' as const, sureness: 0.6 })),
  };
  const start: Bench = { labels: ai, bench: { ...emptyBench(), mode: 'check', review } };

  test('a vote takes the place of the AI’s label; undo gives it back', () => {
    expect(pairOnTable(start)).toBe(two);
    const deed = vote(two, { mode: 'check', label: ownLabel(two, 'b'), choice: 'b', replaced: ai[1] ?? null });
    const after = enterDeed(start, deed);
    expect(after.labels.map(({ id, labeler }) => [id, labeler])).toEqual([
      ['1', 'ai'],
      ['2', 'you'],
    ]);
    expect(pairOnTable(after)).toBe(one);
    expect(undoDeed(after).labels).toEqual(ai);
  });

  test('a label that is kept is not asked about again', () => {
    const after = enterDeed(start, vote(two, { mode: 'check', label: null, choice: 'keep' }));
    expect(after.labels).toEqual(ai);
    expect(unsureLabels(after).map((unsure) => unsure.pair.id)).toEqual(['1']);
    expect(unsureLabels(undoDeed(after))).toHaveLength(2);
  });
});

describe('labels of a file', () => {
  const label = (change: Partial<Preference>): Preference => ({
    id: 'line-1',
    prompt: 'q',
    chosen: 'a',
    rejected: 'b',
    labeler: 'you',
    ...change,
  });

  test('are added; the same pair counts once, the same id gets a number', () => {
    const { labels, ...counts } = mergeLabels(
      [label({})],
      [label({ id: 'x' }), label({ chosen: 'c' }), label({ chosen: 'd' }), label({ labeler: 'ai' })],
    );
    expect(labels.map(({ id, labeler }) => `${labeler} ${id}`)).toEqual([
      'you line-1',
      'you line-1 (2)',
      'you line-1 (3)',
      'ai line-1',
    ]);
    expect(counts).toEqual({ added: 3, known: 1, over: 0 });
  });

  test('end at 5,000', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => label({ id: `${from + i}`, chosen: `${from + i}` }));
    const { labels, ...counts } = mergeLabels(many(0, 4990), many(5000, 30));
    expect(labels).toHaveLength(5000);
    expect(counts).toEqual({ added: 10, known: 0, over: 20 });
  });
});

describe('storage', () => {
  function fakeStorage(initial: Record<string, string> = {}) {
    const items = new Map(Object.entries(initial));
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
  }
  const labels = [ownLabel(one, 'a'), ownLabel(two, 'tie'), editedLabel(two, 'a', 'Better.')];

  test('gives back what was stored', () => {
    const storage = fakeStorage();
    expect(readStoredLabels(storage)).toEqual({ labels: [], problem: null });
    expect(writeStoredLabels(storage, labels)).toBeNull();
    expect(readStoredLabels(storage)).toEqual({ labels, problem: null });
  });

  test('keeps the good rows of a damaged store, and sets its text aside', () => {
    const text = JSON.stringify({ version: 1, labels: [labels[0], { id: 7 }] });
    const storage = fakeStorage({ [LABELS_KEY]: text });
    const { labels: read, problem } = readStoredLabels(storage);
    expect(read).toEqual([labels[0]]);
    expect(problem).toMatch(/^1 of 2 stored labels could not be read\. The other 1 are here\./);
    expect(storage.items.get(UNREADABLE_KEY)).toBe(text);
  });

  test.each(['{"version":1,"labels":[', '[]', '{"version":2,"labels":[]}'])('survives %s', (text) => {
    const storage = fakeStorage({ [LABELS_KEY]: text });
    expect(readStoredLabels(storage)).toMatchObject({ labels: [], problem: expect.any(String) as string });
    expect(storage.items.get(UNREADABLE_KEY)).toBe(text);
  });

  test('two tabs that label and remove in turn lose nothing of each other', () => {
    const storage = fakeStorage();
    const label = (id: string): Preference => ({ ...labels[0]!, id, chosen: id });
    const start = [label('old'), label('unwanted')];
    writeStoredLabels(storage, start);
    // Both began with the same two.
    const here = [...start, label('here')];
    const there = [label('old'), label('there')];
    expect(storeBesideOthers(storage, here, start)).toBeNull();
    expect(storeBesideOthers(storage, there, start)).toBeNull();
    expect(storeBesideOthers(storage, [label('here')], here)).toBeNull();
    const ids = readStoredLabels(storage).labels.map(({ id }) => id);
    expect(ids.sort()).toEqual(['here', 'there']);
    // The same vote in both tabs is one label.
    storeBesideOthers(storage, [label('here'), label('there')], [label('here')]);
    expect(readStoredLabels(storage).labels).toHaveLength(2);
  });

  test('undo in one tab leaves another pair of the same id to the other tab', () => {
    const storage = fakeStorage();
    const here = { ...labels[0]!, id: '1/1', prompt: 'Here?' };
    const there = { ...labels[0]!, id: '1/1', prompt: 'There?' };
    storeBesideOthers(storage, [there], []);
    storeBesideOthers(storage, [here], []);
    storeBesideOthers(storage, [], [here]);
    expect(readStoredLabels(storage).labels.map(({ prompt }) => prompt)).toEqual(['There?']);
  });

  test('says so when there is no room', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota exceeded');
      },
    };
    expect(writeStoredLabels(full, labels)).toMatch(/quota exceeded.*export them/);
  });
});
