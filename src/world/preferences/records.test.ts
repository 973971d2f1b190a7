import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelers } from '../spec/labelers.ts';
import type { LabelerId, Preference } from '../spec/types.ts';
import { readPreferences, writePreferences } from './records.ts';

const full: Preference = {
  id: 'p1',
  prompt: 'User: Hi!\nAssistant:',
  chosen: ' Hello! “You” — 7 ≠ 8.',
  rejected: ' Hi\nUser:',
  chosenStopped: true,
  rejectedStopped: false,
  tie: false,
  bothBad: false,
  margin: 0.25,
  labeler: 'expert',
  edited: true,
  family: 'smalltalk',
};

describe('writing', () => {
  test('a row has TRL’s three fields and ours in snake case', () => {
    const file = writePreferences([full]);
    expect(file.endsWith('\n')).toBe(true);
    expect(JSON.parse(file)).toEqual({
      id: 'p1',
      prompt: 'User: Hi!\nAssistant:',
      chosen: ' Hello! “You” — 7 ≠ 8.',
      rejected: ' Hi\nUser:',
      chosen_stopped: true,
      rejected_stopped: false,
      tie: false,
      both_bad: false,
      margin: 0.25,
      labeler: 'expert',
      edited: true,
      family: 'smalltalk',
    });
    expect(writePreferences([])).toBe('');
  });

  test('what is written is read back, whatever the texts', () => {
    const preference = fc
      .record({
        prompt: fc.string({ minLength: 1, unit: 'binary' }),
        chosen: fc.string({ unit: 'grapheme' }),
        rejected: fc.string({ unit: 'binary' }),
        margin: fc.option(
          fc.double({ min: 0, max: 1e6, noNaN: true }).map((x) => x + 0),
          { nil: undefined },
        ),
        tie: fc.option(fc.boolean(), { nil: undefined }),
        labeler: fc.constantFrom(...(Object.keys(labelers) as LabelerId[])),
      })
      .filter(
        ({ prompt, chosen, rejected }) => chosen !== rejected && !`${prompt}${chosen}${rejected}`.includes('\uFFFD'),
      );
    fc.assert(
      fc.property(fc.array(preference, { maxLength: 5 }), (rows) => {
        const list = rows.map(({ margin, tie, ...rest }, i): Preference => {
          return { id: `r${i}`, ...rest, ...(margin !== undefined && { margin }), ...(tie !== undefined && { tie }) };
        });
        expect(readPreferences(writePreferences(list))).toEqual({ preferences: list, problems: [] });
      }),
      { seed: 5, numRuns: 40 },
    );
    expect(readPreferences(writePreferences([full])).preferences).toEqual([full]);
  });
});

describe('reading', () => {
  const good = '{"prompt":"q","chosen":"a","rejected":"b"}';

  test('takes TRL’s bare form, a byte-order mark, Windows line ends and blank lines', () => {
    const { preferences, problems } = readPreferences(`\uFEFF${good}\r\n\r\n${good}\n  \n`);
    expect(problems).toEqual([]);
    expect(preferences).toEqual([
      { id: 'line-1', prompt: 'q', chosen: 'a', rejected: 'b', labeler: 'you' },
      { id: 'line-3', prompt: 'q', chosen: 'a', rejected: 'b', labeler: 'you' },
    ]);
  });

  test('leaves fields out that it does not know', () => {
    const row = '{"prompt":"q","chosen":"a","rejected":"b","source":"x","__proto__":{"tie":true}}';
    const [preference] = readPreferences(row).preferences;
    expect(preference).toEqual({ id: 'line-1', prompt: 'q', chosen: 'a', rejected: 'b', labeler: 'you' });
    expect(preference?.tie).toBeUndefined();
  });

  test.each([
    ['{"prompt":"q","chosen":"a"', /not JSON/],
    ['[1]', /expected object/],
    ['null', /expected object/],
    ['{"prompt":"q","chosen":"a"}', /^rejected: .*expected string/],
    ['{"prompt":"q","chosen":"a","rejected":["b"]}', /^rejected: .*expected string/],
    ['{"prompt":"","chosen":"a","rejected":"b"}', /^prompt: /],
    ['{"prompt":"q","chosen":"a","rejected":"a"}', /same text/],
    ['{"prompt":"q","chosen":"a\uFFFD","rejected":"b"}', /^chosen: .*UTF-8/],
    ['{"prompt":"q","chosen":"a","rejected":"b","labeler":"cat"}', /^labeler: /],
    ['{"prompt":"q","chosen":"a","rejected":"b","margin":-1}', /^margin: /],
    ['{"prompt":"q","chosen":"a","rejected":"b","tie":"yes"}', /^tie: /],
    ['{"prompt":"q","chosen":"a","rejected":"b","family":"cats"}', /^family: /],
  ])('names the line and keeps the rest: %s', (row, message) => {
    const { preferences, problems } = readPreferences(`${good}\n${row}\n${good}`);
    expect(preferences.map(({ id }) => id)).toEqual(['line-1', 'line-3']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(2);
    expect(problems[0]?.message).toMatch(message);
  });

  test('the same labeler labels an id once; another may label it too', () => {
    const row = (labeler: string) => `{"id":"7","prompt":"q","chosen":"a","rejected":"b","labeler":"${labeler}"}`;
    const { preferences, problems } = readPreferences([row('ai'), row('expert'), row('ai')].join('\n'));
    expect(preferences).toHaveLength(2);
    expect(problems).toEqual([
      { line: 3, message: expect.stringContaining('line 1 has a label of ai for “7” already') as string },
    ]);
  });

  test('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (file) => {
        readPreferences(file);
      }),
      { seed: 6 },
    );
    fc.assert(
      fc.property(fc.array(fc.json(), { maxLength: 4 }), (rows) => {
        const { preferences, problems } = readPreferences(rows.join('\n'));
        expect(preferences.length + problems.length).toBe(rows.length);
      }),
      { seed: 7 },
    );
  });
});
