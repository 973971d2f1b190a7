/** How the workers were split into files. WebKit runs a worker's own file a second time when one of its parts imports it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const assets = path.join(import.meta.dirname, '..', 'dist', 'assets');

test('no file imports the one that a worker starts from', () => {
  const files = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const workers = files.filter((name) => name.includes('.worker-'));
  expect(workers).toHaveLength(3);
  const imports = files.flatMap((name) => {
    const text = readFileSync(path.join(assets, name), 'utf8');
    const imported = [...text.matchAll(/\b(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+)/g)].map(([, file]) => file!);
    return imported.filter((file) => workers.includes(file)).map((file) => `${name} imports ${file}`);
  });
  expect(imports).toEqual([]);
});
