import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InvalidInputError, StorageError } from '../src/errors.ts';
import { nodeCommand, patient } from '../src/testing/labProcess.ts';
import { checkFolderWritable, checkWritable, writeFile, writeFiles } from './writeFiles.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is replaced with its rights kept, and through a link', () => {
  writeFileSync(at('run.json'), 'older');
  chmodSync(at('run.json'), 0o640);
  symlinkSync(at('run.json'), at('newest.json'));
  writeFile(at('newest.json'), 'newer');
  expect(read('run.json')).toBe('newer');
  expect(statSync(at('run.json')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['newest.json', 'run.json']);
});

test('of several files all are written or none, and nothing temporary is left', () => {
  writeFileSync(at('config.json'), 'older');
  mkdirSync(at('model.safetensors'));
  const write = () =>
    writeFiles(
      new Map(
        [
          ['config.json', 'newer'],
          ['model.safetensors', 'x'],
        ].map(([name, text]) => [at(name!), text!]),
      ),
    );
  expect(write).toThrow(StorageError);
  expect(write).toThrow(/model\.safetensors can't be written \(it is a folder\): what was there before is untouched/);
  expect(read('config.json')).toBe('older');
  expect(readdirSync(folder).sort()).toEqual(['config.json', 'model.safetensors']);
});

test('a device takes what it is given, and stays a device', () => {
  checkWritable('/dev/null');
  writeFile('/dev/null', 'x');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a check leaves nothing behind, and names what is in the way', () => {
  checkWritable(at('run.json'));
  checkFolderWritable(at('a/b/model'));
  expect(readdirSync(folder)).toEqual([]);
  expect(() => checkWritable(folder)).toThrow(InvalidInputError);
  writeFileSync(at('file'), '');
  expect(() => checkFolderWritable(at('file/model'))).toThrow(/file is a file: choose another name/);
  // A folder in which nothing can be made, whoever asks.
  expect(() => checkFolderWritable('/proc/self/model')).toThrow(/\/proc\/self\/model can't be written \(E/);
});

test('when the disk is full half-way, the older file is as it was', patient, () => {
  const long = JSON.stringify({
    data: { prompts: Array.from({ length: 3000 }, (_, i) => `What is ${i} times ${i}?`) },
  });
  writeFileSync(at('long.json'), long);
  writeFileSync(at('shared.json'), 'older');
  // The shell's limit on the size of files ends a write half-way, as a full disk does.
  const script = 'trap "" XFSZ; ulimit -f 16; exec "$@"';
  const args = ['-c', script, 'bash', ...nodeCommand, 'link', 'long.json', '--out', 'shared.json'];
  const { status, stderr } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^lab: shared\.json can't be written \(EFBIG: .*\): .*\n$/),
  ]);
  expect(read('shared.json')).toBe('older');
  expect(readdirSync(folder).sort()).toEqual(['long.json', 'shared.json']);
});
