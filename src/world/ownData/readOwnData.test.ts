import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOwnData } from './readOwnData.ts';
import type { DataKind } from './types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string, kind: DataKind | null = null) => readOwnData(bytes(text), { name, kind });
const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });

describe('TRL’s forms', () => {
  test('prompt and completion, as texts or as messages', () => {
    const { rows, summary } = read(
      'x.jsonl',
      lines(
        { prompt: 'Hi?', completion: ' Hello.' },
        { prompt: [user('Hi?')], completion: [assistant('Hello.')] },
        { messages: [user('Hi?'), assistant('Hello.')] },
        { messages: [user('Hi?'), assistant('Hello.'), user('And you?'), assistant('Fine.')] },
        { messages: [{ role: 'system', content: 'Be brief.' }, user('Hi?'), assistant('Hello.')] },
      ),
    );
    expect(summary).toMatchObject({ kind: 'demonstrations', format: 'JSON Lines', rows: 5, good: 5, bad: 0 });
    expect(rows.demonstrations).toEqual([
      { prompt: 'Hi?', completion: ' Hello.' },
      { prompt: 'Hi?', completion: 'Hello.' },
      { prompt: 'Hi?', completion: 'Hello.' },
      { prompt: 'User: Hi?\nAssistant: Hello.\nUser: And you?\nAssistant:', completion: 'Fine.' },
      { prompt: 'Be brief.\nUser: Hi?\nAssistant:', completion: 'Hello.' },
    ]);
  });

  test('preferences, with a prompt of their own or one that both dialogues share', () => {
    const { rows, summary } = read(
      'x.jsonl',
      lines(
        { prompt: 'Hi?', chosen: 'Hello.', rejected: 'No.' },
        { prompt: [user('Hi?')], chosen: [assistant('Hello.')], rejected: [assistant('No.')] },
        { chosen: [user('Hi?'), assistant('Hello.')], rejected: [user('Hi?'), assistant('No.')] },
      ),
    );
    expect(summary).toMatchObject({ kind: 'preferences', good: 3 });
    expect(rows.preferences).toEqual(
      [1, 2, 3].map((line) => ({
        id: `line-${line}`,
        prompt: 'Hi?',
        chosen: 'Hello.',
        rejected: 'No.',
        labeler: 'you',
      })),
    );
  });

  test('prompts, from any file', () => {
    const expected = ['Hi?', 'And you?'];
    expect(read('x.jsonl', lines({ prompt: 'Hi?' }, { messages: [user('And you?')] })).rows.prompts).toEqual(expected);
    expect(read('x.csv', 'prompt\nHi?\n"And you?"\n').rows.prompts).toEqual(expected);
    expect(read('x.txt', '  Hi?\r\n\r\nAnd you?').rows.prompts).toEqual(expected);
    expect(read('', 'Hi?\nAnd you?').rows.prompts).toEqual(expected);
  });

  test('the visitor’s word on what it is counts more than its columns', () => {
    const row = lines({ prompt: 'Hi?', chosen: 'a', rejected: 'b' });
    expect(read('x.jsonl', row, 'prompts').rows.prompts).toEqual(['Hi?']);
    expect(read('x.jsonl', row, 'demonstrations').summary.problems).toEqual([
      { line: 1, message: 'no completion: the row has prompt, chosen, rejected, expected prompt, completion' },
    ]);
  });
});

describe('CSV', () => {
  test('names the line a row starts on, quoted line breaks and other delimiters included', () => {
    const { rows, summary } = read(
      'x.csv',
      '\uFEFFprompt;chosen;rejected;tie;margin\n"Two\nlines";a;b;true;0.5\n\nHi?;a;a;;\nHi?;a\nHi?;a;b;;\n',
    );
    expect(rows.preferences).toEqual([
      { id: 'line-2', prompt: 'Two\nlines', chosen: 'a', rejected: 'b', labeler: 'you', tie: true, margin: 0.5 },
      { id: 'line-7', prompt: 'Hi?', chosen: 'a', rejected: 'b', labeler: 'you' },
    ]);
    expect(summary.problems.map(({ line }) => line)).toEqual([5, 6]);
    expect(summary.problems[1]?.message).toMatch(/^the row has 2 cells, the header 5/);
  });

  test('an open quote is named, and ends nowhere but at the end', () => {
    const { summary } = read('x.csv', 'prompt,completion\nHi?,Hello.\n"Hi?,Hello.\nHi?,Hello.\n');
    expect(summary).toMatchObject({ rows: 2, good: 1 });
    expect(summary.problems).toEqual([{ line: 3, message: expect.stringMatching(/quote/) as string }]);
  });

  test('is told from plain text by its header', () => {
    expect(read('', 'prompt,completion\nHi?,Hello.').summary.format).toBe('CSV');
    expect(read('', 'prompt me, please\nHi?').summary.format).toBe('plain text');
    expect(read('', 'Is a prompt, a completion?').summary.format).toBe('plain text');
  });
});

describe('what is wrong is listed by line, the rest is read', () => {
  test.each([
    ['{"prompt":"q","chosen":"a"', /^the line is not JSON/],
    ['[1]', /not an object/],
    ['[', /begins a JSON list/],
    ['{"question":"q","answer":"a"}', /^no prompt, no chosen, no rejected: the row has question, answer, expected/],
    ['{"prompt":"q","chosen":"a"}', /^no rejected: the row has prompt, chosen/],
    ['{"prompt":"q","chosen":"a","rejected":7}', /^rejected: expected a text or a list of messages/],
    ['{"prompt":"q","chosen":"a","rejected":"a"}', /same text/],
    ['{"prompt":" ","chosen":"a","rejected":"b"}', /^prompt is empty/],
    ['{"prompt":"q","chosen":"a","rejected":"b","labeler":"cat"}', /^labeler: /],
    [`{"prompt":"q","chosen":"${'a'.repeat(2001)}","rejected":"b"}`, /2,001 characters, more than 2,000/],
  ])('row %#', (row, message) => {
    const good = '{"prompt":"q","chosen":"a","rejected":"b"}';
    const { summary } = read('x.jsonl', `${good}\n${row}\n${good}`);
    expect(summary).toMatchObject({ rows: 3, good: 2, bad: 1 });
    expect(summary.problems).toEqual([{ line: 2, message: expect.stringMatching(message) as string }]);
  });

  test('bytes that are not UTF-8, by line', () => {
    const good = bytes('{"prompt":"Hi?"}\n');
    const broken = Uint8Array.from([...good.slice(0, 11), 0xe2, 0x28, ...good.slice(11)]);
    const { summary, rows } = readOwnData(Uint8Array.from([...good, ...broken, ...good]), { name: '', kind: null });
    expect(rows.prompts).toEqual(['Hi?', 'Hi?']);
    expect(summary.problems).toEqual([{ line: 2, message: 'prompt holds bytes that are not UTF-8 text' }]);
  });

  test('a file that is no text at all is refused', () => {
    expect(() => readOwnData(Uint8Array.from([0xff, 0xfe, 65, 0]), { name: '', kind: null })).toThrow(/UTF-16/);
    expect(() => readOwnData(Uint8Array.from([80, 75, 0, 0]), { name: '', kind: null })).toThrow(/not text/);
    expect(() => read('x.txt', ' \n')).toThrow(/empty/);
  });

  test('never throws on text, and counts every row once', () => {
    const file = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.json()).map((rows) => rows.join('\n')),
    );
    fc.assert(
      fc.property(file, fc.constantFrom('x.jsonl', 'x.csv', 'x.txt', ''), (text, name) => {
        fc.pre(text.trim() !== '' && !text.includes('\0'));
        const { summary } = read(name, text);
        expect(summary.good + summary.bad).toBe(summary.rows);
        expect(summary.problems).toHaveLength(summary.bad);
      }),
      { seed: 11 },
    );
  });
});

test('200,000 rows: takes 20,000, lists 500 problems, counts all', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) =>
    i % 4 === 0 ? '{"prompt":"q","chosen":"a","rejected":"a"}' : `{"prompt":"q${i}","chosen":"a","rejected":"b"}`,
  );
  const shares: number[] = [];
  const reading = readOwnData(bytes(rows.join('\n')), {
    name: 'big.jsonl',
    kind: null,
    onProgress: (share) => shares.push(share),
  });
  expect(reading.summary).toMatchObject({ rows: 200_000, good: 150_000, taken: 20_000, bad: 50_000 });
  expect(reading.rows.preferences).toHaveLength(20_000);
  expect(reading.summary.problems).toHaveLength(500);
  expect(shares).toHaveLength(100);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});
