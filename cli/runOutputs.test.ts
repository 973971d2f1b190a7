import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInputError, StorageError } from '../src/errors.ts';
import { checkOutputs, OutputWriter } from './runOutputs.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab-outputs-'));
  writeFileSync(at('file'), '');
  mkdirSync(at('folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, { out?: string; share?: string; save?: string }, readonly string[] | null, RegExp]>([
  ['a run document that is a folder', { out: 'folder' }, null, /folder is a folder: give the name of a file/],
  [
    'a shared file in no folder',
    { out: 'run.json', share: 'no/x' },
    null,
    /the folder of .*no\/x doesn't exist: make it/,
  ],
  ['a model folder below a file', { save: 'file/model' }, null, /file\/model can't be a folder, for .*file is a file/],
  ['an arm’s folder that is a file', { save: 'file' }, ['treatment', 'control'], /file-control can't be a folder/],
  ['one name for two outputs', { out: 'x', save: 'x' }, null, /two outputs are .*x: give each a name of its own/],
])('refused before anything is trained: %s', (_what, named, arms, message) => {
  writeFileSync(at('file-control'), '');
  const files = Object.fromEntries(Object.entries(named).map(([key, name]) => [key, at(name)]));
  const check = () => checkOutputs({ ...files, arms: arms !== null }, arms ?? ['run']);
  expect(check).toThrow(InvalidInputError);
  expect(check).toThrow(message);
});

test('an output that fails is told at the end, with what to do, and the others are written', () => {
  const outputs = new OutputWriter();
  const written: string[] = [];
  outputs.write(() => {
    throw new StorageError('run.json can’t be written');
  });
  outputs.write(() => written.push('model'));
  expect(written).toEqual(['model']);
  expect(() => outputs.finish('go on with --resume')).toThrow('run.json can’t be written; go on with --resume');
  expect(() => new OutputWriter().finish(null)).not.toThrow();
});

test('an error of our own is no output that failed: it comes through', () => {
  const outputs = new OutputWriter();
  expect(() =>
    outputs.write(() => {
      throw new TypeError('a mistake');
    }),
  ).toThrow('a mistake');
});
